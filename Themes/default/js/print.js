// The day of printing, which css/print.css puts into the margin of every sheet.
(function () {
  'use strict';
  const { text } = window.deskbook;
  window.addEventListener('beforeprint', () => {
    const now = new Date();
    const months = text('months').split(' ');
    const date = months.length === 12 ?
      text('date', { day: now.getDate(), month: months[now.getMonth()], year: now.getFullYear() }) : now.toLocaleDateString();
    document.documentElement.dataset.printed = text('printed', { date });
  });
})();
