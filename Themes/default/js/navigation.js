// The menu, the sidebar, and the mark in the table of contents.
(function () {
  'use strict';
  const nav = document.getElementById('site-nav');
  const button = document.querySelector('.menu-button');
  const toc = document.querySelector('.toc');

  function open(isOpen) {
    nav.classList.toggle('open', isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
    // It stands on top of the page, which may be scrolled; on a phone with the numbers to call above it.
    if (isOpen) (document.querySelector('.contacts') || nav).scrollIntoView();
  }

  if (nav && button) {
    button.addEventListener('click', () => open(!nav.classList.contains('open')));
    nav.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !nav.classList.contains('open')) return;
      event.preventDefault();
      open(false);
      button.focus();
    });
    const current = nav.querySelector('[aria-current="page"]');
    // Told between layout and paint: asking sooner would lay out twice.
    if (current && 'ResizeObserver' in window) {
      const placed = new ResizeObserver(() => {
        placed.disconnect();
        if (current.offsetTop > nav.clientHeight * 0.7) nav.scrollTop = current.offsetTop - nav.clientHeight / 2;
      });
      placed.observe(nav);
    }
  }

  // A closed folder's pages come from the list of all pages.
  const { text, element, kept } = window.deskbook;

  function entries(folders, path, most) {
    const list = element('ul');
    const all = (folders[path] || []).filter((entry) => entry[0] !== 'index.html');
    all.slice(0, most).forEach((entry) => {
      const isFolder = entry[0].endsWith('/');
      const item = element('li', isFolder ? 'folder' : '');
      const link = element('a', '', entry[1]);
      const name = isFolder ? entry[0] + 'index.html' : entry[0];
      link.href = kept.root + (path ? path + '/' + name : name).split('/').map(encodeURIComponent).join('/');
      item.append(link);
      list.append(item);
      if (isFolder) addSwitch(item);
    });
    if (all.length > most) {
      const item = element('li', 'more');
      const link = element('a', '', text('nav-all', { n: all.length }));
      link.href = kept.root + path.split('/').map(encodeURIComponent).join('/') + '/index.html';
      item.append(link);
      list.append(item);
    }
    kept.mark(list);
    return list;
  }

  function unfold(link, label) {
    const made = element('button', 'unfold');
    made.setAttribute('aria-expanded', 'false');
    made.setAttribute('aria-label', label);
    link.after(made);
    return made;
  }

  // A language's first folder has its pages in the A–Z.
  const folderOf = (link) => decodeURIComponent(kept.pathOf(link.href)).replace(/\/?(index|az)\.html$/, '');

  function addSwitch(item) {
    const link = item.querySelector('a');
    const path = folderOf(link);
    const made = unfold(link, text('nav-open', { title: link.textContent.trim() }));
    made.addEventListener('click', () => {
      const list = item.querySelector('ul');
      const isOpen = made.getAttribute('aria-expanded') === 'true';
      made.setAttribute('aria-expanded', String(!isOpen));
      if (list) {
        list.hidden = isOpen;
        return;
      }
      kept.load('pages', 'deskbookPages', (folders) => { if (!item.querySelector('ul')) item.append(entries(folders, path, 100)); });
    });
  }

  // Round what the list shows, which stays.
  function addRest(item) {
    const link = item.querySelector('a');
    const list = item.parentElement;
    const made = unfold(link, link.textContent);
    made.addEventListener('click', () => {
      kept.load('pages', 'deskbookPages', (folders) => {
        const whole = entries(folders, folderOf(link), Infinity);
        const shown = new Map(Array.from(list.children, (one) => [one.querySelector('a').href, one]));
        list.replaceChildren(...Array.from(whole.children, (one) => shown.get(one.querySelector('a').href) || one));
        list.querySelector('a').focus();
      });
    });
  }

  if (nav && kept.here !== null) {
    nav.querySelectorAll('.folder:not(.current)').forEach(addSwitch);
    nav.querySelectorAll('.more').forEach(addRest);
  }

  if (!toc) return;
  const wide = window.matchMedia('(min-width: 78rem)');
  const summary = toc.querySelector('summary');
  const follow = () => {
    toc.open = wide.matches;
    // Always open beside the text: no switch, and no stop of the keyboard there.
    summary.tabIndex = wide.matches ? -1 : 0;
  };
  follow();
  if (wide.addEventListener) wide.addEventListener('change', follow);

  summary.addEventListener('click', (event) => { if (wide.matches) event.preventDefault(); });

  const links = new Map();
  toc.querySelectorAll('a[href^="#"]').forEach((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  });
  if (!links.size || !('IntersectionObserver' in window)) return;
  const headings = Array.from(links.keys());

  function mark() {
    let current = null;
    headings.forEach((heading) => {
      if (heading.offsetParent && heading.getBoundingClientRect().top < window.innerHeight * 0.3) current = heading;
    });
    links.forEach((link, heading) => {
      if (heading === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
    if (current && wide.matches) bringIntoSight(links.get(current));
  }

  // Long contents follow the reader; `scrollIntoView` would move the page too.
  function bringIntoSight(link) {
    const top = link.offsetTop - toc.scrollTop;
    if (top < 0 || top + link.offsetHeight > toc.clientHeight) toc.scrollTop = link.offsetTop - toc.clientHeight / 2;
  }

  // Cheaper than every scroll event. All above the line counts as in sight, or a jump over headings would not be seen.
  const observer = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -70% 0px', threshold: [0, 1] });
  headings.forEach((heading) => observer.observe(heading));
})();
