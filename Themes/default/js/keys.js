// The list of keys behind "?", with the switch that turns single keys off.
(function () {
  'use strict';
  const dialog = document.getElementById('keys-help');
  if (!dialog) return;
  const { local, isSingleKey } = window.deskbook;
  const root = document.documentElement;
  const button = document.querySelector('.keys-button');
  const control = dialog.querySelector('.keys-switch');

  // A browser without dialogs gets the list as an ordinary box at the end of the page.
  function open() {
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute('open', '');
    dialog.querySelector('.keys-close').focus();
  }
  function close() {
    if (dialog.close) dialog.close();
    else dialog.removeAttribute('open');
  }

  control.checked = root.dataset.keys !== 'off';
  control.addEventListener('change', () => {
    if (control.checked) {
      delete root.dataset.keys;
      local.remove('deskbook-keys');
    } else {
      root.dataset.keys = 'off';
      local.set('deskbook-keys', 'off');
    }
  });

  if (button) button.addEventListener('click', open);
  dialog.querySelector('.keys-close').addEventListener('click', close);
  dialog.addEventListener('click', (event) => { if (event.target === dialog) close(); });
  document.addEventListener('keydown', (event) => {
    if (event.key === '?' && isSingleKey(event)) {
      event.preventDefault();
      open();
    }
  });
})();
