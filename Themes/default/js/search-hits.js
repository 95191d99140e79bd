// One hit as elements: what to say or the heading first, then the text with the found words marked.
(function () {
  'use strict';

  const { text: words, element: make, today, filled, searchAnalyze } = window.deskbook;
  const WIDTH = 180;

  // The ranges of a text that hold found words, in order, joined where they touch.
  function ranges(text, found) {
    const result = [];
    searchAnalyze.analyze(text, found.stopWords).forEach((token) => {
      if (token.role === 'stop' || !found.marks.has(token.text)) return;
      const last = result[result.length - 1];
      if (last && token.start <= last.end) last.end = Math.max(last.end, token.end);
      else result.push({ start: token.start, end: token.end });
    });
    return result;
  }

  // Adds a text with its found words in <mark>, as text nodes only.
  function addMarked(element, text, found) {
    let end = 0;
    ranges(text, found).forEach((range) => {
      element.append(text.slice(end, range.start), make('mark', '', text.slice(range.start, range.end)));
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
      const last = range.start + WIDTH - 30;
      const count = all.filter((other) => other.start >= range.start && other.end <= last).length;
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

  // The words that a hit holds.
  function wordsOf(hit, found) {
    const text = [hit.title, hit.text].concat(hit.avoid, hit.when).join('\n');
    return new Set(searchAnalyze.analyze(text, found.stopWords)
      .filter((token) => token.role !== 'stop').map((token) => token.text));
  }

  // What is found in one hit: the words typed, and for each that it lacks the synonym by which it was found.
  function foundIn(hit, found) {
    if (!found.meant.length) return found;
    const held = wordsOf(hit, found);
    const holds = (forms) => forms.some((form) => held.has(form));
    const synonyms = found.meant.filter((word) => !holds(word.typed))
      .map((word) => word.synonyms.find((groups) => groups.every(holds)) || []);
    return Object.assign({}, found, { marks: new Set([...found.marks, ...synonyms.flat(2)]) });
  }

  // The found words that a hit holds, for its page to highlight.
  function foundWords(hit, found) {
    const { marks } = foundIn(hit, found);
    return Array.from(wordsOf(hit, found)).filter((word) => marks.has(word)).slice(0, 16);
  }

  function line(className, label, text, found) {
    const element = make('span', className);
    if (label) element.append(make('span', 'search-label', label), ' ');
    return addMarked(element, text, found);
  }

  // What kind of hit, where it stands, and whether its review is overdue.
  function origin(hit) {
    const element = make('span', 'search-origin');
    const path = hit.title === hit.page ? hit.crumbs : hit.crumbs.concat(hit.page);
    element.append(make('span', 'search-kind', words('search-kind-' + (hit.isScript ? 'step' : hit.kind))), ' ');
    if (path.length) element.append(make('span', 'search-path', path.join(' › ')), ' ');
    // ISO dates sort as text.
    if (hit.reviewDue && hit.reviewDue < today()) {
      element.append(make('span', 'search-overdue', words('search-overdue')));
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
    element.append(addMarked(make('span', 'search-title'), hit.kind === 'phrase' ? filled(hit.title) : hit.title, found));
    const add = (name, text) => element.append(' ', line('search-' + name, words('search-' + name), text, found));
    if (hit.avoid.length) add('instead', hit.avoid.join(' · '));
    if (hit.when.length) add('when', hit.when.join(' · '));
    if (hit.text && hit.kind !== 'phrase') {
      element.append(' ', line('search-text', '', excerpt(hit.text, found), found));
    }
    element.append(' ', origin(hit));
    return element;
  }

  // A list item with the link and, for a line to say, a copy button for the pointer; `line` counts those, for their keys.
  function item(hit, found, number, line, root) {
    const element = make('li', 'search-hit search-hit-' + hit.kind);
    const option = link(hit, foundIn(hit, found), number, root);
    element.setAttribute('role', 'presentation');
    element.append(option);
    if (line) {
      const button = make('button', 'search-copy', words('search-copy'));
      option.setAttribute('aria-keyshortcuts', 'Control+C' + (line < 10 ? ' Alt+' + line : ''));
      if (line < 10) button.append(' ', make('kbd', '', String(line)));
      button.tabIndex = -1;
      button.setAttribute('aria-hidden', 'true');
      element.append(button);
    }
    return element;
  }

  function items(hits, found, root) {
    let lines = 0;
    return hits.map((hit, number) => item(hit, found, number, hit.kind === 'phrase' ? lines += 1 : 0, root));
  }

  window.deskbook.searchHits = { items, ranges, foundWords };
})();
