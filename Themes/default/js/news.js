// Finds out what is new since the reader's last visit: the hashes of all pages, against those of the build seen before.
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

  // Calls `done` with the paths that are new; a first visit knows none.
  function compare(done) {
    const known = kept.read('known', null);
    if (!build || (known && known.build === build)) {
      done(kept.read('new', []));
      return;
    }
    kept.load('pages', 'deskbookPages', (folders) => {
      const pages = all(folders);
      if (!pages.size) return;
      const hashes = {};
      pages.forEach((entry, path) => { hashes[path] = entry[2]; });
      const unread = kept.read('new', []).filter((path) => pages.has(path));
      const changed = known ? Object.keys(hashes).filter((path) => known.pages[path] !== hashes[path] && !unread.includes(path)) : [];
      kept.write('known', { build, pages: hashes });
      kept.write('new', unread.concat(changed));
      done(unread.concat(changed));
    });
  }
  window.deskbook.news = { compare, all };
})();
