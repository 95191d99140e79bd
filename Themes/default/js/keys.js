// The list of keys, made when it is first asked for.
(function () {
  'use strict';
  const { text, stored, isSingleKey, element } = window.deskbook;
  const root = document.documentElement;
  const button = document.querySelector('.keys-button');
  const keys = [
    [['/', 'Ctrl', 'K'], 'key-search'],
    [['C'], 'key-copy'],
    [['1', '–', '7'], 'key-choose'],
    [['Backspace'], 'key-back'],
    [['Esc', 'Esc'], 'key-clear'],
    [['?'], 'key-help']
  ];
  let dialog = null;

  function line([names, meaning]) {
    const row = element('div');
    const term = element('dt');
    names.forEach((name) => term.append(name === '–' ? name : element('kbd', '', name), ' '));
    row.append(term, element('dd', '', text(meaning)));
    return row;
  }

  function switchOf() {
    const control = element('input', 'keys-switch');
    control.type = 'checkbox';
    control.checked = root.dataset.keys !== 'off';
    control.addEventListener('change', () => {
      if (control.checked) {
        delete root.dataset.keys;
        stored.remove('keys');
      } else {
        root.dataset.keys = 'off';
        stored.setting('keys', 'off');
      }
    });
    const label = element('label');
    label.append(control, ' ' + text('keys-switch'));
    return label;
  }

  function make() {
    const made = element('dialog', 'keys-help');
    const title = element('h2', '', text('keys-title'));
    const list = element('dl');
    const closing = element('button', 'keys-close', text('close'));
    made.id = 'keys-help';
    title.id = 'keys-title';
    made.setAttribute('aria-labelledby', title.id);
    list.append(...keys.map(line));
    made.append(title, list, switchOf(), closing);
    closing.addEventListener('click', close);
    made.addEventListener('click', (event) => { if (event.target === made) close(); });
    document.body.append(made);
    return made;
  }

  // Without dialogs: a box at the end of the page.
  function open() {
    if (!dialog) dialog = make();
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute('open', '');
    dialog.querySelector('.keys-close').focus();
  }
  function close() {
    if (dialog.close) dialog.close();
    else dialog.removeAttribute('open');
  }

  if (button) button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.key === '?' && isSingleKey(event)) {
      event.preventDefault();
      open();
    }
  });
})();
