// Finds out what is new since the reader's last visit: the hashes of all pages, against those of the build seen before.
// Home pages of large handbooks name no build: there the page of what changed asks for the list of all pages.
(function () {
  'use strict';
  const { kept } = window.deskbook;
  const build = document.body.dataset.build;

  function all(folders) {
    const pages = new Map();
    Object.keys(folders).forEach((folder) => folders[folder].forEach((entry) => {
      if (entry.length > 2) pages.set((folder ? folder + '/' : '').split('/').map(encodeURIComponent).join('/') + encodeURIComponent(entry[0]), entry);
    }));
    return pages;
  }

  // Hashes alone, eight digits each: with the paths of 100,000 pages they would be more than browsers keep.
  function hashesOf(known) { return new Set(known.pages.match(/.{8}/g)); }

  // Calls `done` with the paths that are new; a first visit knows none.
  function compare(done) {
    const known = kept.read('known');
    if (!build || (known && known.build === build)) {
      done(kept.read('new'));
      return;
    }
    kept.load('pages', 'deskbookPages', (folders) => {
      const pages = all(folders);
      if (!pages.size) return;
      const unread = new Set(kept.read('new').filter((path) => pages.has(path)));
      const before = known ? hashesOf(known) : null;
      if (before) pages.forEach((entry, path) => { if (!before.has(entry[2])) unread.add(path); });
      keepLines(unread);
      kept.write('known', { build, pages: Array.from(pages.values(), (entry) => entry[2]).join('') });
      kept.write('new', [...unread]);
      done([...unread]);
    });
  }

  // Keeps each page's lines to say as the reader knows them: of a page that is new, as they were before.
  function keepLines(unread) {
    kept.load('lines', 'deskbookLines', (lines) => {
      const before = kept.read('lines');
      const known = {};
      Object.keys(lines).forEach((path) => { if (!unread.has(path)) known[path] = lines[path]; });
      unread.forEach((path) => { if (before[path]) known[path] = before[path]; });
      kept.write('lines', known);
    });
  }

  // Calls `done` with a function that tells the lines of a page that came and those that went since the reader saw it.
  function lineChanges(done) {
    kept.load('lines', 'deskbookLines', (lines) => {
      const known = kept.read('lines');
      done((path) => {
        const [before, after] = [known[path], lines[path] || []];
        if (!before) return { added: [], removed: [] };
        return { added: after.filter((line) => !before.includes(line)), removed: before.filter((line) => !after.includes(line)) };
      });
    });
  }
  window.deskbook.news = { compare, all, keepLines, lineChanges };
})();
