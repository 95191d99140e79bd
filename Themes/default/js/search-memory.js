// What the reader searched for, kept in this browser alone: searches that led somewhere, to repeat them
// during the call, and those that led nowhere, for the editor.
(function () {
  'use strict';

  const { stored, kept, call, today } = window.deskbook;
  const LONGEST = 100;
  const MOST = 200;

  // Earlier versions kept what found nothing as it was typed.
  stored.remove('missed');

  // One line, and no half of a character.
  function tidy(text) {
    return text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim().slice(0, LONGEST).replace(/\p{Cs}$/u, '');
  }

  function opened() { return stored.read('searches'); }

  function addOpened(text) {
    const others = opened().filter((other) => other !== tidy(text));
    if (!tidy(text)) return;
    stored.write('searches', [tidy(text)].concat(others).slice(0, 8));
    call.begin();
  }

  // Puts what is made of the row of a text last, where anything is.
  function change(text, make) {
    const rows = kept.read('missed');
    const row = make(rows.find((other) => other.text === text));
    kept.write('missed', rows.filter((other) => other.text !== text).concat(row || []).slice(-MOST));
  }

  // `text` is masked already.
  function addMissed(text, outcome) {
    const name = tidy(text);
    change(name, (row) => ({
      text: name, count: row ? row.count + 1 : 1, date: today(), outcome, opened: row ? row.opened : '',
    }));
  }

  function takeBackMissed(text) {
    change(tidy(text), (row) => row && row.count > 1 && Object.assign(row, { count: row.count - 1 }));
  }

  function setOpened(text, place) { change(tidy(text), (row) => row && Object.assign(row, { opened: place })); }

  // Those first that came most, then the latest.
  function missed() { return kept.read('missed').reverse().sort((a, b) => b.count - a.count); }

  // Tab-separated, for a spreadsheet; an apostrophe keeps it from taking a query for a formula.
  function lines() {
    return missed().map((row) => [tidy(row.text).replace(/^[=+\-@]/, "'$&"), row.count, row.date, row.outcome, row.opened].join('\t'));
  }

  window.deskbook.searchMemory = {
    opened, addOpened, addMissed, takeBackMissed, setOpened, missed, lines,
    header: 'query\tcount\tlast\toutcome\topened',
    forgetOpened: () => stored.remove('searches'),
    strike: (row) => change(row.text, () => null),
    forgetMissed: () => kept.forget('missed'),
  };
})();
