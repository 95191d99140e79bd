// What this browser keeps of a reader, and the one way to read it. Other handbooks on the same disk, earlier versions and other
// programs write there too: every value is looked at when it is read, and what does not fit is dropped.
(function () {
  'use strict';
  const root = new URL(document.documentElement.dataset.root || '.', location.href).href;
  const inSession = new Set(['began', 'fields', 'shift', 'call', 'searches']);

  // The path of a page of this handbook below its root; null for any other address.
  function pathOf(address) {
    const path = address.split(/[?#]/)[0];
    return path.startsWith(root) ? path.slice(root.length) || 'index.html' : null;
  }

  const isText = (value) => typeof value === 'string';
  const isCount = (value) => Number.isSafeInteger(value) && value > 0;
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const listOf = (isWhole) => (value) => (Array.isArray(value) ? value.filter(isWhole) : []);
  const isListOf = (isWhole) => (value) => Array.isArray(value) && value.length > 0 && value.every(isWhole);

  // Without a prototype, so that a blank may be called `constructor`.
  const tableOf = (isWhole) => (value) => {
    const table = Object.create(null);
    if (isObject(value)) Object.keys(value).filter((key) => isWhole(value[key])).forEach((key) => { table[key] = value[key]; });
    return table;
  };

  // Only as it would be written here: no other scheme, no other host, no way out of the root.
  function isPath(value) {
    if (!isText(value)) return false;
    try { return pathOf(new URL(value, root).href) === value; } catch (error) { return false; }
  }

  const isPage = (value) => isObject(value) && isPath(value.path) && isText(value.title);
  const isPart = (value) => isText(value) ||
    (isObject(value) && isText(value.field) && isText(value.label) && (value.type === undefined || isText(value.type)));
  const isPhrase = (value) => isObject(value) && isPath(value.path) && isText(value.hash) && /^#/.test(value.hash) &&
    isListOf(isPart)(value.line);
  const isTime = (value) => typeof value === 'number' && Number.isFinite(new Date(value).getTime());
  const isVisit = (value) => isObject(value) && isText(value.step) && isText(value.choice) && isTime(value.at) &&
    (value.title === undefined || isText(value.title));
  const isTrail = isListOf(isVisit);
  const isCallPart = (value) => isObject(value) && isText(value.title) && isText(value.choice) && isTrail(value.trail);
  // A page, or a place on it, as a link from the root would name it.
  const isPlace = (value) => isText(value) && isPath(value.split('#')[0]) && new URL(value, root).href === root + value;
  const isDay = (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value) && isTime(Date.parse(value));
  // With something to be seen.
  const isMiss = (value) => isObject(value) && isText(value.text) && /[^\s\p{C}]/u.test(value.text) && isCount(value.count) && isDay(value.date) &&
    (value.outcome === 'nothing' || value.outcome === 'abandoned') && (value.opened === '' || isPlace(value.opened));
  const isAnswer = (value) => isObject(value) && isPath(value.page) && ['helped', 'not-helped'].includes(value.outcome) && isCount(value.count) &&
    isDay(value.date);

  // What of a value can be used.
  const shapes = {
    pins: listOf((value) => isPhrase(value) || (isPage(value) && value.line === undefined)),
    recent: listOf(isPage),
    new: listOf(isPath),
    known: (value) => (isObject(value) && isText(value.build) && isText(value.pages) ? value : null),
    lines: tableOf((value) => Array.isArray(value) && value.every(isText)),
    practice: tableOf((value) => isObject(value) && (value.checks === undefined || Array.isArray(value.checks))),
    searches: listOf(isText),
    missed: listOf(isMiss),
    helped: listOf(isAnswer),
    began: (value) => (isObject(value) && isText(value.id) && isTime(value.at) && (value.name === undefined || isText(value.name)) ? value : null),
    fields: tableOf(isText),
    shift: tableOf(isText),
    call: (value) => (isObject(value) && isText(value.to) && isListOf(isCallPart)(value.parts) ? value : null)
  };

  function keyOf(name, scope) { return 'deskbook-' + name + (scope === undefined ? '' : ':' + scope); }

  // Asked anew each time: where storage is blocked, its mere mention throws.
  function storageOf(name) { return inSession.has(name) ? window.sessionStorage : window.localStorage; }

  // For storage that is blocked or full: such values live as long as the page.
  const onPage = new Map();

  function textOf(name, key) {
    if (onPage.has(key)) return onPage.get(key);
    try { return storageOf(name).getItem(key); } catch (error) { return null; }
  }

  function read(name, scope) {
    let value = null;
    try { value = JSON.parse(textOf(name, keyOf(name, scope))); } catch (error) { /* nothing that can be read */ }
    return shapes[name](value);
  }

  // For js/tab.js.
  function announce(name, key) {
    if (inSession.has(name)) document.dispatchEvent(new CustomEvent('deskbook-stored', { detail: key }));
  }

  function write(name, value, scope) {
    const key = keyOf(name, scope);
    onPage.delete(key);
    try { storageOf(name).setItem(key, JSON.stringify(value)); } catch (error) { onPage.set(key, JSON.stringify(value)); }
    announce(name, key);
  }

  function remove(name, scope) {
    onPage.delete(keyOf(name, scope));
    try { storageOf(name).removeItem(keyOf(name, scope)); } catch (error) { /* nothing was kept */ }
    announce(name, keyOf(name, scope));
  }

  // All that the session keeps, as texts by their keys.
  function session() {
    try {
      return new Map(Object.entries(window.sessionStorage).filter(([key]) => key.startsWith('deskbook-')));
    } catch (error) {
      return new Map();
    }
  }

  // Keeps these texts and no others; gives whether any is new.
  function renew(texts) {
    const own = session();
    const keys = [...new Set([...own.keys(), ...texts.keys()])].filter((key) => own.get(key) !== texts.get(key));
    keys.forEach((key) => {
      if (texts.has(key)) window.sessionStorage.setItem(key, texts.get(key));
      else window.sessionStorage.removeItem(key);
    });
    return keys.length > 0;
  }

  // One word, which js/early.js compares before anything is shown.
  function setting(name, word) {
    try { window.localStorage.setItem(keyOf(name), word); } catch (error) { /* holds on this page only */ }
  }

  window.deskbook.stored = { root, pathOf, isTrail, read, write, remove, setting, session, renew };
})();
