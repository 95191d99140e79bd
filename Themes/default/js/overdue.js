// A page whose review date has passed says so on the day it is read, however long ago the site was built.
(function () {
  'use strict';
  const now = new Date();
  const today = [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
  document.querySelectorAll('.overdue[data-next-review]').forEach((notice) => {
    // ISO dates sort as text.
    if (notice.dataset.nextReview < today) notice.hidden = false;
  });
})();
