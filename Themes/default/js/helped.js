// Whether a page helped, kept in this browser alone until somebody sends it to the editor.
(function () {
  'use strict';
  const shared = window.deskbook;
  const { text, toast, today, kept } = shared;
  const buttons = document.querySelectorAll('.helped button');
  const MOST = 400;
  // The answer of this visit, which may be changed or taken back.
  let given = null;

  function count(outcome, more) {
    const isSame = (row) => row.page === kept.here && row.outcome === outcome;
    const rows = kept.read('helped');
    const before = rows.find(isSame);
    const row = { page: kept.here, outcome, count: (before ? before.count : 0) + more, date: today() };
    kept.write('helped', rows.filter((one) => !isSame(one)).concat(row.count > 0 ? row : []).slice(-MOST));
  }

  function answer(outcome) {
    if (given) count(given, -1);
    given = given === outcome ? null : outcome;
    if (given) count(given, 1);
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.outcome === given)));
    toast(text(given ? 'helped-kept' : 'helped-taken'));
  }
  if (kept.here !== null) buttons.forEach((button) => button.addEventListener('click', () => answer(button.dataset.outcome)));

  // As lines of the file of searches: query, count, day, outcome, page.
  const rows = () => kept.read('helped').map((row) => ['', row.count, row.date, row.outcome, row.page]);

  shared.helped = { rows, forget: () => kept.write('helped', []) };
})();
