// What words of the glossary mean.
(function () {
  'use strict';
  const { text, element, kept } = window.deskbook;
  if (!document.querySelector('.term')) return;
  const note = element('div', 'term-note');
  note.id = 'term-note';
  note.setAttribute('role', 'tooltip');
  note.hidden = true;
  document.getElementById('main').append(note);
  let shown = null;
  let timer = 0;

  function hide() {
    clearTimeout(timer);
    if (shown) shown.removeAttribute('aria-describedby');
    shown = null;
    note.hidden = true;
  }
  // WCAG 1.4.13: the pointer may travel to the note.
  function hideSoon() {
    clearTimeout(timer);
    timer = setTimeout(hide, 250);
  }

  function show(term, isTapped) {
    clearTimeout(timer);
    if (shown === term) return;
    hide();
    shown = term;
    kept.load(kept.edition + 'terms', 'deskbookTerms', (terms) => {
      const meaning = terms[decodeURIComponent(term.hash.slice(1))];
      if (shown !== term || !meaning) return;
      note.textContent = meaning;
      if (isTapped) {
        const link = element('a', '', text('term-more'));
        link.href = term.href;
        note.append(' ', link);
      }
      note.hidden = false;
      term.setAttribute('aria-describedby', note.id);
      const place = term.getClientRects()[0];
      const left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - note.offsetWidth - 8));
      note.style.left = left + window.scrollX + 'px';
      note.style.top = place.bottom + window.scrollY + 6 + 'px';
    });
  }

  const termAt = (event) => (event.target instanceof Element ? event.target.closest('.term') : null);
  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    if (termAt(event)) show(termAt(event), false);
    else if (shown && note.contains(event.target)) clearTimeout(timer);
    else if (shown && document.activeElement !== shown) hideSoon();
  });
  document.addEventListener('focusin', (event) => { if (termAt(event)) show(termAt(event), false); });
  document.addEventListener('focusout', (event) => { if (termAt(event)) hideSoon(); });
  document.addEventListener('click', (event) => {
    const term = termAt(event);
    if (!term) {
      if (!note.contains(event.target)) hide();
      return;
    }
    // Without hover the first tap explains; the note's link goes on.
    if (event.pointerType !== 'touch') return;
    event.preventDefault();
    hide();
    show(term, true);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || note.hidden) return;
    event.preventDefault();
    hide();
  });
})();
