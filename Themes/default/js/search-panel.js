// The panel under the search box: chips for kinds, and one of three: hits, recent searches, or a message.
(function () {
  'use strict';

  const { text: words, element: make } = window.deskbook;
  const input = document.getElementById('search-input');
  const box = input && input.closest('.search');
  if (!box) return;
  const panel = box.querySelector('.search-panel');
  const list = document.getElementById('search-results');
  const message = box.querySelector('.search-empty');
  const status = document.getElementById('search-status');
  const recent = make('p', 'search-recent', words('search-recent'));
  const hint = make('p', 'search-hint', words('search-hint'));
  const kinds = make('div', 'search-kinds');
  let statusTimer = 0;

  kinds.setAttribute('role', 'radiogroup');
  kinds.setAttribute('aria-label', words('search-kinds'));
  [''].concat((input.dataset.kinds || '').split(' ').filter(Boolean)).forEach((name) => {
    const chip = make('label', 'search-chip');
    const radio = make('input');
    radio.type = 'radio';
    radio.name = 'search-kind';
    radio.value = name;
    chip.append(radio, make('span', '', words('search-only-' + (name || 'all'))));
    kinds.append(chip);
  });
  panel.prepend(kinds, recent);
  panel.append(hint);

  function button(key, act) {
    const made = make('button', key, words(key));
    made.addEventListener('click', act);
    return made;
  }

  // A gap before speaking, or every letter typed would be talked over.
  function announce(text) {
    clearTimeout(statusTimer);
    statusTimer = setTimeout(() => { status.textContent = text; }, 400);
  }

  // Shows one of the three.
  function reveal(part) {
    panel.hidden = false;
    list.hidden = part === message;
    if (part === list) list.scrollTop = 0;
    list.setAttribute('aria-label', words(part === recent ? 'search-recent' : 'search-results'));
    message.hidden = part !== message;
    recent.hidden = part !== recent;
    kinds.hidden = part === recent;
    hint.hidden = part !== list;
    input.setAttribute('aria-expanded', String(part !== message));
  }

  function tell(text, parts) {
    message.replaceChildren(make('p', 'search-message', text), ...(parts || []));
    list.replaceChildren();
    reveal(message);
    announce(text);
  }

  window.deskbook.searchPanel = { input, box, panel, list, message, kinds, recent, button, reveal, announce, tell };
})();
