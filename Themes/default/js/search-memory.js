// What the reader searched for, kept in this browser alone: searches that led somewhere, to repeat
// them, and those that found nothing, for the editor.
(function () {
  'use strict';

  const { local, searchHits } = window.deskbook;
  const OPENED = 'deskbook-searches';
  const MISSED = 'deskbook-missed';
  const LONGEST = 100;

  // Whatever stands in the storage: other versions and other programs write there too.
  function read(key, isWhole) {
    try {
      const kept = JSON.parse(local.get(key));
      return Array.isArray(kept) ? kept.filter(isWhole) : [];
    } catch (error) {
      return [];
    }
  }

  function tidy(text) { return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST); }

  function opened() { return read(OPENED, (text) => typeof text === 'string'); }

  function addOpened(text) {
    const others = opened().filter((other) => other !== tidy(text));
    if (tidy(text)) local.set(OPENED, JSON.stringify([tidy(text)].concat(others).slice(0, 8)));
  }

  function missed() {
    return read(MISSED, (row) => row && typeof row.text === 'string' && row.count > 0 && typeof row.date === 'string');
  }

  // The list with a text in it, last.
  function missedWith(searched) {
    const text = tidy(searched).toLowerCase();
    const before = missed().find((row) => row.text === text);
    const row = { text, count: before ? before.count + 1 : 1, date: searchHits.today() };
    return missed().filter((other) => other.text !== text).concat(row).slice(-200);
  }

  function addMissed(text) { local.set(MISSED, JSON.stringify(missedWith(text))); }

  function countMissed(text) { return (text ? missedWith(text) : missed()).length; }

  // Tab-separated, for a spreadsheet; an apostrophe keeps it from taking a query for a formula.
  function table() {
    const rows = missed().map((row) => [row.text.replace(/^[=+\-@]/, "'$&"), row.count, row.date].join('\t'));
    return ['query\tcount\tlast'].concat(rows).join('\n') + '\n';
  }

  window.deskbook.searchMemory = {
    opened, addOpened, addMissed, countMissed, table,
    forgetOpened: () => local.remove(OPENED),
    forgetMissed: () => local.remove(MISSED),
  };
})();
