// Copies a line to say from the list, by Ctrl+C in the box or by the button beside it.
(function () {
  'use strict';

  const { text: words, toast, copyText, searchLog, searchPanel } = window.deskbook;
  if (!searchPanel) return;
  const { input, box } = searchPanel;
  const root = document.documentElement.dataset.root || '';

  // Within the box, which closes when the focus leaves it.
  function copy(hit) {
    const done = words('search-copied', { text: hit.title });
    copyText(hit.title, box, (isDone) => toast(isDone ? done : words('search-copy-failed')));
    searchLog.used(root + hit.url);
  }

  function hasSelection() {
    return input.selectionStart !== input.selectionEnd || String(window.getSelection()) !== '';
  }

  function isKey(event) {
    return event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && !hasSelection();
  }

  // The line that is meant: the chosen one, else the first; none where there is no line.
  function lineOf(hits, active) {
    const isLine = (hit) => Boolean(hit) && hit.kind === 'phrase';
    return isLine(hits[active]) ? hits[active] : hits.find(isLine);
  }

  window.deskbook.searchCopy = { copy, isKey, lineOf };
})();
