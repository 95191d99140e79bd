// Runs before the first paint: tells the styles that scripts work, that a script shows one step at a time, and whether the home
// page has something of the reader's own to show, hides a notice that is over, and applies the reader's colour scheme, so that
// nothing flashes or moves.
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.remove('no-js');
  if (root.dataset.kind === 'script') {
    root.classList.add('stepping');
    // Which step an address names is known only when all are there.
    if (location.hash) root.classList.add('arriving');
  }
  // The day here, as ISO dates sort as text.
  var now = new Date();
  var today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  if (root.dataset.noticeUntil < today) root.classList.add('notice-over');
  try {
    var scheme = localStorage.getItem('deskbook-scheme');
    if (scheme === 'light' || scheme === 'dark' || scheme === 'contrast') root.dataset.scheme = scheme;
    if (/"deskbook-(pins|recent):/.test(JSON.stringify(localStorage))) root.classList.add('keeps');
    if (localStorage.getItem('deskbook-keys') === 'off') root.dataset.keys = 'off';
  } catch (error) {
    // Storage is blocked: the system's scheme holds, and every key works.
  }
})();
