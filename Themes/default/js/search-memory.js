// What the reader searched for, kept in this browser alone: searches that led somewhere, to repeat
// them, and those that found nothing, for the editor.
(function () {
  'use strict';

  const { stored, searchHits } = window.deskbook;
  const LONGEST = 100;

  function tidy(text) { return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST); }

  function opened() { return stored.read('searches'); }

  function addOpened(text) {
    const others = opened().filter((other) => other !== tidy(text));
    if (tidy(text)) stored.write('searches', [tidy(text)].concat(others).slice(0, 8));
  }

  function missed() { return stored.read('missed'); }

  // The list with a text in it, last.
  function missedWith(searched) {
    const text = tidy(searched).toLowerCase();
    const before = missed().find((row) => row.text === text);
    const row = { text, count: before ? before.count + 1 : 1, date: searchHits.today() };
    return missed().filter((other) => other.text !== text).concat(row).slice(-200);
  }

  function addMissed(text) { stored.write('missed', missedWith(text)); }

  function countMissed(text) { return (text ? missedWith(text) : missed()).length; }

  // Tab-separated, for a spreadsheet; an apostrophe keeps it from taking a query for a formula.
  function table() {
    const rows = missed().map((row) => [tidy(row.text).replace(/^[=+\-@]/, "'$&"), row.count, row.date].join('\t'));
    return ['query\tcount\tlast'].concat(rows).join('\n') + '\n';
  }

  window.deskbook.searchMemory = {
    opened, addOpened, addMissed, countMissed, table,
    forgetOpened: () => stored.remove('searches'),
    forgetMissed: () => stored.remove('missed'),
  };
})();
