// Scripts one step at a time: choices by click or number key, a trail of them, back, start again, and reading mode with all steps.
(function () {
  'use strict';
  const script = document.querySelector('.script');
  if (!script) return;
  const { text, toast, isSingleKey, element } = window.deskbook;
  const steps = Array.from(script.querySelectorAll(':scope > .step'));
  if (steps.length < 2) return;
  const bySlug = new Map(steps.map((step) => [step.dataset.step, step]));
  const first = steps[0].dataset.step;
  let trail = [first];
  let isStepping = true;

  const bar = element('div', 'script-bar');
  const back = element('button', 'back', text('script-back'));
  const restart = element('button', 'restart', text('script-restart'));
  const mode = element('button', 'mode', text('script-read'));
  const path = element('ol', 'trail');
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', text('script-label'));
  path.setAttribute('aria-label', text('script-trail'));
  bar.append(back, restart, mode, path);
  script.prepend(bar);

  steps.forEach((step) => {
    const heading = step.querySelector('h2');
    if (heading) heading.tabIndex = -1;
    const choices = step.querySelector(':scope > .choices');
    if (choices) choices.after(element('p', 'hint', text('script-choices')));
  });

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
    trail.forEach((slug, index) => {
      const item = element('li');
      const isLast = index === trail.length - 1;
      const part = element(isLast ? 'span' : 'a', '', titleOf(slug));
      if (isLast) {
        part.setAttribute('aria-current', 'step');
      } else {
        part.href = '#' + encodeURIComponent(slug);
        part.dataset.index = String(index);
      }
      item.append(part);
      path.append(item);
    });
    path.hidden = trail.length < 2;
    back.hidden = trail.length < 2;
    restart.hidden = trail.length < 2 && trail[0] === first;
  }

  function show(options) {
    const current = bySlug.get(trail[trail.length - 1]);
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
      history[method]({ deskbookTrail: trail }, '', '#' + encodeURIComponent(trail[trail.length - 1]));
    } catch (error) {
      // Some browsers refuse on file://; the trail then lives on this page only.
    }
  }

  function go(next) {
    trail = next;
    remember('pushState');
    show({ focus: true });
  }

  function goBack() {
    if (trail.length > 1) go(trail.slice(0, -1));
  }

  function setMode(stepping) {
    isStepping = stepping;
    script.classList.toggle('stepping', stepping);
    mode.textContent = text(stepping ? 'script-read' : 'script-step');
    if (!stepping) toast(text('script-reading'));
  }

  script.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!isStepping || !link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const isTrail = link.parentElement.parentElement === path;
    const slug = decodeURIComponent(link.hash.slice(1));
    if (!bySlug.has(slug) || link.classList.contains('anchor')) return;
    event.preventDefault();
    go(isTrail ? trail.slice(0, Number(link.dataset.index) + 1) : trail.concat(slug));
  });

  back.addEventListener('click', goBack);
  restart.addEventListener('click', () => go([first]));
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
    const kept = event.state && event.state.deskbookTrail;
    if (kept && kept.every((slug) => bySlug.has(slug))) {
      trail = kept;
    } else {
      const slug = slugOfHash();
      if (!slug) return;
      if (slug !== trail[trail.length - 1]) trail = trail.concat(slug);
      remember('replaceState');
    }
    show({ focus: true });
  });

  const kept = history.state && history.state.deskbookTrail;
  const linked = slugOfHash();
  if (kept && kept.every((slug) => bySlug.has(slug))) trail = kept;
  else if (linked) trail = [linked];
  setMode(true);
  show({ focus: Boolean(linked) });
})();
