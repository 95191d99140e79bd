// Practice: one's own rating against the list, kept on this computer; scenarios shuffled; and sheets for two to print.
(function () {
  'use strict';
  const scenarios = Array.from(document.querySelectorAll('.scenario'));
  if (!scenarios.length) return;
  const { text, toast, element, kept } = window.deskbook;
  const names = ['again', 'nearly', 'good'];
  let state = kept.read('practice', kept.here);
  const slugOf = (scenario) => scenario.querySelector('h2').id;
  const boxesOf = (scenario) => Array.from(scenario.querySelectorAll('.rubric input'));

  const bar = document.querySelector('.practice-bar');
  const progress = element('p', 'progress');
  const shuffle = element('button', '', text('practice-shuffle'));
  const sheets = element('button', '', text('practice-print'));
  const reset = element('button', '', text('practice-reset'));
  progress.setAttribute('role', 'status');
  bar.append(progress, shuffle, sheets, reset);

  function save() {
    kept.write('practice', state, kept.here);
    const done = scenarios.filter((scenario) => (state[slugOf(scenario)] || {}).rating).length;
    const good = scenarios.filter((scenario) => (state[slugOf(scenario)] || {}).rating === 'good').length;
    progress.textContent = text('practice-progress', { done, all: scenarios.length, good });
    reset.hidden = !Object.keys(state).length;
  }

  function change(scenario, values) {
    state[slugOf(scenario)] = Object.assign({}, state[slugOf(scenario)], values);
    save();
  }

  function count(scenario) {
    const boxes = boxesOf(scenario);
    const place = scenario.querySelector('.rubric-count');
    if (place) place.textContent = text('practice-count', { n: boxes.filter((box) => box.checked).length, all: boxes.length });
  }

  function show(scenario) {
    const kept = state[slugOf(scenario)] || {};
    boxesOf(scenario).forEach((box, index) => { box.checked = Boolean((kept.checks || [])[index]); });
    scenario.querySelectorAll('.rating input').forEach((input) => { input.checked = input.value === kept.rating; });
    count(scenario);
  }

  // Radio buttons: one answer of three, by arrow keys too, and read aloud as such.
  function rating(scenario) {
    const group = element('fieldset', 'rating');
    group.append(element('legend', '', text('practice-rate')));
    names.forEach((name) => {
      const label = element('label');
      const input = element('input');
      input.type = 'radio';
      input.name = 'rating-' + slugOf(scenario);
      input.value = name;
      input.addEventListener('change', () => change(scenario, { rating: name }));
      label.append(input, ' ' + text('practice-' + name));
      group.append(label);
    });
    return group;
  }

  scenarios.forEach((scenario) => {
    const rubric = scenario.querySelector('.rubric');
    if (rubric) {
      rubric.before(element('p', 'label rubric-title', text('practice-rubric')));
      rubric.after(element('p', 'rubric-count'));
      rubric.addEventListener('change', () => {
        count(scenario);
        change(scenario, { checks: boxesOf(scenario).map((box) => box.checked) });
      });
    }
    const last = scenario.querySelector('.rubric-count') || scenario.lastElementChild;
    last.after(rating(scenario));
    show(scenario);
  });

  shuffle.addEventListener('click', () => {
    // In the order in which they stand now, which an earlier shuffle has changed.
    const places = Array.from(document.querySelectorAll('.scenario')).map((scenario) => {
      const place = document.createComment('');
      scenario.replaceWith(place);
      return place;
    });
    const order = scenarios.slice();
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = Math.floor(Math.random() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    places.forEach((place, index) => place.replaceWith(order[index]));
    const heading = order[0].querySelector('h2');
    heading.tabIndex = -1;
    heading.focus();
    toast(text('practice-shuffled'));
  });

  reset.addEventListener('click', () => {
    state = Object.create(null);
    scenarios.forEach(show);
    save();
    shuffle.focus();
  });

  // One sheet a scenario, to be cut in two: who plays the client reads, compares and ticks; who answers sees the scene alone.
  function half(name, title, parts) {
    const made = element('div', 'half ' + name);
    made.append(element('p', 'label', text('sheet-' + name)), element('h3', '', title), ...parts.map((part) => part.cloneNode(true)));
    made.querySelectorAll('[id]').forEach((one) => one.removeAttribute('id'));
    made.querySelectorAll('.anchor, .tools, summary, .pin').forEach((one) => one.remove());
    // On paper nothing opens: a part without its name would get one from the browser.
    made.querySelectorAll('details').forEach((one) => one.replaceWith(...one.childNodes));
    made.querySelectorAll('input').forEach((input) => { input.replaceWith(element('span', 'box')); });
    return made;
  }
  function sheet(scenario) {
    const made = element('section', 'sheet');
    const title = scenario.querySelector('h2').textContent;
    const all = Array.from(scenario.children).filter((part) => !part.matches('h2, .rating, .rubric-count, .rubric-title'));
    const firstWords = all.findIndex((part) => part.matches('.client, .good-answer, .rubric'));
    const scene = all.slice(0, firstWords < 0 ? all.length : firstWords);
    const lines = element('p', 'writing');
    made.append(half('client', title, all), half('desk', title, scene.concat(lines)));
    return made;
  }
  sheets.addEventListener('click', () => {
    if (!document.querySelector('.sheets')) {
      const all = element('div', 'sheets');
      all.append(...scenarios.map(sheet));
      document.body.append(all);
    }
    document.documentElement.dataset.print = 'sheets';
    window.print();
  });
  window.addEventListener('afterprint', () => { delete document.documentElement.dataset.print; });
  save();
})();
