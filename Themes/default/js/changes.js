// The page of what changed: on top of it, what is new to this reader.
(function () {
  'use strict';
  const { text, element, kept, news } = window.deskbook;
  const place = document.querySelector('.news');
  if (!place) return;

  // A line to say that came or went, each with the word for it.
  function line(name, label, words) {
    const made = element('p', 'line-' + name);
    made.append(element('span', 'label', text(label)), ' ', element(name === 'added' ? 'ins' : 'del', '', words));
    return made;
  }

  function show(paths, pages, changesOf) {
    place.textContent = '';
    place.append(element('h2', '', text('changes-news')));
    if (!paths.length) {
      place.append(element('p', '', text('changes-none-new')));
      return;
    }
    const list = element('ul', 'page-list');
    paths.forEach((path) => {
      const item = element('li');
      const link = element('a', '', pages.has(path) ? pages.get(path)[1] : path);
      link.href = kept.base + path;
      item.append(link);
      const changed = pages.has(path) && pages.get(path)[4];
      if (changed) item.append(element('p', 'changed', changed));
      const { added, removed } = changesOf(path);
      if (!changed) item.append(...added.map((one) => line('added', 'line-added', one)), ...removed.map((one) => line('removed', 'line-removed', one)));
      list.append(item);
    });
    const seen = element('button', '', text('changes-seen'));
    seen.addEventListener('click', () => {
      kept.write('new', []);
      news.keepLines(new Set());
      document.querySelectorAll('.new-mark').forEach((mark) => mark.remove());
      show([]);
    });
    place.append(list, seen);
    kept.mark(document.body);
  }

  news.compare((paths) => {
    if (!paths.length) show([]);
    else kept.load('pages', 'deskbookPages', (folders) => news.lineChanges((changesOf) => show(paths, news.all(folders), changesOf)));
  });
})();
