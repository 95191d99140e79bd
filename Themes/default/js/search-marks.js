// The words that led to a page, highlighted where the search pointed. They travel in the address,
// which works from a folder and in a new tab alike, and leave it on arrival.
(function () {
  'use strict';

  const { searchHits } = window.deskbook;
  const main = document.getElementById('main');
  const NAME = 'deskbook-search';
  const highlights = window.CSS && window.CSS.highlights;

  // Sets a parameter of the page's address, or takes it off; the history gets no new entry.
  function setParameter(name, value) {
    const address = new URL(window.location.href);
    if ((address.searchParams.get(name) || '') === value) return;
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
    try {
      window.history.replaceState(window.history.state, '', address.href);
    } catch (error) {
      // Some browsers refuse on file://; the address then stays as it is.
    }
  }

  // Sets what the page's entry in the history remembers, beside what others keep there.
  function remember(values) {
    try {
      window.history.replaceState(Object.assign({}, window.history.state, values), '');
    } catch (error) {
      // As above.
    }
  }

  // An address that hands words over to its page.
  function addressWith(address, words) {
    const marked = new URL(address);
    marked.searchParams.set('mark', words.join(' '));
    return marked.href;
  }

  // What the address points at: an element, a heading with all that stands below it, or the page.
  function place() {
    const range = document.createRange();
    let id = window.location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (error) { /* a stray % in the address: as it is */ }
    const target = id ? document.getElementById(id) : null;
    if (!target || !main.contains(target)) {
      range.selectNodeContents(main);
    } else if (/^H[1-6]$/.test(target.tagName)) {
      const levels = 'h1,h2,h3,h4,h5,h6'.slice(0, Number(target.tagName[1]) * 3 - 1);
      const next = Array.from(main.querySelectorAll(levels)).find((heading) => (
        target.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING));
      range.selectNodeContents(main);
      range.setStartBefore(target);
      if (next) range.setEndBefore(next);
    } else {
      range.selectNode(target);
    }
    return range;
  }

  function show(words) {
    if (!highlights || !main) return;
    const found = { marks: new Set(words), stopWords: new Set() };
    const within = place();
    const marks = new window.Highlight();
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!within.intersectsNode(node) || node.parentElement.closest('.toc, .breadcrumbs, .page-foot')) continue;
      searchHits.ranges(node.data, found).forEach((part) => {
        const range = document.createRange();
        range.setStart(node, part.start);
        range.setEnd(node, part.end);
        marks.add(range);
      });
    }
    highlights.set(NAME, marks);
  }

  // It is one of the two that end a call all the same: who came from a search ends it like anybody else.
  document.addEventListener('keydown', (event) => {
    const isElsewhere = document.querySelector('.search:focus-within, dialog[open]');
    if (event.key === 'Escape' && !isElsewhere && highlights) highlights.delete(NAME);
  });

  const asked = new URLSearchParams(window.location.search).get('mark');
  if (asked !== null) {
    show(asked.split(' ').slice(0, 16));
    setParameter('mark', '');
  }

  window.deskbook.searchMarks = { show, addressWith, setParameter, remember };
})();
