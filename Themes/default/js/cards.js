// Cue cards on the screen: set smaller where the cards' own fonts could not be loaded, and the question whether a printed card is current.
(function () {
  'use strict';
  const { text, kept } = window.deskbook;
  const smallest = 24;

  function isTooLarge(body) {
    return body.scrollHeight > body.clientHeight + 1 ||
      [...body.querySelectorAll('.line')].some((line) => line.scrollWidth > line.clientWidth + 1);
  }

  // The build has measured every line in the bundled fonts; other fonts may be wider.
  function fit(body) {
    const found = /\bfs-(\d+)\b/.exec(body.className);
    let size = found ? Number(found[1]) : smallest;
    while (size > smallest && isTooLarge(body)) {
      size -= 1;
      body.style.fontSize = size / 4 + 'pt';
    }
  }

  function fitAll() { document.querySelectorAll('.face .card-body').forEach(fit); }

  if (document.fonts) document.fonts.ready.then(fitAll);
  else fitAll();

  // Codes are typed by hand: what looks alike counts as alike. The alphabet has no O, I, L, S, B, U or Z.
  function tidy(code) { return code.toUpperCase().replace(/[^0-9A-Z]/g, ''); }

  const scanned = document.querySelector('.card-scanned');
  const isInParts = document.querySelector('.kind-cards .parts') !== null;

  function shown(card) {
    return {
      name: card.dataset.card, code: card.dataset.code,
      title: card.querySelector('.card-title').textContent.trim().replace(/\s+/g, ' '),
      address: card.id ? '#' + card.id : card.querySelector('a').href,
    };
  }

  // Calls `done` with the cards of the whole handbook; a page that goes on in parts shows some of them.
  function all(done) {
    if (!isInParts) {
      done([...document.querySelectorAll('[data-card][data-code]')].map(shown));
      return;
    }
    kept.load('cards', 'deskbookCards', (pages) => done(Object.keys(pages).flatMap((page) => pages[page].map(
      ([name, code, title]) => ({ name, code, title, address: kept.root + page + '#c-' + encodeURIComponent(name) })))));
  }

  function show(verdict, state, message, card) {
    verdict.dataset.state = state;
    verdict.textContent = message;
    if (!card || scanned) return;
    const link = document.createElement('a');
    link.href = card.address;
    link.textContent = card.title;
    verdict.append(' ', link);
  }

  function current(verdict, card) {
    show(verdict, 'current', text('card-is-current', { title: card.title }), card);
  }

  function replaced(verdict, card) {
    show(verdict, 'replaced', text('card-is-replaced', { title: card.title, code: card.code }), card);
  }

  // What is typed may be the code alone, or the code and the name that stands beside it.
  function answer(verdict, typed, cards) {
    const words = typed.trim().split(/[\s·]+/).filter(Boolean);
    const match = cards.find((card) => words.some((word) => tidy(word) === card.code));
    if (match) return current(verdict, match);
    const named = cards.find((card) => words.some((word) => word.toLowerCase() === card.name));
    if (named) return replaced(verdict, named);
    const code = words.find((word) => tidy(word).length === 5);
    if (words.length > 1) show(verdict, 'withdrawn', text('card-is-withdrawn'));
    else show(verdict, 'replaced', text('card-is-unknown', { code: code || typed }));
    return undefined;
  }

  function ask(verdict, typed) {
    all((cards) => {
      if (cards.length) answer(verdict, typed, cards);
      // The list could not be loaded: the page of all codes has it in itself.
      else if (isInParts) location.assign(kept.root + 'c/index.html#' + tidy(typed).slice(0, 5));
    });
  }

  const box = document.querySelector('.card-check');
  if (box) {
    const verdict = document.querySelector('.card-verdict');
    // A QR code of the smallest cards leads to the page of all codes.
    const linked = () => {
      const code = location.hash.slice(1);
      if (/^[0-9A-Z]{5}$/.test(code)) ask(verdict, code);
    };
    linked();
    window.addEventListener('hashchange', linked);
    const input = box.querySelector('input');
    const asked = () => { if (input.value.trim()) ask(verdict, input.value); };
    box.querySelector('button').addEventListener('click', asked);
    input.addEventListener('keydown', (event) => { if (event.key === 'Enter' && !event.isComposing) asked(); });
  }

  // An address kept since the list was shorter names a card that stands on another part today.
  function find() {
    let place = location.hash.slice(1);
    try { place = decodeURIComponent(place); } catch (error) { /* a stray % in the address: as it is */ }
    if (!place.startsWith('c-') || document.getElementById(place)) return;
    all((cards) => {
      const card = cards.find((one) => 'c-' + one.name === place);
      if (card) location.replace(card.address);
    });
  }
  if (isInParts) {
    find();
    window.addEventListener('hashchange', find);
  }

  // A QR code leads here with the code that is printed beside it.
  const only = document.querySelectorAll('[data-card][data-code]');
  if (scanned && only.length === 1) {
    const verdict = scanned.querySelector('.card-verdict');
    const card = shown(only[0]);
    const arrived = () => {
      const code = location.hash.slice(1).toUpperCase();
      if (!/^[0-9A-Z]{5}$/.test(code)) { verdict.textContent = ''; return; }
      if (code === card.code) current(verdict, card);
      else replaced(verdict, card);
    };
    arrived();
    window.addEventListener('hashchange', arrived);
  }
})();
