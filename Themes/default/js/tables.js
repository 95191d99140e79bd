// Tables that fit need not scroll in a box of their own, and so their headers can stay in sight.
(function () {
  'use strict';
  if (!('ResizeObserver' in window)) return;
  const measured = new ResizeObserver((entries) => {
    entries.forEach(({ target }) => target.classList.toggle('fits', target.scrollWidth <= target.clientWidth));
  });
  document.querySelectorAll('.table-scroll').forEach((box) => measured.observe(box));
})();
