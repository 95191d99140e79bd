// The search's scripts are heavy: they come when the page is idle, or when somebody is about to search.
(function () {
  'use strict';
  const { isSingleKey, element, scriptAddress } = window.deskbook;
  const input = document.getElementById('search-input');
  const address = document.documentElement.dataset.later;
  if (!input || !address) return;
  let state = 'idle';
  let early = [];

  // Its readers find it in `searchRoot`.
  function loadIndex() {
    const root = { value: null, isDone: false, done: () => {} };
    const script = element('script');
    const finish = () => {
      root.isDone = true;
      root.done();
    };
    window.deskbook.searchRoot = root;
    window.__deskbook = (key, value) => { root.value = value; };
    script.src = scriptAddress(input.dataset.index);
    script.addEventListener('load', finish);
    script.addEventListener('error', finish);
    document.head.append(script);
  }

  function load() {
    if (state !== 'idle') return;
    state = 'loading';
    loadIndex();
    const script = element('script');
    script.src = scriptAddress(address);
    script.addEventListener('load', () => {
      state = 'ready';
      window.deskbook.searchLoad.load(() => {});
      if (document.activeElement !== input) return;
      input.dispatchEvent(new Event('focus'));
      // Pressed meanwhile, and meant for the search.
      early.forEach((key) => input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
      early = [];
    });
    script.addEventListener('error', () => { state = 'idle'; });
    document.head.append(script);
  }

  function leadsHere(event) {
    if (event.key === '/') return isSingleKey(event);
    return event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey &&
      !document.querySelector('dialog[open]');
  }

  document.addEventListener('keydown', (event) => {
    if (leadsHere(event)) {
      event.preventDefault();
      load();
      input.focus();
      input.select();
    } else if (state !== 'ready' && event.target === input && /^(Enter|Arrow(Up|Down))$/.test(event.key)) {
      event.preventDefault();
      early.push(event.key);
    }
  });
  input.addEventListener('focus', load);
  input.addEventListener('pointerenter', load);
  if (/[?&](q|mark)=/.test(location.search) || document.activeElement === input) {
    load();
    return;
  }
  // The reader may pay for each byte.
  if (navigator.connection && navigator.connection.saveData) return;
  window.addEventListener('load', () => {
    if (window.requestIdleCallback) window.requestIdleCallback(load, { timeout: 3000 });
    else setTimeout(load, 1000);
  });
})();
