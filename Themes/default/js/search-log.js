// Notices searches that led nowhere: nothing was found, or nothing of what was found was opened or copied.
(function () {
  'use strict';

  const { stored, searchNear, searchMemory, searchMask } = window.deskbook;
  const MINUTE = 60000;

  // What is searched for now, {text, outcome, isRested, isUsed, isKept, ofCall, row}; `row` is its text as it is kept, without
  // `ofCall`, the words in blanks at that moment.
  let current = null;
  // A text that holds less of the same search: more may follow, or it is being erased.
  let shorter = null;
  // Those that were kept, with less than a minute between one and the next, until one led somewhere.
  let session = [];
  let last = 0;
  let onKept = () => {};

  // Whether one text goes on or mends the spelling of another; what nobody rested on is still being typed.
  function isSame(before, after) {
    const a = before.text.toLowerCase();
    const b = after.text.toLowerCase();
    if ((' ' + a).includes(' ' + b) || (' ' + b).includes(' ' + a)) return true;
    if (!before.isRested && a[0] === b[0]) return true;
    return searchNear.distance(a, b) <= (a.length < 8 ? 1 : 2);
  }

  function keep(search) {
    if (search.isKept || search.isUsed) return;
    search.isKept = true;
    search.ofCall = searchMask.blanks();
    session.push(search);
    searchMask.ready(() => {
      search.row = searchMask.mask(search.text, search.ofCall, false);
      searchMemory.addMissed(search.row, search.outcome);
      onKept();
    });
  }

  function takeBack(search) {
    session = session.filter((other) => other !== search);
    searchMask.ready(() => { searchMemory.takeBackMissed(search.row); });
  }

  // Takes the answer on show to a text; `outcome` is what it would be noted as, `nothing` or `abandoned`.
  function shown(text, outcome) {
    if (!text) return;
    const search = { text, outcome };
    const before = current;
    const isLate = Date.now() - last > MINUTE;
    last = Date.now();
    shorter = null;
    if (isLate) session = [];
    if (before && before.text === text) {
      if (!before.isKept) before.outcome = outcome;
    } else if (before && isSame(before, search)) {
      if (before.text.length > text.length && before.text.includes(text)) shorter = search;
      else follow(before, search);
    } else {
      // A list that was read for longer was of use.
      if (before && !isLate) keep(before);
      if (before && before.isUsed) session = [];
      current = search;
    }
  }

  // A search goes on in another; one that ended within a word was none.
  function follow(before, search) {
    const isWithinWord = search.text.startsWith(before.text) && /^[\p{L}\p{N}]/u.test(search.text.slice(before.text.length));
    if (before.isKept && before.outcome === 'nothing' && isWithinWord) takeBack(before);
    current = search;
  }

  // The reader rests on what is shown.
  function rested() {
    if (shorter) current = shorter;
    shorter = null;
    if (!current) return;
    current.isRested = true;
    if (current.outcome === 'nothing') keep(current);
    else searchMask.ready(() => {});
  }

  // The list was closed; where the box is empty, what comes is a new search.
  function left(isCleared) {
    last = Date.now();
    if (current) keep(current);
    if (isCleared) current = shorter = null;
  }

  // Something of the list was opened or copied.
  function used(address) {
    const search = shorter || current;
    const url = new URL(address, location.href);
    const path = stored.pathOf(url.href);
    if (!search || path === null) return;
    current = Object.assign(search, { isUsed: true });
    shorter = null;
    session.filter((other) => other.outcome === 'abandoned' && isSame(other, search)).forEach(takeBack);
    session.slice().forEach((other) => searchMask.ready(() => searchMemory.setOpened(other.row, path + url.hash)));
  }

  // The search on show, where it was kept for having found nothing.
  function kept() { return current && !shorter && current.row && current.outcome === 'nothing' ? current : null; }

  // What is kept of a search, with its words as they were typed.
  function whole(search) { return searchMask.mask(search.text, search.ofCall, true); }

  function putBack(search) {
    searchMemory.takeBackMissed(search.row);
    search.row = whole(search);
    searchMemory.addMissed(search.row, search.outcome);
  }

  window.addEventListener('pagehide', () => {
    left(false);
    searchMask.hurry();
  });

  window.deskbook.searchLog = { shown, rested, left, used, kept, whole, putBack, listen: (act) => { onKept = act; } };
})();
