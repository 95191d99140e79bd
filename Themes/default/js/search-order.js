// The order in which the best records are shown, beyond their scores, as in Sources/Search/Query/HitOrder.swift.
(function (global) {
  'use strict';

  const { recordOf } = typeof module === 'undefined'
    ? global.deskbook.searchIndex : require('./search-index.js');
  const LINES = ['phrase', 'step', 'question', 'card'];

  const isGlossary = (url) => /(^|\/)glossary\.html$/.test(url);
  const isWhole = (hit) => hit.kind === 'page' || hit.kind === 'card';

  // Whether a section or step is the first of its page.
  function isFirst(index, hit) {
    if ((hit.kind !== 'section' && hit.kind !== 'step') || isGlossary(hit.url)) return false;
    if (index.kinds.some((row) => row[0] === hit.kind && row[2] === hit.ranked.record)) return true;
    const before = recordOf(index, hit.ranked.record - 1);
    return !before || before.pageUrl !== hit.url;
  }

  // Leaves out what leads to the same place as a better hit: a page, its card and its first part.
  function oneOfEachTarget(index, hits) {
    const wholes = new Set(hits.filter(isWhole).map((hit) => hit.url));
    const seen = new Set();
    return hits.filter((hit) => {
      if (!wholes.has(hit.url) || !(isWhole(hit) || isFirst(index, hit))) return true;
      if (seen.has(hit.url)) return false;
      seen.add(hit.url);
      return true;
    });
  }

  // Puts lines within reach of the best hit before the first page.
  function linesFirst(index, hits) {
    const page = hits.findIndex((hit) => hit.kind === 'page');
    if (page < 0) return hits;
    const least = hits[0].ranked.score * index.weights.lineReach;
    const isNear = (hit) => LINES.includes(hit.kind) && hit.ranked.score * 64 >= least;
    const rest = hits.slice(page);
    return hits.slice(0, page).concat(rest.filter(isNear), rest.filter((hit) => !isNear(hit)));
  }

  // Lets other pages have their turn after a few hits of one page: [those shown, those that wait].
  function spread(index, hits) {
    const counts = new Map();
    const parts = [[], []];
    hits.forEach((hit) => {
      const count = (counts.get(hit.url) || 0) + 1;
      counts.set(hit.url, count);
      parts[count > index.weights.perPage ? 1 : 0].push(hit);
    });
    return parts;
  }

  // Whether a record is an entry of a page that may be only a list: of questions, terms or the pages of its folder.
  function isEntry(hit, list) {
    if (hit.url !== list.url) return /\/index\.html$/.test(list.url) && hit.url.startsWith(list.url.slice(0, -'index.html'.length));
    return hit.kind === 'question' || (hit.kind === 'section' && isGlossary(list.url));
  }

  // Puts each page that is only a list behind those of its entries that hold the query's words, unless the query is its name.
  function listsLast(hits, isMet, isNamed) {
    for (let place = hits.length - 1; place >= 0; place--) {
      const list = hits[place];
      let last = list.kind === 'page' && !isNamed(list.record) ? hits.length - 1 : place;
      while (last > place && !(isEntry(hits[last], list) && isMet(hits[last].record))) last -= 1;
      hits.splice(place, 1);
      hits.splice(last, 0, list);
    }
    return hits;
  }

  // All ranked records, in order; isMet(record) tells whether one holds the query's words, isNamed(record) whether it is its title.
  function sorted(index, pool, isMet, isNamed) {
    const { compared } = index.weights;
    const all = pool.slice(0, compared).map((ranked) => {
      const record = recordOf(index, ranked.record);
      return record && { ranked, record, kind: record.kind, url: record.pageUrl };
    }).filter(Boolean);
    const [shown, spare] = spread(index, linesFirst(index, oneOfEachTarget(index, all)));
    const ranked = listsLast(shown.concat(spare), isMet, isNamed).map((hit) => hit.ranked);
    return ranked.slice(0, shown.length).concat(pool.slice(compared), ranked.slice(shown.length));
  }

  const api = { sorted };
  global.deskbook = global.deskbook || {};
  global.deskbook.searchOrder = api;
  if (typeof module !== 'undefined') module.exports = api;
})(typeof window === 'undefined' ? globalThis : window);
