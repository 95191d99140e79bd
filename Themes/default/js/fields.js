// Placeholders that the reader fills: most for one call, some, such as the reader's own name, for the shift.
(function () {
  'use strict';
  const shared = window.deskbook;
  const { stored, call } = shared;
  const panel = document.querySelector('.fields');
  const inputs = panel ? Array.from(panel.querySelectorAll('[data-field]')) : [];
  const language = document.documentElement.lang || undefined;

  const read = () => Object.assign(Object.create(null), stored.read('shift'), stored.read('fields'));
  let values = read();

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

  // A line as the search knows it, with labels in brackets for blanks.
  const filled = (line) => line.replace(/\[[^[\]]+\]/g, (label) => values[label] || label);
  Object.assign(shared, { showFields: show, filled });
  document.addEventListener('deskbook-call', () => { values = read(); show(); });
  if (!panel) return;

  panel.addEventListener('input', (event) => {
    const input = event.target.closest('[data-field]');
    if (!input) return;
    const isForShift = input.dataset.keep === 'shift';
    const kept = stored.read(isForShift ? 'shift' : 'fields');
    kept[input.dataset.field] = input.value;
    // Once more, under its label and as it is said: pages without this panel know no more of a blank.
    kept['[' + input.closest('label').firstChild.textContent.trim() + ']'] = spoken(input.value.trim(), input.type);
    stored.write(isForShift ? 'shift' : 'fields', kept);
    Object.assign(values, kept);
    if (!isForShift) call.begin();
    if ('caller' in input.dataset) call.name(input.value);
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
      call.end();
      if (inputs[0]) inputs[0].focus();
    });
  }

  show();
})();
