// Cue cards on the screen: set smaller where the cards' own fonts could not be loaded, and the question whether a printed card is current.
(function () {
  'use strict';
  const { text } = window.deskbook;
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
  const cards = [...document.querySelectorAll('[data-card][data-code]')];

  function title(card) { return card.querySelector('.card-title').textContent.trim().replace(/\s+/g, ' '); }

  function show(verdict, state, message, card) {
    verdict.dataset.state = state;
    verdict.textContent = message;
    if (!card || scanned) return;
    const link = document.createElement('a');
    link.href = card.id ? '#' + card.id : card.querySelector('a').href;
    link.textContent = title(card);
    verdict.append(' ', link);
  }

  function current(verdict, card) {
    show(verdict, 'current', text('card-is-current', { title: title(card) }), card);
  }

  function replaced(verdict, card) {
    show(verdict, 'replaced', text('card-is-replaced', { title: title(card), code: card.dataset.code }), card);
  }

  // What is typed may be the code alone, or the code and the name that stands beside it.
  function ask(verdict, typed) {
    const words = typed.trim().split(/[\s·]+/).filter(Boolean);
    const match = cards.find((card) => words.some((word) => tidy(word) === card.dataset.code));
    if (match) return current(verdict, match);
    const named = cards.find((card) => words.some((word) => word.toLowerCase() === card.dataset.card));
    if (named) return replaced(verdict, named);
    const code = words.find((word) => tidy(word).length === 5);
    if (words.length > 1) show(verdict, 'withdrawn', text('card-is-withdrawn'));
    else show(verdict, 'replaced', text('card-is-unknown', { code: code || typed }));
    return undefined;
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
    const answer = () => { if (input.value.trim()) ask(verdict, input.value); };
    box.querySelector('button').addEventListener('click', answer);
    input.addEventListener('keydown', (event) => { if (event.key === 'Enter' && !event.isComposing) answer(); });
  }

  // A QR code leads here with the code that is printed beside it.
  if (scanned && cards.length === 1) {
    const verdict = scanned.querySelector('.card-verdict');
    const answer = () => {
      const code = location.hash.slice(1).toUpperCase();
      if (!/^[0-9A-Z]{5}$/.test(code)) { verdict.textContent = ''; return; }
      if (code === cards[0].dataset.code) current(verdict, cards[0]);
      else replaced(verdict, cards[0]);
    };
    answer();
    window.addEventListener('hashchange', answer);
  }
})();
