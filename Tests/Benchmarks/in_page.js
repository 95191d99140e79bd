// Runs in the page that is measured: searches as a reader does, and says how long it took, in milliseconds.
(function () {
  'use strict';

  // What a page loads when the browser is idle would be there before the first search: held back here.
  window.requestIdleCallback = () => 0;

  const now = () => performance.now();
  const sleep = (time) => new Promise((done) => setTimeout(done, time));

  // The first match in the page or in a shadow tree of it.
  function find(selector, tree = document) {
    const found = tree.querySelector(selector);
    if (found) return found;
    for (const element of tree.querySelectorAll('*')) {
      const inner = element.shadowRoot && find(selector, element.shadowRoot);
      if (inner) return inner;
    }
    return null;
  }

  function type(input, text) {
    input.value = text;
    for (const name of ['input', 'keyup']) input.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
  }

  async function open(box) {
    if (box.open) find(box.open).click();
    for (let tries = 0; tries < 2000 && !find(box.input); tries += 1) await sleep(1);
    const input = find(box.input);
    input.focus();
    return input;
  }

  // From focus and a whole query set at once to the first result in the page; null when none came.
  async function first(box, text, patience) {
    const begin = now();
    const input = await open(box);
    const list = find(box.list);
    return new Promise((done) => {
      const look = () => {
        if (!list.querySelector(box.item)) return;
        watcher.disconnect();
        done(now() - begin);
      };
      const watcher = new MutationObserver(look);
      watcher.observe(list, { childList: true, subtree: true });
      setTimeout(() => { watcher.disconnect(); done(null); }, patience);
      type(input, text);
    });
  }

  // From an input event to the last change of the list before it rests for 100 ms; null when it did not change.
  function settle(list, act, patience) {
    return new Promise((done) => {
      let last = null;
      let timer = 0;
      const finish = () => { watcher.disconnect(); done(last); };
      const begin = now();
      const watcher = new MutationObserver(() => {
        last = now() - begin;
        clearTimeout(timer);
        timer = setTimeout(finish, 100);
      });
      watcher.observe(list, { childList: true, subtree: true, characterData: true });
      timer = setTimeout(finish, patience);
      act();
    });
  }

  // Types each query letter by letter into the box, for at most `limit` milliseconds.
  async function keystrokes(box, texts, limit) {
    const times = [];
    const begin = now();
    const input = await open(box);
    const list = find(box.list);
    for (const text of texts) {
      for (let length = 1; length <= text.length && now() - begin < limit; length += 1) {
        const time = await settle(list, () => type(input, text.slice(0, length)), 2000);
        if (time !== null) times.push(time);
      }
    }
    return times;
  }

  // The search functions below the boxes: each gives the first results with their excerpts.
  const functions = {
    async deskbook() {
      find('#search-input').focus();
      for (let tries = 0; tries < 2000 && !window.deskbook.searchLoad; tries += 1) await sleep(1);
      const searchLoad = window.deskbook.searchLoad;
      if (!searchLoad) return null;
      await new Promise((done) => searchLoad.load(done));
      return (text) => new Promise((done) => {
        setTimeout(done, 5000);
        searchLoad.ask(text, { limit: 10 }, done);
      });
    },
    async pagefind() {
      const pagefind = await import('/pagefind/pagefind.js');
      await pagefind.init();
      return async (text) => {
        const { results } = await pagefind.search(text);
        return Promise.all(results.slice(0, 10).map((result) => result.data()));
      };
    },
  };

  async function firstCall(name, text) {
    const begin = now();
    const found = await (await functions[name]())(text);
    return found.length ? now() - begin : null;
  }

  // Calls the function for each beginning of each query, for at most `limit` milliseconds; nothing where there is none.
  async function calls(name, texts, limit) {
    const ask = await functions[name]();
    const times = [];
    const begin = now();
    for (const text of ask ? texts : []) {
      for (let length = 1; length <= text.length && now() - begin < limit; length += 1) {
        const asked = now();
        await ask(text.slice(0, length));
        times.push(now() - asked);
        await sleep(0);
      }
    }
    return times;
  }

  window.benchmark = { first, keystrokes, firstCall, calls };
})();
