// Scripts one step at a time: choices by click or number key, a trail of them, back, start again, a note of what was done, and
// reading mode with all steps.
(function () {
  'use strict';
  const script = document.querySelector('.script');
  const page = document.documentElement;
  if (!script) return;
  const { text, toast, stored, call, isSingleKey, element, copyAndTell } = window.deskbook;
  const steps = Array.from(script.querySelectorAll(':scope > .step'));
  if (steps.length < 2) {
    page.classList.remove('stepping', 'arriving');
    return;
  }
  const bySlug = new Map(steps.map((step) => [step.dataset.step, step]));
  const first = steps[0].dataset.step;
  const pageTitle = document.querySelector('h1').textContent.trim();
  // Each entry: the step, the words of the choice that led there, and when.
  let trail = [entry(first)];
  let isStepping = true;

  function entry(step, choice) { return { step, choice: choice || '', at: Date.now() }; }

  const bar = script.querySelector('.script-bar');
  const back = element('button', 'back', text('script-back'));
  const restart = element('button', 'restart', text('script-restart'));
  const note = element('button', 'note', text('script-note'));
  const mode = element('button', 'mode', text('script-read'));
  const path = element('ol', 'trail');
  path.setAttribute('aria-label', text('script-trail'));
  bar.prepend(back);
  bar.querySelector('.more').before(note);
  bar.append(restart, mode, path);

  steps.forEach((step) => {
    const heading = step.querySelector('h2');
    if (heading) heading.tabIndex = -1;
    const choices = step.querySelector(':scope > .choices');
    if (choices) choices.after(element('p', 'hint', text('script-choices')));
    const outcome = step.querySelector(':scope > .alert-outcome');
    if (outcome) outcome.after(ways(outcome));
  });

  // What ends a call: its note, the letters and messages that the outcome names, and the next call.
  function ways(outcome) {
    const row = element('p', 'outcome-ways');
    const noting = element('button', '', text('script-note'));
    const ending = element('button', '', text('call-new'));
    noting.addEventListener('click', () => copyAndTell(summary(), path, noting, text('script-noted')));
    ending.addEventListener('click', () => call.end());
    const links = Array.from(outcome.querySelectorAll('a[href]:not(.anchor, .term)'), (link) => {
      const way = element('a', 'way', link.textContent);
      way.href = link.getAttribute('href');
      return way;
    });
    row.append(noting, ...links, ending);
    return row;
  }

  function slugOfHash() {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (error) { /* a stray % in the address: as it is */ }
    const target = id && document.getElementById(id);
    const step = target && target.closest('.step');
    return step ? step.dataset.step : null;
  }

  function titleOf(slug) {
    const heading = bySlug.get(slug).querySelector('h2');
    return heading ? heading.textContent.trim() : slug;
  }

  function showTrail() {
    path.textContent = '';
    trail.forEach((visited, index) => {
      const item = element('li');
      const isLast = index === trail.length - 1;
      const part = element(isLast ? 'span' : 'a', '', titleOf(visited.step));
      if (visited.choice) item.append(element('em', 'chosen', visited.choice));
      if (isLast) {
        part.setAttribute('aria-current', 'step');
      } else {
        part.href = '#' + encodeURIComponent(visited.step);
        part.dataset.index = String(index);
      }
      item.append(part);
      path.append(item);
    });
    path.hidden = trail.length < 2;
    back.hidden = trail.length < 2;
    restart.hidden = trail.length < 2 && trail[0].step === first;
  }

  function show(options) {
    const current = bySlug.get(trail[trail.length - 1].step);
    steps.forEach((step) => step.classList.toggle('current', step === current));
    showTrail();
    if (!options || !options.focus || !isStepping) return;
    // Moving focus to the heading is what tells a screen reader that the step has changed.
    const heading = current.querySelector('h2');
    heading.focus({ preventScroll: true });
    script.scrollIntoView();
  }

  // The trail travels in the history entry, so that the browser's own Back and a reload keep it.
  function remember(method) {
    try {
      history[method](state(), '', '#' + encodeURIComponent(trail[trail.length - 1].step));
    } catch (error) {
      // Some browsers refuse on file://; the trail then lives on this page only.
    }
  }
  // An entry of another call says nothing any more; one that is older than the call has only where the reader came in.
  const callID = () => (call.current() || {}).id || '';
  function state() { return { deskbookTrail: trail, call: callID() }; }
  function keptTrail(state) {
    const kept = state && state.deskbookTrail;
    return state && (!state.call || state.call === callID()) && stored.isTrail(kept) && kept.every((visited) => bySlug.has(visited.step)) ? kept : null;
  }

  function go(next) {
    trail = next;
    call.begin();
    remember('pushState');
    show({ focus: true });
  }

  function goBack() {
    if (trail.length > 1) go(trail.slice(0, -1));
  }

  function setMode(stepping) {
    isStepping = stepping;
    page.classList.toggle('stepping', stepping);
    mode.textContent = text(stepping ? 'script-read' : 'script-step');
    if (!stepping) toast(text('script-reading'));
  }

  // A choice may lead into another script; what was done until then goes along, for the note.
  function carried() {
    const kept = stored.read('call');
    return kept && kept.to === location.href.split('#')[0] ? kept.parts : [];
  }
  let earlier = carried();

  function leave(link) {
    call.begin();
    const parts = earlier.concat({ title: pageTitle, trail, choice: link.textContent.trim() });
    stored.write('call', { to: link.href.split('#')[0], parts });
  }

  const clock = (time) => new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

  // Plain text for the client's chart: when, which steps, which choices, how it ended, and what was filled in.
  function summary() {
    const begin = new Date((earlier.length ? earlier[0].trail : trail)[0].at);
    const lines = [pageTitle + ' · ' + begin.toLocaleDateString([], { year: 'numeric', month: 'long', day: 'numeric' }), ''];
    const walk = (title, visits, titles) => visits.forEach((visited, index) => {
      if (visited.choice) lines.push('   → ' + visited.choice);
      lines.push(clock(visited.at) + '  ' + (index === 0 && earlier.length ? title + ': ' : '') + titles(visited));
    });
    earlier.forEach((part) => {
      walk(part.title, part.trail, (visited) => visited.title || visited.step);
      lines.push('   → ' + part.choice);
    });
    walk(pageTitle, trail, (visited) => titleOf(visited.step));
    const outcome = script.querySelector('.step.current > .alert-outcome');
    if (outcome) {
      const words = Array.from(outcome.children).slice(1).map((part) => part.textContent.replace(/\s+/g, ' ').trim());
      lines.push('', text('alert-outcome') + ': ' + words.join(' '));
    }
    const filled = Array.from(document.querySelectorAll('.fields label')).map((label) => {
      const input = label.querySelector('[data-field]');
      const place = document.querySelector('.field.filled[data-field="' + input.dataset.field + '"]');
      return input.value ? label.firstChild.textContent.trim() + ': ' + (place ? place.textContent : input.value) : '';
    }).filter(Boolean);
    if (filled.length) lines.push('', ...filled);
    return lines.join('\n') + '\n';
  }
  note.addEventListener('click', () => copyAndTell(summary(), path, note, text('script-noted')));

  script.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!isStepping || !link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const isTrail = link.parentElement.parentElement === path;
    const choices = link.closest('.choices');
    if (!link.getAttribute('href').startsWith('#')) {
      trail.forEach((visited) => { visited.title = titleOf(visited.step); });
      if (choices) leave(link);
      return;
    }
    const slug = decodeURIComponent(link.hash.slice(1));
    if (!bySlug.has(slug) || link.classList.contains('anchor')) return;
    event.preventDefault();
    go(isTrail ? trail.slice(0, Number(link.dataset.index) + 1) : trail.concat(entry(slug, choices ? link.textContent.trim() : '')));
  });

  back.addEventListener('click', goBack);
  restart.addEventListener('click', () => {
    earlier = [];
    stored.remove('call');
    go([entry(first)]);
  });
  mode.addEventListener('click', () => {
    setMode(!isStepping);
    show({ focus: isStepping });
  });

  document.addEventListener('keydown', (event) => {
    if (!isStepping || event.repeat || !isSingleKey(event)) return;
    if (event.key === 'Backspace') {
      event.preventDefault();
      goBack();
      return;
    }
    if (!/^[1-7]$/.test(event.key)) return;
    const choices = script.querySelectorAll('.step.current > .choices > li > a:first-child');
    const choice = choices[Number(event.key) - 1];
    if (choice) {
      event.preventDefault();
      choice.click();
    }
  });

  // A history entry without a trail of ours is a jump: a link in the contents, or an address typed by hand.
  window.addEventListener('popstate', (event) => {
    const kept = keptTrail(event.state);
    if (kept) {
      trail = kept;
    } else {
      const slug = slugOfHash();
      if (!slug) return;
      if (slug !== trail[trail.length - 1].step) trail = trail.concat(entry(slug));
      remember('replaceState');
    }
    show({ focus: true });
  });

  // Another call begins at the first step; one that was brought back goes on where it was.
  let before = trail;
  document.addEventListener('deskbook-call', (event) => {
    earlier = carried();
    if (/^(shown|arrived)$/.test(event.detail) && keptTrail(history.state)) return;
    const begin = event.detail === 'arrived' ? slugOfHash() || first : first;
    [before, trail] = [trail, event.detail === 'restored' ? before : [entry(begin)]];
    remember('replaceState');
    show();
  });

  const kept = keptTrail(history.state);
  const linked = slugOfHash();
  if (kept) trail = kept;
  else if (linked) trail = [entry(linked)];
  // The first step has its time from here on, also after a reload.
  if (!kept) {
    try { history.replaceState(state(), ''); } catch (error) { /* as above */ }
  }
  setMode(true);
  show({ focus: Boolean(linked) });
  page.classList.remove('arriving');
})();
