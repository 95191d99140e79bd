// The page of what changed: on top of it, what is new to this reader.
(function () {
  'use strict';
  const { text, element, kept, news } = window.deskbook;
  const place = document.querySelector('.news');
  if (!place) return;

  function show(paths, pages) {
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
      list.append(item);
    });
    const seen = element('button', '', text('changes-seen'));
    seen.addEventListener('click', () => {
      kept.write('new', []);
      document.querySelectorAll('.new-mark').forEach((mark) => mark.remove());
      show([], pages);
    });
    place.append(list, seen);
    kept.mark(document.body);
  }

  news.compare((paths) => {
    if (paths.length) kept.load('pages', 'deskbookPages', (folders) => show(paths, news.all(folders)));
    else show([], new Map());
  });
})();
