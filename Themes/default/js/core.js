// What the other scripts share, as window.deskbook.
(function () {
  'use strict';
  // Scripts of one kind of page add words.
  const strings = window.deskbookStrings;
  let toastTimer = 0;

  function text(key, values) {
    const found = Object.prototype.hasOwnProperty.call(strings, key) ? strings[key] : key;
    return found.replace(/\{(\w+)\}/g, (hole, name) => (values && name in values ? String(values[name]) : hole));
  }

  // There before it speaks, or nobody hears it.
  const toastElement = element('div', 'toast');
  toastElement.id = 'toast';
  toastElement.setAttribute('role', 'status');
  toastElement.setAttribute('aria-live', 'polite');
  document.body.append(toastElement);

  // `action` is a button with a name, offered for ten seconds.
  function toast(message, action) {
    const clear = () => { toastElement.textContent = ''; };
    clearTimeout(toastTimer);
    clear();
    // Without a gap the same message is not announced again.
    toastTimer = setTimeout(() => {
      toastElement.textContent = message;
      if (action) {
        const button = element('button', '', action.name);
        button.addEventListener('click', () => { clear(); action.act(); });
        toastElement.append(' ', button);
      }
      toastTimer = setTimeout(clear, action ? 10000 : 4000);
    }, 30);
  }

  // ISO dates sort as text.
  function today() {
    const now = new Date();
    return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
  }

  function isTyping(target) {
    return target instanceof Element && Boolean(target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]'));
  }

  // WCAG 2.1.4: speech input types letters at random.
  function isSingleKey(event) {
    return document.documentElement.dataset.keys !== 'off' && !event.defaultPrevented && !event.ctrlKey && !event.metaKey &&
      !event.altKey && !event.isComposing && !isTyping(event.target) && !document.querySelector('dialog[open]');
  }

  function element(name, className, content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (content) made.textContent = content;
    if (name === 'button') made.type = 'button';
    return made;
  }

  // Trusted Types: only scripts of this site, and only through here.
  const site = new URL(document.documentElement.dataset.root || '.', document.baseURI).href;
  function checked(address) {
    const whole = new URL(address, document.baseURI).href;
    const isOurs = whole.startsWith(site) && /^(?:sw|(?:[\w-]+\/)?(?:assets|data|search)\/[^?#]+)\.js$/.test(whole.slice(site.length));
    if (!isOurs) throw new TypeError('not a script of this site: ' + whole);
    return address;
  }
  const policy = window.trustedTypes ? window.trustedTypes.createPolicy('deskbook', { createScriptURL: checked }) : null;
  const scriptAddress = (address) => (policy ? policy.createScriptURL(address) : checked(address));

  window.deskbook = { text, toast, today, isTyping, isSingleKey, element, scriptAddress };
})();
