// One call, from the first blank, step or search of it to *New call*: what this tab keeps of it goes all at once, and comes back
// for ten seconds. Nothing of a call is in the browser's lasting storage.
(function () {
  'use strict';
  const shared = window.deskbook;
  const { text, toast, stored, isTyping, element } = shared;
  const parts = ['began', 'fields', 'call', 'searches'];
  const header = document.querySelector('.site-header');
  let ended = null;

  const current = () => stored.read('began');

  // Tells the scripts that show a part of a call that it was `ended`, `restored`, may be another (`shown`), or has only now come
  // to be known (`arrived`).
  function announce(what) { document.dispatchEvent(new CustomEvent('deskbook-call', { detail: what })); }

  function begin() {
    if (!current()) stored.write('began', { id: Math.random().toString(36).slice(2), at: Date.now() });
    show();
  }

  // The name by which a reader tells this call from the next; the field is the handbook's first that is kept for a call.
  function name(value) {
    stored.write('began', Object.assign({}, current(), { name: value.trim() }));
    show();
  }

  function end() {
    if (!current()) return;
    ended = parts.map((part) => [part, stored.read(part)]);
    parts.forEach((part) => stored.remove(part));
    announce('ended');
    show();
    toast(text('call-ended'), { name: text('call-undo'), act: undo });
  }

  function undo() {
    if (!ended || current()) return;
    ended.forEach(([part, value]) => { if (value) stored.write(part, value); });
    ended = null;
    announce('restored');
    show();
    toast(text('call-restored'));
  }

  const box = element('div', 'call');
  const chip = element('span', 'call-chip');
  const button = element('button', 'call-new', text('call-new'));
  box.hidden = true;
  box.append(chip, button);
  button.addEventListener('click', end);
  if (header) header.insertBefore(box, header.querySelector('.languages, .scheme-button'));

  function show() {
    const call = current();
    box.hidden = !call;
    document.documentElement.classList.toggle('in-call', Boolean(call));
    if (!call) return;
    const minutes = Math.max(0, Math.floor((Date.now() - call.at) / 60000));
    chip.textContent = text(call.name ? 'call-with' : 'call-running', { name: call.name, minutes });
  }
  setInterval(show, 15000);

  // An Esc that closes something else does not count.
  let lastEscape = 0;
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !isTyping(event.target)) undo();
    const isOurs = event.key === 'Escape' && !event.repeat && !event.defaultPrevented && !document.querySelector('dialog[open]') &&
      !(event.target instanceof Element && event.target.closest('.search'));
    if (!isOurs) { lastEscape = 0; return; }
    const isSecond = event.timeStamp - lastEscape < 700 && lastEscape > 0;
    lastEscape = isSecond ? 0 : event.timeStamp;
    if (isSecond) end();
  });

  // A page from the browser's cache may be older than the call. Not at once: WebKit empties its boxes just after it has shown it.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    setTimeout(() => {
      announce('shown');
      show();
    });
  });

  function arrive() {
    announce('arrived');
    show();
  }

  shared.call = { current, begin, name, end, arrive };
  show();
})();
