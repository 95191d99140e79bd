// Copies what to say, its blanks filled, and code blocks.
(function () {
  'use strict';
  const { text, toast, isSingleKey, element } = window.deskbook;

  function lines(phrase) {
    return Array.from(phrase.querySelectorAll('.say .line')).map((line) => {
      const copy = line.cloneNode(true);
      copy.querySelectorAll('.field:not(.filled)').forEach((field) => { field.textContent = '[' + field.textContent + ']'; });
      return copy.textContent.replace(/\s+/g, ' ').trim();
    }).join('\n');
  }

  // The Clipboard API is missing on plain http and may be refused.
  function copyBySelection(content, place) {
    const area = element('textarea', 'visually-hidden');
    const focused = document.activeElement;
    area.value = content;
    area.readOnly = true;
    place.append(area);
    area.select();
    let isDone = false;
    try { isDone = document.execCommand('copy'); } catch (error) { isDone = false; }
    if (focused && focused.focus) focused.focus({ preventScroll: true });
    area.remove();
    return isDone;
  }

  // `place` may take the focus for a moment, as the old way needs.
  function copyText(content, place, done) {
    const old = () => done(copyBySelection(content, place));
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(content).then(() => done(true), old);
    } else {
      old();
    }
  }

  function select(source) {
    const range = document.createRange();
    range.selectNodeContents(source);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function copy(content, source, button, message) {
    copyText(content, document.body, (isDone) => {
      if (!isDone) {
        select(source);
        toast(text('copy-failed'));
        return;
      }
      const shown = content.length > 90 ? content.slice(0, 87).trimEnd() + '…' : content;
      toast(message || text('copied', { text: shown }));
      if (button) {
        button.classList.add('done');
        setTimeout(() => button.classList.remove('done'), 1200);
      }
    });
  }

  function copyPhrase(phrase) {
    const source = phrase && phrase.querySelector('.say');
    if (source) copy(lines(phrase), source, phrase.querySelector('.copy'));
  }

  document.querySelectorAll('.body pre').forEach((block) => {
    // Letters have buttons of their own.
    if (block.parentElement.matches('.message')) return;
    const button = element('button', 'copy-code', text('copy'));
    const frame = element('div', 'copyable');
    block.before(frame);
    frame.append(block, button);
    button.addEventListener('click', () => copy(block.textContent.replace(/\n$/, ''), block, button));
  });

  // Each is called by its line, or a list of buttons says nothing.
  document.querySelectorAll('.phrase .copy').forEach((button) => {
    const phrase = button.closest('.phrase');
    if (phrase.querySelector('.say')) button.setAttribute('aria-label', button.textContent + ': ' + lines(phrase).slice(0, 80));
  });

  document.addEventListener('click', (event) => {
    const button = event.target.closest('.phrase .copy');
    if (button) copyPhrase(button.closest('.phrase'));
  });

  let pointed = null;
  document.addEventListener('pointerover', (event) => { pointed = event.target.closest('.phrase'); });
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'c' || event.shiftKey || event.repeat || !isSingleKey(event)) return;
    const focused = document.activeElement && document.activeElement.closest('.phrase');
    const phrase = focused || pointed || document.querySelector('.phrase:target');
    if (phrase) copyPhrase(phrase);
  });

  Object.assign(window.deskbook, { copyText, copyAndTell: copy });
})();
