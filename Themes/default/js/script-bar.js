// A script opens on its step: what stands above it folds into the bar, and on a narrow screen so do the bar's own buttons.
(function () {
  'use strict';
  const script = document.querySelector('.script');
  if (!script) return;
  const { text, element } = window.deskbook;
  const bar = script.querySelector('.script-bar');
  const body = script.parentElement;
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', text('script-label'));

  const about = element('details', 'about');
  const fields = body.querySelector(':scope > .fields');
  const parts = Array.from(body.children).slice(0, Array.from(body.children).indexOf(script)).filter((part) => part !== fields);
  const summary = document.querySelector('.page-head > .summary');
  about.append(element('summary', '', text('script-about')));
  if (summary) about.append(summary);
  about.append(...parts);
  if (about.children.length > 1) bar.append(about);
  if (fields) bar.append(fields);

  // For browsers that print a closed part closed.
  let wasOpen = false;
  window.addEventListener('beforeprint', () => { wasOpen = about.open; about.open = true; });
  window.addEventListener('afterprint', () => { about.open = wasOpen; });

  const menu = element('button', 'more', text('script-more'));
  menu.setAttribute('aria-expanded', 'false');
  menu.addEventListener('click', () => {
    const isOpen = bar.classList.toggle('open');
    menu.setAttribute('aria-expanded', String(isOpen));
  });
  bar.append(menu);
})();
