// Whether a review is due on the day of reading, whenever the site was built.
(function () {
  'use strict';
  const { text, element } = window.deskbook;
  const today = window.deskbook.today();

  // From the foot to the head, where it is read first.
  const due = document.querySelector('.trust .due');
  const place = document.querySelector('.page-head .summary') || document.querySelector('.page-head h1');
  if (due && place && due.dateTime < today) {
    const notice = element('p', 'overdue', text('overdue') + ' ');
    notice.append(due.cloneNode(true), '. ' + text('overdue-advice'));
    place.after(notice);
  }
  document.querySelectorAll('.overdue[data-next-review]').forEach((notice) => {
    if (notice.dataset.nextReview < today) notice.hidden = false;
  });
})();
