// One hit as elements: what to say or the heading first, then the text with the found words marked.
(function (global) {
  'use strict';

  const { analyze } = global.deskbook.searchAnalyze;
  const WIDTH = 180;
  const english = {
    'search-results-one': '{n} result',
    'search-results-many': '{n} results',
    'search-none': 'Nothing found for “{query}”.',
    'search-az': 'Look in the A–Z',
    'search-loading': 'Loading the search',
    'search-failed': 'The search could not be loaded. Use the A–Z instead.',
    'search-copy': 'Copy',
    'search-copied': 'Copied: {text}',
    'search-copy-failed': 'Copying is not allowed here.',
    'search-instead': 'Instead of',
    'search-when': 'When',
    'search-overdue': 'Review overdue',
    'search-hint': '↑ ↓ choose, Enter opens, Ctrl+C copies what to say',
    'search-kind-page': 'Page',
    'search-kind-section': 'Section',
    'search-kind-phrase': 'Phrase',
    'search-kind-step': 'Step',
    'search-kind-question': 'Question',
    'search-kind-card': 'Card',
  };

  // The words of the interface: those of the handbook's language, or English.
  function words(key, holes) {
    const strings = global.deskbookStrings || {};
    const isKnown = Object.prototype.hasOwnProperty.call(strings, key);
    const found = isKnown ? strings[key] : english[key] || key;
    return found.replace(/\{(\w+)\}/g, (hole, name) => (
      holes && Object.prototype.hasOwnProperty.call(holes, name) ? String(holes[name]) : hole));
  }

  function make(name, className, content) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (content) element.textContent = content;
    return element;
  }

  // The ranges of a text that hold found words, in order, joined where they touch.
  function ranges(text, found) {
    const result = [];
    analyze(text, found.stopWords).forEach((token) => {
      if (token.role === 'stop' || !found.marks.has(token.text)) return;
      const last = result[result.length - 1];
      if (last && token.start <= last.end) last.end = Math.max(last.end, token.end);
      else result.push({ start: token.start, end: token.end });
    });
    return result.sort((a, b) => a.start - b.start);
  }

  // Adds a text with its found words in <mark>, as text nodes only.
  function addMarked(element, text, found) {
    let end = 0;
    ranges(text, found).forEach((range) => {
      const start = Math.max(range.start, end);
      if (range.end <= start) return;
      element.append(text.slice(end, start), make('mark', '', text.slice(start, range.end)));
      end = range.end;
    });
    element.append(text.slice(end));
    return element;
  }

  // The part of a text where most found words stand together.
  function excerpt(text, found) {
    if (text.length <= WIDTH) return text;
    const all = ranges(text, found);
    let best = 0;
    let most = 0;
    all.forEach((range) => {
      const count = all.filter((other) => (
        other.start >= range.start && other.end <= range.start + WIDTH - 30)).length;
      if (count > most) {
        most = count;
        best = range.start;
      }
    });
    let start = best > 40 ? text.lastIndexOf(' ', best - 30) + 1 : 0;
    if (start > 0 && text.length - start < WIDTH) {
      start = Math.max(0, text.lastIndexOf(' ', text.length - WIDTH) + 1);
    }
    const cut = text.lastIndexOf(' ', start + WIDTH);
    const end = start + WIDTH >= text.length || cut <= start ? text.length : cut;
    return (start > 0 ? '… ' : '') + text.slice(start, end) + (end < text.length ? ' …' : '');
  }

  function line(className, label, text, found) {
    const element = make('span', className);
    if (label) element.append(make('span', 'search-label', label), ' ');
    return addMarked(element, text, found);
  }

  function today() {
    const now = new Date();
    const pad = (number) => String(number).padStart(2, '0');
    return now.getFullYear() + '-' + pad(now.getMonth() + 1) + '-' + pad(now.getDate());
  }

  function badges(hit) {
    const element = make('span', 'search-badges');
    element.append(make('span', 'search-kind', words('search-kind-' + hit.kind)));
    if (hit.reviewDue && hit.reviewDue < today()) {
      element.append(' ', make('span', 'search-overdue', words('search-overdue')));
    }
    return element;
  }

  // The link is the option itself: an option may hold nothing else that takes the focus.
  function link(hit, found, number, root) {
    const element = make('a', 'search-link');
    element.id = 'search-hit-' + number;
    element.href = root + hit.url;
    element.tabIndex = -1;
    element.setAttribute('role', 'option');
    element.setAttribute('aria-selected', 'false');
    element.append(addMarked(make('span', 'search-title'), hit.title, found), ' ', badges(hit));
    if (hit.avoid.length) {
      const avoid = hit.avoid.join(' · ');
      element.append(' ', line('search-instead', words('search-instead'), avoid, found));
    }
    if (hit.when.length) {
      element.append(' ', line('search-when', words('search-when'), hit.when.join(' · '), found));
    }
    if (hit.text && hit.kind !== 'phrase') {
      element.append(' ', line('search-text', '', excerpt(hit.text, found), found));
    }
    const path = hit.title === hit.page ? hit.crumbs : hit.crumbs.concat(hit.page);
    if (path.length) element.append(' ', make('span', 'search-path', path.join(' › ')));
    return element;
  }

  // A list item with the link and, for a phrase, a copy button for the pointer (the key is Ctrl+C).
  function item(hit, found, number, root) {
    const element = make('li', 'search-hit search-hit-' + hit.kind);
    element.setAttribute('role', 'presentation');
    element.append(link(hit, found, number, root));
    if (hit.kind === 'phrase') {
      const button = make('button', 'search-copy', words('search-copy'));
      button.type = 'button';
      button.tabIndex = -1;
      button.setAttribute('aria-hidden', 'true');
      button.dataset.number = String(number);
      element.append(button);
    }
    return element;
  }

  global.deskbook.searchHits = { item, words, make };
})(window);
