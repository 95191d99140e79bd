// The build sets a card's text as large as fits by Helvetica's widths. Where the reader's font is wider, it is set smaller here.
(function () {
  'use strict';
  const smallest = 42;

  function fit(body) {
    const found = /\bfs-(\d+)\b/.exec(body.className);
    let size = found ? Number(found[1]) : smallest;
    while (size > smallest && body.scrollHeight > body.clientHeight) {
      body.classList.replace('fs-' + size, 'fs-' + (size - 1));
      size -= 1;
    }
  }

  document.querySelectorAll('.face .card-body').forEach(fit);
})();
