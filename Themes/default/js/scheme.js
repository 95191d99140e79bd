// The switch of colour schemes.
(function () {
  'use strict';
  const button = document.querySelector('.scheme-button');
  if (!button) return;
  const { text, stored } = window.deskbook;
  const root = document.documentElement;
  const order = ['auto', 'light', 'dark', 'contrast'];
  const name = button.querySelector('.scheme-name');

  function show(scheme) {
    if (scheme === 'auto') delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
    const label = text('scheme-' + scheme);
    name.textContent = label;
    button.setAttribute('aria-label', text('scheme-now', { scheme: label }));
    button.title = text('scheme-now', { scheme: label });
  }

  button.addEventListener('click', () => {
    const scheme = order[(order.indexOf(root.dataset.scheme || 'auto') + 1) % order.length];
    if (scheme === 'auto') stored.remove('scheme');
    else stored.setting('scheme', scheme);
    show(scheme);
  });
  show(root.dataset.scheme || 'auto');
})();
