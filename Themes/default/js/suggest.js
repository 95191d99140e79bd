// Messages to the page's owner with better words, for the page and for each line to say.
(function () {
  'use strict';
  const { text, element } = window.deskbook;
  const ofPage = document.querySelector('.feedback .suggest');
  if (!ofPage) return;
  const start = ofPage.href;
  const title = document.querySelector('h1').textContent.trim();

  // Blanks by their names: whose call it was is not to be sent.
  function lineOf(phrase) {
    const line = phrase.querySelector('.line').cloneNode(true);
    line.querySelectorAll('.field').forEach((field) => { field.textContent = '[' + (field.dataset.label || field.textContent) + ']'; });
    return line.textContent.replace(/\s+/g, ' ').trim();
  }

  // Without what was searched for on the way.
  function addressOf(anchor) {
    return location.href.split(/[?#]/)[0] + (anchor ? new URL(anchor.href).hash : location.hash);
  }

  function message(phrase) {
    const lines = [text('suggest-page', { title })];
    // Mail programs refuse very long addresses.
    if (phrase) lines.push(text('suggest-line', { text: lineOf(phrase).slice(0, 500) }));
    lines.push(text('suggest-address', { url: addressOf(phrase && phrase.querySelector('.anchor')) }), '', text('suggest-blank'), '');
    return start + '&body=' + encodeURIComponent(lines.join('\r\n'));
  }

  document.querySelectorAll('.body .phrase').forEach((phrase) => {
    const tools = phrase.querySelector('.tools');
    if (!tools || !phrase.querySelector('.line')) return;
    const link = element('a', 'suggest');
    link.href = start;
    link.title = text('suggest');
    link.setAttribute('aria-label', text('suggest') + ': ' + lineOf(phrase).slice(0, 80));
    tools.append(link);
  });

  // When it is followed, as a script's step has an address of its own.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.suggest');
    if (link) link.href = message(link.closest('.phrase'));
  }, true);
})();
