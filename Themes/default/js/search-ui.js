// The search box: lists hits while typing, all by keyboard, and never moves a line that is about
// to be chosen. The keys that lead to it are those of later.js.
(function () {
  'use strict';

  const {
    text: words, element: make, searchLoad, searchHits, searchMarks, searchMemory, searchLog, searchPanel, searchHelp, searchCopy,
  } = window.deskbook;
  if (!searchPanel) return;
  const { input, box, panel, list, kinds, recent, button, reveal, announce } = searchPanel;
  const LIMIT = 10;
  const TYPED_KIND = /(^|\s)(?!tag:)[a-z]+:\s*/i;
  const root = document.documentElement.dataset.root || '';

  let hits = [];
  let found = null;
  let active = -1;
  let kind = '';
  let asked = 0;
  let isBusy = false;
  let shown = '';
  let later = [];
  let held = null;
  let returning = null;
  let isPressed = false;
  let slowTimer = 0;
  let settleTimer = 0;

  recent.append(button('search-forget', () => {
    searchMemory.forgetOpened();
    input.focus();
    close();
  }));

  function optionAt(number) { return document.getElementById('search-hit-' + number); }

  // Ends the question; an answer that is still to come is not for anyone.
  function drop() {
    asked += 1;
    isBusy = false;
    later = [];
    held = null;
    clearTimeout(slowTimer);
    list.removeAttribute('aria-busy');
  }

  function close() {
    clearTimeout(settleTimer);
    searchLog.left(input.value.trim() === '');
    drop();
    panel.hidden = true;
    shown = '';
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
    announce('');
  }

  function hide() {
    close();
    searchMarks.setParameter('q', '');
  }

  function update() {
    const text = input.value.trim();
    choose(-1);
    if (text === '') {
      showRecent();
      return;
    }
    const key = kind + ':' + text;
    if (key === shown && !panel.hidden) {
      drop();
      return;
    }
    clearTimeout(settleTimer);
    drop();
    isBusy = true;
    list.setAttribute('aria-busy', 'true');
    const number = asked;
    searchLoad.ask(text, { limit: LIMIT, kind: kind || null }, (answer) => {
      if (number !== asked) return;
      held = () => { shown = key; paint(text, answer); };
      if (!isPressed) release();
    });
    if (isBusy && (panel.hidden || hits.length === 0)) {
      slowTimer = setTimeout(() => tell(words('search-loading')), 150);
    }
  }

  // Paints the answer unless a finger is on the list: what is pressed must not change under it.
  function release() {
    if (!held) return;
    const paintNow = held;
    const acts = later;
    drop();
    paintNow();
    acts.forEach((act) => act());
  }

  function paint(text, answer) {
    found = answer;
    hits = answer ? answer.hits : [];
    active = -1;
    const shownKind = (answer && answer.filters.kind) || kind;
    kinds.querySelectorAll('input').forEach((radio) => { radio.checked = radio.value === shownKind; });
    if (!answer) {
      tell(words('search-failed'), [searchHelp.azLink()]);
      return;
    }
    settleTimer = setTimeout(rest, 1000);
    const isForAll = !shownKind && answer.filters.tags.length === 0;
    searchLog.shown(answer.filters.text, hits.length === 0 && isForAll ? 'nothing' : 'abandoned');
    if (hits.length === 0) {
      tellNone(text, answer, shownKind);
      return;
    }
    list.replaceChildren(...searchHits.items(hits, found, root));
    reveal(list);
    returnToHit();
    announce(words(hits.length === 1 ? 'search-results-one' : 'search-results-many', { n: hits.length }) +
      (shownKind ? ' · ' + words('search-only-' + shownKind) : ''));
  }

  // A search on which the reader rests counts: what found nothing is noted, and the address may be shared.
  function rest() {
    searchLog.rested();
    shareAddress();
  }

  function shareAddress() {
    const text = input.value.trim();
    searchMarks.setParameter('q', text && kind ? kind + ': ' + text : text);
  }

  function showRecent() {
    const all = searchMemory.opened();
    hide();
    hits = [];
    kind = '';
    if (all.length === 0) return;
    list.replaceChildren(...all.map((text, i) => {
      const option = make('li', 'search-link search-again', text);
      option.id = 'search-hit-' + i;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      return option;
    }));
    reveal(recent);
  }

  // Shows a message in place of hits, with what else may help.
  function tell(text, parts) {
    hits = [];
    searchPanel.tell(text, parts);
  }

  function tellNone(text, answer, shownKind) {
    // Isolated, or a text written from right to left would turn the sentence round.
    const none = words('search-none', { query: '\u2068' + text + '\u2069' });
    const { closest } = answer;
    tell(none, searchHelp.parts({ kind: shownKind, closest }, { run, everything: () => setKind('') }));
    if (closest.length) announce(none + ' ' + words('search-closest') + ' ' + closest.join(', '));
  }

  function run(text) {
    input.value = text;
    input.focus();
    update();
  }

  // A kind that was typed gives way to the one chosen now.
  function setKind(name) {
    if (!kind && found && found.filters.kind) input.value = input.value.replace(TYPED_KIND, '$1');
    kind = name;
    update();
  }

  function choose(number) {
    const before = active < 0 ? null : optionAt(active);
    const option = number < 0 ? null : optionAt(number);
    if (before) before.setAttribute('aria-selected', 'false');
    active = number;
    if (!option) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  function use(address) {
    searchMemory.addOpened(input.value);
    searchLog.used(address);
  }

  // Follows a hit: its page gets the found words, and the browser's Back comes back to the hits.
  function follow(option, event) {
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.type === 'auxclick';
    const foundWords = searchHits.foundWords(hits[number(option)], found);
    const address = option.href;
    use(address);
    if (!isElsewhere && option.pathname === window.location.pathname) {
      hide();
      input.blur();
      if (!option.hash) {
        event.preventDefault();
        window.scrollTo(0, 0);
      }
      setTimeout(() => searchMarks.show(foundWords));
      return;
    }
    // Only while it is followed, so that what a reader copies from the list is the plain address.
    option.href = searchMarks.addressWith(address, foundWords);
    setTimeout(() => { option.href = address; });
    if (isElsewhere) return;
    shareAddress();
    searchMarks.remember({ deskbookHit: { number: number(option), top: list.scrollTop } });
    close();
  }

  function number(option) { return Number(option.id.slice('search-hit-'.length)); }

  function open(event) {
    const option = optionAt(Math.max(active, 0));
    if (!option || (active < 0 && hits.length === 0)) return;
    event.preventDefault();
    if (option.href && (event.ctrlKey || event.metaKey)) {
      use(option.href);
      const foundWords = searchHits.foundWords(hits[number(option)], found);
      window.open(searchMarks.addressWith(option.href, foundWords), '_blank', 'noopener');
    } else {
      option.click();
    }
  }

  // Moves among the options; gives whether there was anything to move to.
  function move(key) {
    const last = list.children.length - 1;
    if (last < 0 || (active < 0 && !key.startsWith('Arrow'))) return false;
    if (key === 'ArrowDown') choose(active === last ? 0 : active + 1);
    else if (key === 'ArrowUp') choose(active <= 0 ? last : active - 1);
    else choose(key === 'Home' ? 0 : last);
    return true;
  }

  function onKey(event) {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const copyKey = searchCopy.keyOf(event);
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      onEscape(event);
    } else if (isArrow || ['Home', 'End', 'Enter'].includes(event.key)) {
      if (event.shiftKey || event.altKey) return;
      if (isArrow && panel.hidden) update();
      if (isBusy && (isArrow || event.key === 'Enter')) {
        // The lines on show are about to change: this is meant for those to come.
        event.preventDefault();
        later.push(() => onKey(event));
      } else if (event.key === 'Enter') {
        if (!panel.hidden) open(event);
      } else if (!panel.hidden && !event.ctrlKey && !event.metaKey && move(event.key)) {
        event.preventDefault();
      }
    } else if (!panel.hidden && copyKey !== null) {
      const line = searchCopy.lineOf(copyKey, hits, active);
      if (isBusy) later.push(() => onKey(event));
      else if (line) searchCopy.copyLine(line);
      else return;
      event.preventDefault();
    }
  }

  // Esc empties the box; once more leaves it. Among the chips and buttons it leads back to the box.
  function onEscape(event) {
    event.preventDefault();
    event.stopPropagation();
    if (event.target !== input) {
      input.focus();
      return;
    }
    if (input.value === '') input.blur();
    input.value = '';
    kind = '';
    hide();
  }

  function wake() { if (panel.hidden) update(); }

  input.addEventListener('keydown', onKey);
  input.addEventListener('input', () => {
    // A kind typed now goes before the one chosen earlier.
    if (TYPED_KIND.test(input.value)) kind = '';
    update();
  });
  input.addEventListener('focus', () => {
    searchLoad.load(() => {});
    wake();
  });
  input.addEventListener('click', wake);
  kinds.addEventListener('change', (event) => setKind(event.target.value));
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onEscape(event);
    if (event.key === 'Enter' && event.target.name === 'search-kind') input.focus();
  });
  box.addEventListener('focusout', (event) => {
    // The box keeps the focus while another window is in front.
    if (!box.contains(event.relatedTarget) && document.activeElement !== input) hide();
  });
  // Pressing in the list leaves the focus in the box, so that the list stays.
  panel.addEventListener('mousedown', (event) => event.preventDefault());
  document.addEventListener('pointerdown', (event) => {
    isPressed = list.contains(event.target);
    if (!panel.hidden && !box.contains(event.target)) hide();
  });
  ['pointerup', 'pointercancel'].forEach((name) => document.addEventListener(name, () => {
    // After the click that belongs to it.
    setTimeout(() => {
      isPressed = false;
      release();
    });
  }));
  list.addEventListener('click', onPress);
  list.addEventListener('auxclick', onPress);
  function onPress(event) {
    const option = event.target.closest('[role=option]');
    if (event.target.closest('.search-copy')) {
      searchCopy.copyLine(hits[Array.from(list.children).indexOf(event.target.closest('.search-hit'))]);
    } else if (option && option.href) {
      if (event.button < 2) follow(option, event);
    } else if (option) {
      run(option.textContent);
    }
  }

  // A link to a search; also the way back to one, by the browser's Back.
  function showAsked() {
    const text = new URLSearchParams(window.location.search).get('q');
    if (!text || !text.trim()) return;
    const { deskbookHit } = window.history.state || {};
    returning = deskbookHit;
    input.value = text;
    input.focus();
    wake();
  }

  // To the hit that was followed, with the list as it stood.
  function returnToHit() {
    if (returning && hits[returning.number]) {
      choose(returning.number);
      list.scrollTop = returning.top;
    }
    returning = null;
  }
  // Not at once: WebKit empties boxes that do not complete what is typed just after it has shown a page from its cache.
  window.addEventListener('pageshow', (event) => { if (event.persisted) setTimeout(showAsked); });
  showAsked();
})();
