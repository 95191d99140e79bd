// The reader's own part of the home page: favourite phrases, pinned pages, pages seen last, and how much is new. It
// stands beside the tiles or, where there is no room, behind the first of them.
(function () {
  'use strict';
  const { text, element, kept, news, showFields } = window.deskbook;
  const place = document.querySelector('.own');
  if (!place) return;
  const changed = place.querySelector('.changed');
  const body = place.parentElement;
  const tiles = body.querySelector(':scope > ul');
  const wide = window.matchMedia('(min-width: 64rem)');

  function stand() {
    if (wide.matches || !tiles) body.prepend(place);
    else tiles.after(place);
    place.classList.add('placed');
  }
  stand();
  if (wide.addEventListener) wide.addEventListener('change', stand);

  function line(pin) {
    const made = element('p', 'line');
    pin.line.forEach((part) => {
      if (typeof part === 'string') {
        made.append(part);
        return;
      }
      const field = element('span', 'field', part.label);
      Object.assign(field.dataset, { field: part.field, type: part.type || 'text', label: part.label });
      made.append(field);
    });
    return made;
  }

  // The same markup as on any page, so that copying by button and by key is the same too.
  function phrase(pin) {
    const made = element('div', 'phrase');
    const say = element('div', 'say');
    const tools = element('div', 'tools');
    const anchor = element('a', 'anchor');
    anchor.href = kept.base + pin.path + pin.hash;
    anchor.setAttribute('aria-label', text('link-phrase'));
    say.append(element('span', 'label', text('say')), line(pin));
    tools.append(element('button', 'copy', text('copy')), anchor);
    made.append(say, tools);
    kept.button(made, [pin]);
    return made;
  }

  function links(title, name, pins) {
    const section = element('section', name);
    const list = element('ul');
    pins.forEach((pin) => {
      const item = element('li');
      const link = element('a', '', pin.title);
      link.href = kept.base + pin.path;
      item.append(link);
      list.append(item);
    });
    section.append(element('h2', '', title), list);
    return section;
  }

  function show() {
    const pins = kept.read('pins');
    const phrases = pins.filter((pin) => pin.line);
    const pages = pins.filter((pin) => !pin.line);
    const recent = kept.read('recent').filter((pin) => !pages.some((other) => other.path === pin.path)).slice(0, 6);
    place.textContent = '';
    if (phrases.length) {
      const section = element('section', 'favourites');
      const list = element('div', 'phrases compact');
      list.append(...phrases.map(phrase));
      section.append(element('h2', '', text('favourites')), list);
      place.append(section);
    }
    if (pages.length) place.append(links(text('pinned-pages'), 'kept-pages pinned', pages));
    if (recent.length) place.append(links(text('recent-pages'), 'kept-pages recent', recent));
    if (changed) place.append(changed);
    showFields();
  }
  show();
  window.addEventListener('pageshow', (event) => { if (event.persisted) show(); });

  function showNews() {
    news.compare((paths) => {
      kept.mark(document.querySelector('.body'));
      if (!paths.length) return;
      document.querySelectorAll('.changes-link').forEach((link) => { link.textContent = text('changes-link', { n: paths.length }); });
    });
  }
  // Once the page is there to be read: after a build the list of all pages is loaded, which may be long.
  requestAnimationFrame(() => setTimeout(showNews));
})();
