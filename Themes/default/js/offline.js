// Keeps the handbook for times without a network; a folder on disk needs none.
(function () {
  'use strict';
  if (!/^https?:$/.test(location.protocol) || !window.deskbook.kept.root.startsWith(location.origin)) return;
  const { kept, toast, text, scriptAddress } = window.deskbook;
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = kept.root + 'manifest.webmanifest';
  document.head.append(manifest);
  const workers = navigator.serviceWorker;
  if (!workers) return;

  // All tabs at once, so that none asks one build for the other's files.
  const isFirst = !workers.controller;
  let isLeaving = false;
  workers.addEventListener('controllerchange', () => {
    if (isFirst || isLeaving) return;
    isLeaving = true;
    location.reload();
  });

  // At the opening of a page, when nothing is lost yet, and by a lone tab.
  function offer(worker) {
    if (worker && workers.controller) worker.postMessage('take over if alone');
  }

  window.addEventListener('load', () => setTimeout(() => {
    workers.register(scriptAddress(kept.root + 'sw.js'), { updateViaCache: 'none' }).then((registration) => {
      if (!registration) return; // a browser that has been told to keep nothing
      offer(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker.addEventListener('statechange', () => {
          if (worker.state === 'installed' && workers.controller) toast(text('update-ready'));
        });
      });
    }, () => { /* a host without https, or one that has no worker: the network stays needed */ });
  }, 1500));
})();
