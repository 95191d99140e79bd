// The page of all cards for the person at the printer: which cards, on which paper, and how many sheets that takes.
(function () {
  'use strict';
  const bar = document.querySelector('.card-printer');
  if (!bar) return;
  const { text, element } = window.deskbook;
  const cards = Array.from(document.querySelectorAll('.card-shelf .card'));
  const papers = { a4: [210, 297], letter: [215.9, 279.4] };
  // As in css/cards-print.css: the margin of a sheet, and the gap round a card.
  const margin = 8;
  const gap = 1;
  // Two of these lie side by side on a wide sheet, and only one on a tall one.
  const wide = ['a6', '4x6', 'quarter', 'tent-low'];

  const [find, paper, every, button, status] = ['.find input', '.paper', '.every input', '.print-chosen', '.none-found']
    .map((name) => bar.querySelector(name));
  // Not there where all cards have one size.
  const size = bar.querySelector('.size');
  const sizeOf = (card) => /\bsize-([\w-]+)/.exec(card.className)[1];

  const nameOf = (card) => card.querySelector('.card-name').textContent.trim();
  const boxes = new Map(cards.map((card) => [card, card.querySelector('.card-name input')]));
  const chosen = () => cards.filter((card) => boxes.get(card).checked);
  const shown = () => cards.filter((card) => !card.hidden);
  const isWide = (list) => list.some((card) => wide.includes(sizeOf(card)));

  // The sheets that cards take: their sides stand in lines, as a browser sets words.
  function sheets(list) {
    const sides = papers[paper.value].map((side) => side - 2 * margin);
    const [width, height] = isWide(list) ? sides.reverse() : sides;
    let [number, x, y, line] = [list.length ? 1 : 0, 0, 0, 0];
    list.forEach((card) => {
      const style = getComputedStyle(card);
      const [w, h] = ['--width', '--height'].map((name) => parseFloat(style.getPropertyValue(name)) + 2 * gap);
      card.querySelectorAll('.face').forEach(() => {
        if (x > 0 && x + w > width) { y += line; x = 0; line = 0; }
        if (y > 0 && y + h > height) { number += 1; x = 0; y = 0; line = 0; }
        x += w;
        line = Math.max(line, h);
      });
    });
    return number;
  }

  function copies(card) {
    const list = [card];
    while (list.length < 40 && sheets(list.concat(card)) === 1) list.push(card);
    return list;
  }

  function count() {
    const n = sheets(chosen());
    button.textContent = n === 1 ? text('cards-chosen-one') : text('cards-chosen-many', { n });
    button.disabled = n === 0;
    every.checked = shown().length > 0 && shown().every((card) => boxes.get(card).checked);
  }

  function filter() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    cards.forEach((card) => {
      const tag = card.querySelector('.tag');
      const said = (nameOf(card) + ' ' + (tag ? tag.textContent : '')).toLowerCase();
      card.hidden = Boolean(size && size.value && sizeOf(card) !== size.value) || !words.every((word) => said.includes(word));
    });
    status.textContent = shown().length ? '' : text('cards-none');
    count();
  }

  function print(list) {
    const page = element('div', 'chosen-cards body');
    page.append(...list.map((card) => {
      const copy = card.cloneNode(true);
      copy.removeAttribute('id');
      copy.hidden = false;
      return copy;
    }));
    clear();
    document.documentElement.dataset.print = 'cards-' + paper.value + (isWide(list) ? '-wide' : '');
    document.body.append(page);
    window.print();
  }
  function clear() {
    delete document.documentElement.dataset.print;
    document.querySelectorAll('.chosen-cards').forEach((page) => page.remove());
  }
  window.addEventListener('afterprint', clear);

  find.addEventListener('input', filter);
  if (size) size.addEventListener('change', filter);
  boxes.forEach((box, card) => {
    box.addEventListener('change', count);
    card.querySelector('.fill').addEventListener('click', () => print(copies(card)));
  });
  paper.addEventListener('change', count);
  every.addEventListener('change', () => {
    shown().forEach((card) => { boxes.get(card).checked = every.checked; });
    count();
  });
  button.addEventListener('click', () => print(chosen()));
})();
