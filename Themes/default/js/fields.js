// Placeholders that the reader fills, for this session only.
(function () {
  'use strict';
  const shared = window.deskbook;
  const { text, toast, stored } = shared;
  const panel = document.querySelector('.fields');
  const inputs = panel ? Array.from(panel.querySelectorAll('[data-field]')) : [];
  const language = document.documentElement.lang || undefined;

  let values = stored.read('fields');

  // Nobody says ISO dates or 24-hour times.
  function spoken(value, type) {
    const numbers = value.split(/[-:]/).map(Number);
    if (type === 'date' && numbers.length === 3) {
      return new Date(numbers[0], numbers[1] - 1, numbers[2]).toLocaleDateString(language, { weekday: 'long', month: 'long', day: 'numeric' });
    }
    if (type === 'time' && numbers.length >= 2) {
      return new Date(2000, 0, 1, numbers[0], numbers[1]).toLocaleTimeString(language, { hour: 'numeric', minute: '2-digit' });
    }
    return value;
  }

  function show() {
    // Asked anew: favourites come later.
    document.querySelectorAll('.field[data-field]').forEach((place) => {
      if (!place.dataset.label) place.dataset.label = place.textContent;
      const value = (values[place.dataset.field] || '').trim();
      place.textContent = value ? spoken(value, place.dataset.type) : place.dataset.label;
      place.classList.toggle('filled', Boolean(value));
    });
    inputs.forEach((input) => {
      const value = values[input.dataset.field] || '';
      if (input.value !== value) input.value = value;
    });
  }

  function clear() {
    stored.remove('fields');
    stored.remove('call');
    values = stored.read('fields');
    show();
    toast(text('cleared'));
  }
  shared.showFields = show;

  let lastEscape = 0;
  document.addEventListener('keydown', (event) => {
    // An Esc that closes something else does not count.
    const isOurs = event.key === 'Escape' && !event.repeat && !event.defaultPrevented && !document.querySelector('dialog[open]') &&
      !(event.target instanceof Element && event.target.closest('.search'));
    if (!isOurs) { lastEscape = 0; return; }
    const isSecond = event.timeStamp - lastEscape < 700 && lastEscape > 0;
    lastEscape = isSecond ? 0 : event.timeStamp;
    if (isSecond && (panel || Object.keys(values).length)) clear();
  });

  // A page from the browser's cache may be older than what was typed elsewhere.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) { values = stored(); show(); }
  });
  if (!panel) return;

  panel.addEventListener('input', (event) => {
    const input = event.target.closest('[data-field]');
    if (!input) return;
    values[input.dataset.field] = input.value;
    stored.write('fields', values);
    show();
  });

  // From a blank to its input, and back with Enter.
  let origin = null;
  document.addEventListener('click', (event) => {
    const place = event.target.closest('.field[data-field]');
    const input = place && inputs.find((candidate) => candidate.dataset.field === place.dataset.field);
    if (!input || String(window.getSelection())) return;
    origin = place;
    panel.open = true;
    input.focus();
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !origin || event.target.closest('.clear')) return;
    event.preventDefault();
    event.target.blur();
    origin.scrollIntoView({ block: 'center' });
    origin = null;
  });

  const button = panel.querySelector('.clear');
  if (button) {
    button.addEventListener('click', () => {
      clear();
      if (inputs[0]) inputs[0].focus();
    });
  }

  panel.open = inputs.some((input) => values[input.dataset.field]);
  show();
})();
