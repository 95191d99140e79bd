// Loads the index when it is wanted, and the shards that a query needs, by script tags: from a
// folder nothing else may be read.
(function () {
  'use strict';

  const { searchIndex, searchRank, scriptAddress } = window.deskbook;
  const input = document.getElementById('search-input');
  const folder = input.dataset.index.replace(/[^/]*$/, '');
  const waiting = new Map();
  // The index itself, on its way since before these scripts: see later.js.
  const root = window.deskbook.searchRoot;
  let state = 'idle';
  let index = null;
  let latest = 0;

  window.__deskbook = (key, value) => {
    const done = waiting.get(key);
    if (key === 'index') root.value = value;
    waiting.delete(key);
    if (done) done(value);
  };

  // Adds a script tag; calls `done` with the value that it hands over, or with null.
  function fetchScript(key, source, done) {
    const element = document.createElement('script');
    const finish = (value) => {
      element.remove();
      waiting.delete(key);
      done(value);
    };
    waiting.set(key, finish);
    element.src = scriptAddress(source);
    // A script that ran has handed its value over by now.
    element.addEventListener('load', () => { if (waiting.get(key) === finish) finish(null); });
    element.addEventListener('error', () => finish(null));
    document.head.append(element);
  }

  // Opens the index; calls `done` once it can be asked or has failed.
  function load(done) {
    if (state === 'ready' || state === 'failed') {
      done();
      return;
    }
    const others = load.waiting;
    others.push(done);
    if (state === 'loading') return;
    state = 'loading';
    const open = () => {
      try {
        index = searchIndex.open(root.value);
        state = 'ready';
      } catch (error) {
        state = 'failed';
      }
      others.splice(0).forEach((call) => call());
    };
    if (root.isDone) open();
    else root.done = open;
  }
  load.waiting = [];

  // Asks the index: calls `done` with {hits, marks, stopWords, closest} or, where it cannot be
  // read, with null. Only the latest question is answered.
  function ask(text, options, done) {
    latest += 1;
    const number = latest;
    load(() => {
      if (number !== latest) return;
      if (state === 'failed') done(null);
      else answer(number, text, options, done);
    });
  }

  // Asks again when the shards that were missing have come.
  function answer(number, text, options, done) {
    const found = searchRank.query(index, text, options);
    if (found.missing.length === 0) {
      done(found);
      return;
    }
    let left = found.missing.length;
    let isBroken = false;
    found.missing.forEach((shard) => {
      fetchScript(shard.key, folder + shard.file, (value) => {
        if (value === null || !searchIndex.add(index, shard.key, value)) isBroken = true;
        left -= 1;
        if (left > 0 || number !== latest) return;
        if (isBroken) done(null);
        else answer(number, text, options, done);
      });
    });
  }

  window.deskbook.searchLoad = { load, ask, fetchScript, index: () => index, isReady: () => state === 'ready' };
})();
