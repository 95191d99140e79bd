// The search box: loads the index when it is wanted, lists hits while typing, all by keyboard.
(function () {
  'use strict';

  const input = document.getElementById('search-input');
  if (!input || !input.closest('.search')) return;
  const { searchIndex, searchRank, searchHits, toast, isSingleKey } = window.deskbook;
  const { words, make } = searchHits;
  const LIMIT = 12;
  const box = input.closest('.search');
  const panel = box.querySelector('.search-panel');
  const list = document.getElementById('search-results');
  const empty = box.querySelector('.search-empty');
  const status = document.getElementById('search-status');
  const root = input.dataset.root || '';
  const hint = make('p', 'search-hint', words('search-hint'));
  panel.append(hint);

  let state = 'idle';
  let index = null;
  let hits = [];
  let active = -1;
  let statusTimer = 0;

  function load() {
    if (state !== 'idle') return;
    state = 'loading';
    window.__deskbook = (key, value) => {
      if (key !== 'index' || state !== 'loading') return;
      try {
        index = searchIndex.open(value);
        state = 'ready';
      } catch (error) {
        state = 'failed';
      }
    };
    const address = input.dataset.index || 'search/index.js';
    const script = document.createElement('script');
    script.src = address.startsWith(root) ? address : root + address;
    script.addEventListener('load', finish);
    script.addEventListener('error', finish);
    document.head.append(script);
  }

  function finish() {
    if (state === 'loading') state = 'failed';
    if (box.contains(document.activeElement)) update();
  }

  // A gap before speaking, or every letter typed would be talked over.
  function announce(message) {
    clearTimeout(statusTimer);
    statusTimer = setTimeout(() => { status.textContent = message; }, 400);
  }

  function close() {
    panel.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
  }

  function update() {
    hits = [];
    active = -1;
    input.removeAttribute('aria-activedescendant');
    list.textContent = '';
    const text = input.value.trim();
    if (text === '') {
      close();
      announce('');
    } else if (state === 'ready') {
      show(text);
    } else {
      tell(words(state === 'failed' ? 'search-failed' : 'search-loading'), state === 'failed');
    }
  }

  function show(text) {
    const found = searchRank.query(index, text, { limit: LIMIT });
    hits = found.hits;
    if (hits.length === 0) {
      tell(words('search-none', { query: text }), true);
      return;
    }
    const shown = { marks: found.marks, stopWords: index.stopWords };
    hits.forEach((hit, i) => list.append(searchHits.item(hit, shown, i, root)));
    hint.hidden = false;
    list.hidden = false;
    list.scrollTop = 0;
    empty.hidden = true;
    panel.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    announce(words(hits.length === 1 ? 'search-results-one' : 'search-results-many',
      { n: hits.length }));
  }

  // Shows a message instead of hits, with the way to the A–Z where it helps.
  function tell(message, hasLink) {
    empty.textContent = '';
    empty.append(make('p', 'search-message', message));
    if (hasLink) {
      const link = make('a', 'search-az', words('search-az'));
      link.href = root + 'az.html';
      empty.append(link);
    }
    hint.hidden = true;
    list.hidden = true;
    empty.hidden = false;
    panel.hidden = false;
    input.setAttribute('aria-expanded', 'false');
    announce(message);
  }

  function linkAt(number) { return document.getElementById('search-hit-' + number); }

  function choose(number) {
    if (active >= 0 && linkAt(active)) linkAt(active).setAttribute('aria-selected', 'false');
    active = number;
    const link = number < 0 ? null : linkAt(number);
    if (!link) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    link.setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', link.id);
    link.scrollIntoView({ block: 'nearest' });
  }

  function open(event) {
    const link = linkAt(Math.max(active, 0));
    if (!link) return;
    if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener');
    else link.click();
  }

  // The old way: the Clipboard API is missing on plain-http intranets and may be refused anywhere.
  function copyBySelection(text) {
    const area = make('textarea', 'visually-hidden');
    area.value = text;
    area.readOnly = true;
    box.append(area);
    area.select();
    let isDone = false;
    try { isDone = document.execCommand('copy'); } catch (error) { isDone = false; }
    area.remove();
    input.focus({ preventScroll: true });
    return isDone;
  }

  function copy(number) {
    const text = hits[number].title;
    const finishCopy = (isDone) => {
      const message = words(isDone ? 'search-copied' : 'search-copy-failed', { text });
      if (toast) toast(message);
      else status.textContent = message;
    };
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text)
        .then(() => finishCopy(true), () => finishCopy(copyBySelection(text)));
    } else {
      finishCopy(copyBySelection(text));
    }
  }

  function hasSelection() {
    return input.selectionStart !== input.selectionEnd || String(window.getSelection()) !== '';
  }

  function isCopyKey(event) {
    const hit = hits[Math.max(active, 0)];
    return event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey) &&
      !event.shiftKey && !event.altKey && hit && hit.kind === 'phrase' && !hasSelection();
  }

  function move(key) {
    const last = hits.length - 1;
    if (key === 'ArrowDown') choose(active === last ? 0 : active + 1);
    else if (key === 'ArrowUp') choose(active <= 0 ? last : active - 1);
    else if (active < 0) return false;
    else choose(key === 'Home' ? 0 : last);
    return true;
  }

  function onKey(event) {
    if (event.isComposing) return;
    const isOpen = !panel.hidden && hits.length > 0;
    if (event.key === 'Escape') {
      onEscape(event);
    } else if (['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) {
      if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
      if (!isOpen && event.key.startsWith('Arrow')) update();
      if (hits.length > 0 && move(event.key)) event.preventDefault();
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      open(event);
    } else if (isOpen && isCopyKey(event)) {
      event.preventDefault();
      copy(Math.max(active, 0));
    }
  }

  // Esc empties the box; once more leaves it.
  function onEscape(event) {
    event.preventDefault();
    event.stopPropagation();
    if (input.value === '') {
      input.blur();
      return;
    }
    input.value = '';
    update();
  }

  function focusInput(event) {
    event.preventDefault();
    input.focus();
    input.select();
  }

  function isSlash(event) {
    if (event.key !== '/' || event.defaultPrevented) return false;
    if (isSingleKey) return isSingleKey(event);
    const target = event.target;
    const isField = target instanceof Element &&
      target.closest('input, textarea, select, [contenteditable]');
    return !isField && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  }

  function isCommandK(event) {
    return event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) &&
      !event.shiftKey && !event.altKey && !document.querySelector('dialog[open]');
  }

  document.addEventListener('keydown', (event) => {
    if (isSlash(event) || isCommandK(event)) focusInput(event);
  });
  input.addEventListener('keydown', onKey);
  input.addEventListener('input', () => { load(); update(); });
  input.addEventListener('focus', () => {
    load();
    if (input.value.trim() !== '' && panel.hidden) update();
  });
  input.addEventListener('pointerenter', load);
  box.addEventListener('focusout', (event) => {
    if (!box.contains(event.relatedTarget)) close();
  });
  // Pressing in the list leaves the focus in the box, so that the list stays.
  panel.addEventListener('mousedown', (event) => event.preventDefault());
  document.addEventListener('pointerdown', (event) => {
    if (!box.contains(event.target)) close();
  });
  list.addEventListener('click', (event) => {
    const button = event.target.closest('.search-copy');
    if (button) copy(Number(button.dataset.number));
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.target.closest('a') && !isElsewhere) close();
  });

  const asked = new URLSearchParams(window.location.search).get('q');
  if (asked) {
    input.value = asked;
    input.focus();
    load();
    update();
  }
})();
