// Questions: all open or all closed with one button, opened when a link leads into them, and never closed on paper.
(function () {
  'use strict';
  const { text, element } = window.deskbook;
  const questions = Array.from(document.querySelectorAll('.question'));

  // Pages that are bound for paper have none.
  const bar = document.querySelector('.question-bar');

  if (bar && questions.length > 1) {
    const button = element('button', 'toggle-all');
    const anyOpen = () => questions.some((question) => question.open);
    const name = () => { button.textContent = text(anyOpen() ? 'close-all' : 'open-all'); };
    button.addEventListener('click', () => {
      const isOpen = !anyOpen();
      questions.forEach((question) => { question.open = isOpen; });
      name();
    });
    questions.forEach((question) => question.addEventListener('toggle', name));
    name();
    bar.append(button);
  }

  function openTarget() {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (error) { /* as it is */ }
    const target = id && document.getElementById(id);
    const closed = target && target.closest('details:not([open])');
    if (!closed) return;
    closed.open = true;
    target.scrollIntoView();
  }
  window.addEventListener('hashchange', openTarget);
  openTarget();

  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = Array.from(document.querySelectorAll('.body details:not([open])'));
    opened.forEach((details) => { details.open = true; });
  });
  window.addEventListener('afterprint', () => {
    opened.forEach((details) => { details.open = false; });
  });
})();
