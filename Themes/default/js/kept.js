// What a reader keeps on this computer alone.
(function () {
  'use strict';
  const shared = window.deskbook;
  const { text, toast, stored, element, scriptAddress } = shared;
  const page = document.documentElement;
  const { root, pathOf } = stored;
  const edition = page.dataset.edition ? page.dataset.edition + '/' : '';
  const title = document.querySelector('.site-title span');
  const site = title ? title.textContent : '';
  const kind = document.body.className.replace('kind-', '');

  // Handbooks on one disk share one storage.
  function scopeOf(part) { return part === undefined ? site : part + ':' + site; }
  function read(name, part) { return stored.read(name, scopeOf(part)); }
  function write(name, value, part) { stored.write(name, value, scopeOf(part)); }
  function forget(name) { stored.remove(name, scopeOf()); }
  const here = pathOf(location.href);

  // Lists of pages and terms are scripts.
  const loading = {};
  function load(name, callback, done) {
    if (loading[name]) { loading[name].then(done); return; }
    loading[name] = new Promise((resolve) => {
      window[callback] = resolve;
      const script = element('script');
      script.src = scriptAddress(root + 'data/' + name + '.js');
      script.addEventListener('error', () => resolve({}));
      document.head.append(script);
    });
    loading[name].then(done);
  }

  // In parts, so that blanks fill like any other.
  function parts(line) {
    return Array.from(line.childNodes).map((node) => {
      const field = node instanceof Element && node.matches('.field[data-field]') ? node : null;
      return field ? { field: field.dataset.field, type: field.dataset.type, label: field.dataset.label || field.textContent } : node.textContent;
    });
  }

  function pinOf(phrase) {
    const anchor = phrase.querySelector('.tools .anchor');
    const line = phrase.querySelector('.say .line');
    if (!anchor || !line || here === null) return null;
    const path = pathOf(anchor.href);
    return { path, hash: new URL(anchor.href).hash, line: parts(line) };
  }

  const isSame = (a, b) => a.path === b.path && (a.hash || '') === (b.hash || '');
  const isPinned = (pin, pins) => pins.some((other) => isSame(other, pin));

  function toggle(pin) {
    const pins = read('pins');
    const others = pins.filter((other) => !isSame(other, pin));
    const isNew = others.length === pins.length;
    write('pins', isNew ? others.concat(pin) : others);
    toast(text(isNew ? 'pinned' : 'unpinned'));
    return isNew;
  }

  function button(phrase, pins) {
    const pin = pinOf(phrase);
    if (!pin) return;
    const made = element('button', 'pin');
    made.setAttribute('aria-label', text('pin-phrase'));
    made.title = text('pin-phrase');
    made.setAttribute('aria-pressed', String(isPinned(pin, pins)));
    made.addEventListener('click', () => made.setAttribute('aria-pressed', String(toggle(pin))));
    phrase.querySelector('.tools').append(made);
  }
  const pins = read('pins');
  document.querySelectorAll('.phrase').forEach((phrase) => button(phrase, pins));

  const pinPage = document.querySelector('.pin-page');
  const heading = document.querySelector('h1');
  if (pinPage && heading && here !== null) {
    const pin = { path: here, title: heading.textContent.trim() };
    pinPage.setAttribute('aria-pressed', String(isPinned(pin, pins)));
    pinPage.addEventListener('click', () => pinPage.setAttribute('aria-pressed', String(toggle(pin))));
    if (/^(guide|model|phrases|script|faq|practice|card)$/.test(kind)) {
      write('recent', [pin].concat(read('recent').filter((other) => other.path !== here)).slice(0, 8));
    }
  }

  const fresh = read('new');
  if (fresh.includes(here)) write('new', fresh.filter((path) => path !== here));
  function mark(container) {
    const paths = new Set(read('new'));
    if (!paths.size) return;
    container.querySelectorAll('a[href]').forEach((link) => {
      if (!paths.has(pathOf(link.href)) || link.hash || link.querySelector('.new-mark')) return;
      link.append(' ', element('span', 'new-mark', text('changes-mark')));
      if (link.dataset.changed) link.parentElement.append(element('p', 'changed', link.dataset.changed));
    });
  }
  document.querySelectorAll('.site-nav, .page-list, .kind-home .body').forEach(mark);

  shared.kept = { read, write, forget, root, base: page.dataset.root || '', edition, here, pathOf, load, button, mark, toggle };
})();
