// Reloads the page when the handbook has changed, and shows what is wrong with it. Only `deskbook serve` adds this.
(function () {
  'use strict';
  const { version } = document.currentScript.dataset;
  const PLACE = 'deskbook-preview-place';
  const MOST = 50;
  let source = null;
  let stopped = 0;
  let shown = '';
  let hidden = '';

  // The place is kept over the reload: pages that load their fonts late would end up elsewhere.
  function keepPlace() {
    sessionStorage.setItem(PLACE, JSON.stringify({ page: location.href, left: scrollX, top: scrollY }));
  }

  function takePlace() {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) || 'null');
    sessionStorage.removeItem(PLACE);
    if (!kept || kept.page !== location.href) return;
    const go = () => scrollTo({ left: kept.left, top: kept.top, behavior: 'instant' });
    go();
    if (document.readyState !== 'complete') addEventListener('load', go, { once: true });
  }

  // All text comes from the handbook, so it is only ever set as text.
  function make(name, text, className) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  function button(text, act) {
    const element = make('button', text);
    element.type = 'button';
    element.addEventListener('click', act);
    return element;
  }

  // Where a finding stands; a link where the server was told which editor opens it.
  function place({ path, line, column }, { editor, folder }) {
    const code = make('code', `${path}:${line}:${column}`);
    if (!editor) return code;
    const whole = path.startsWith('/') ? path : `${folder}/${path}`;
    const values = { path: whole.split('/').map(encodeURIComponent).join('/'), line, column };
    const link = make('a');
    link.href = editor.replace(/\{(path|line|column)\}/g, (_, name) => values[name]);
    link.append(code);
    return link;
  }

  function item(problem, news) {
    const line = make('li');
    line.append(place(problem, news), ' ', make('strong', problem.severity, problem.severity), ' ', make('span', problem.message));
    if (problem.help) line.append(make('p', problem.help));
    return line;
  }

  function count(number, noun) {
    return number ? [`${number} ${noun}${number === 1 ? '' : 's'}`] : [];
  }

  function heading(news) {
    if (news.problem) return `Deskbook: ${news.problem}`;
    const { errors, warnings, notes } = news.summary;
    const counts = [...count(errors, 'error'), ...count(warnings, 'warning'), ...count(notes, 'note')].join(', ');
    if (!errors) return counts;
    const isWaiting = 'waiting' in document.documentElement.dataset;
    return `${counts}. ${isWaiting ? 'There is no earlier version to show.' : 'You see the last version without errors.'}`;
  }

  function panel(news) {
    const box = make('aside');
    box.id = 'deskbook-problems';
    box.lang = 'en';
    box.dir = 'ltr';
    box.setAttribute('aria-label', 'Problems in the handbook');
    const isBad = Boolean(news.problem || news.summary.errors);
    const title = make('p', heading(news), isBad ? 'error' : 'warning');
    // An alert that comes with the page is not always read out; one that changes is.
    title.setAttribute('role', isBad ? 'alert' : 'status');
    const list = make('ol');
    list.append(...news.diagnostics.slice(0, MOST).map((problem) => item(problem, news)));
    const rest = news.diagnostics.length - MOST;
    if (rest > 0) list.append(make('li', `${rest} more in the terminal`));
    if (news.help) box.append(make('p', news.help));
    const details = make('details');
    details.open = isBad;
    details.append(make('summary', 'Where and why'), list);
    box.prepend(title);
    if (news.diagnostics.length) box.append(details);
    box.append(button('Hide', hide));
    return box;
  }

  function hide() {
    hidden = shown;
    document.getElementById('deskbook-problems')?.remove();
  }

  function show(news) {
    const text = JSON.stringify(news);
    if (text === shown) return;
    shown = text;
    const old = document.getElementById('deskbook-problems');
    const isQuiet = !news.problem && !news.diagnostics.length;
    if (isQuiet || text === hidden) return old?.remove();
    const fresh = panel(news);
    if (old) old.replaceWith(fresh); else document.body.append(fresh);
  }

  // A browser tries again by itself; what the server says then takes this one's place.
  const STOPPED = {
    problem: 'the preview has stopped; this page may be out of date',
    help: 'Start deskbook serve again: the page then shows the newest by itself.',
    diagnostics: [],
  };

  function isThere() {
    clearTimeout(stopped);
    stopped = 0;
  }

  function stopListening() {
    isThere();
    source?.close();
  }

  function listen() {
    stopListening();
    source = new EventSource('/-/deskbook/events');
    source.addEventListener('open', isThere);
    source.addEventListener('error', () => { stopped = stopped || setTimeout(() => show(STOPPED), 1500); });
    source.addEventListener('message', (event) => {
      const told = JSON.parse(event.data);
      if (told.version !== version) {
        stopListening();
        keepPlace();
        location.reload();
      } else {
        show(told.news);
      }
    });
  }

  // A browser keeps six connections to a server: tabs that nobody sees hold none.
  function listenWhileSeen() {
    if (document.hidden) stopListening(); else listen();
  }

  takePlace();
  listenWhileSeen();
  document.addEventListener('visibilitychange', listenWhileSeen);
  addEventListener('pagehide', stopListening);
  addEventListener('pageshow', (event) => { if (event.persisted) listenWhileSeen(); });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && document.getElementById('deskbook-problems')?.contains(document.activeElement)) hide();
  });
})();
