// Copies lines to say from the list of hits, their blanks filled as on the page.
(function () {
  'use strict';

  const { text: words, toast, copyText, filled, searchLog, searchPanel } = window.deskbook;
  if (!searchPanel) return;
  const { input, box } = searchPanel;
  const root = document.documentElement.dataset.root || '';

  const isLine = (hit) => Boolean(hit) && hit.kind === 'phrase';
  const hasSelection = () => input.selectionStart !== input.selectionEnd || String(window.getSelection()) !== '';

  // Within the box, which closes when the focus leaves it.
  function copyLine(hit) {
    const text = filled(hit.title);
    copyText(text, box, (isDone) => toast(words(isDone ? 'search-copied' : 'search-copy-failed', { text })));
    searchLog.used(root + hit.url);
  }

  // 1 to 9 for Alt with that digit, whatever the layout types then; 0 for Ctrl+C; null for any other key.
  function keyOf(event) {
    const isControl = event.ctrlKey || event.metaKey;
    const digit = /^Digit([1-9])$/.exec(event.code);
    if (event.shiftKey) return null;
    if (digit && event.altKey && !isControl) return Number(digit[1]);
    return isControl && !event.altKey && event.key.toLowerCase() === 'c' && !hasSelection() ? 0 : null;
  }

  // The line that such a key is for: the n-th of those that can be copied, or the chosen one and else the first.
  function lineOf(key, hits, active) {
    if (key === 0 && isLine(hits[active])) return hits[active];
    return hits.filter(isLine)[Math.max(0, key - 1)];
  }

  window.deskbook.searchCopy = { copyLine, keyOf, lineOf };
})();
