// What belongs to the call, where each folder of the tab has a storage of its own: in Firefox, on pages opened from the disk. A call
// would end at the folder's edge, and be met there again when another has begun. A frame keeps it, one file for all pages.
(function () {
  'use strict';
  const { stored, call, element } = window.deskbook;
  const address = document.documentElement.dataset.tab;
  // Only the engine's name tells it beforehand.
  if (!address || location.protocol !== 'file:' || !CSS.supports('-moz-appearance', 'none')) return;
  const frame = element('iframe');
  const changed = new Set();
  let isThere = false;
  let asked = 0;

  // Tells what was changed on this page, and asks for all.
  function ask() {
    const pairs = Array.from(changed, (key) => [key, stored.session().get(key) || null]);
    changed.clear();
    asked += 1;
    frame.contentWindow.postMessage([asked, pairs], '*');
  }

  document.addEventListener('deskbook-stored', (event) => {
    changed.add(event.detail);
    if (isThere) ask();
  });
  window.addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow) return;
    const [number, pairs] = event.data;
    // An answer to an earlier question knows nothing of what was changed since.
    if (number === asked && stored.renew(new Map(pairs))) call.arrive();
  });
  // A page from the browser's cache may be older than the call.
  window.addEventListener('pageshow', (event) => { if (event.persisted && isThere) ask(); });

  frame.hidden = true;
  frame.src = address;
  frame.addEventListener('load', () => { isThere = true; ask(); });
  document.body.append(frame);
})();
