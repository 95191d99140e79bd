// The ranking, as in Sources/Search/Query: whole numbers only, so that both give the same results.
(function (global) {
  'use strict';

  const { plan } = typeof module === 'undefined'
    ? global.deskbook.searchPlan : require('./search-plan.js');
  const { eachPosting, titleOf, wordsOf } = typeof module === 'undefined'
    ? global.deskbook.searchIndex : require('./search-index.js');
  const COMPARED = 24;
  const WINDOW = 16;

  function div(number, by) { return Math.floor(number / by); }

  // The same for each record that holds all forms of an alternative, with its finished value.
  function eachMatch(index, alternative, mostRarity, visit) {
    const count = alternative.forms.length;
    function finish(record, value, isHeading) {
      visit(record, Math.max(1, div(value, count) * alternative.weight), isHeading);
    }
    if (count === 1) {
      eachPosting(index, alternative.forms[0], mostRarity, finish);
      return;
    }
    const met = new Map();
    alternative.forms.forEach((form, place) => {
      eachPosting(index, form, mostRarity, (record, value, isHeading) => {
        const row = place === 0 ? { seen: 0, value: 0, isHeading: true } : met.get(record);
        if (!row || row.seen !== place) return;
        row.seen += 1;
        row.value += value;
        row.isHeading = row.isHeading && isHeading;
        met.set(record, row);
      });
    });
    met.forEach((row, record) => {
      if (row.seen === count) finish(record, row.value, row.isHeading);
    });
  }

  // Scores all records that hold a word: {sum, covered, heading} by record, and the candidates.
  function collect(index, words) {
    const count = index.records.length;
    const all = {
      sums: new Float64Array(count),
      covered: new Int32Array(count),
      headings: new Int32Array(count),
      candidates: [],
    };
    const best = new Float64Array(count);
    const inHeading = new Uint8Array(count);
    words.forEach((word) => {
      const touched = [];
      word.alternatives.forEach((alternative) => {
        const mostRarity = alternative.isPhrase ? Infinity : word.mostRarity;
        eachMatch(index, alternative, mostRarity, (record, value, isHeading) => {
          if (best[record] === 0) {
            touched.push(record);
            inHeading[record] = 0;
          }
          if (value > best[record]) best[record] = value;
          if (isHeading) inHeading[record] = 1;
        });
      });
      touched.forEach((record) => {
        if (all.sums[record] === 0) all.candidates.push(record);
        all.sums[record] += best[record];
        all.covered[record] += word.importance;
        if (inHeading[record]) all.headings[record] += word.importance;
        best[record] = 0;
      });
    });
    return all;
  }

  function scoreOf(index, all, record, total) {
    const weights = index.weights;
    const floor = weights.coverageFloor;
    const coverage = div(all.covered[record] * 64, total);
    const heading = div(all.headings[record] * 64, total);
    const share = floor + div((64 - floor) * coverage * coverage, 4096);
    let score = div(all.sums[record] * share, 64);
    score = div(score * (64 + div(weights.heading * heading * heading, 4096)), 64);
    return div(score * index.kinds[index.records[record][2]][1], 4096);
  }

  function isBefore(a, b) {
    return a.score === b.score ? a.record - b.record : b.score - a.score;
  }

  function select(index, all, words, kind, count) {
    const total = Math.max(1, words.reduce((sum, word) => sum + word.importance, 0));
    const pool = [];
    all.candidates.forEach((record) => {
      if (kind && index.kinds[index.records[record][2]][0] !== kind) return;
      const ranked = { record: record, score: scoreOf(index, all, record, total) };
      if (pool.length === count && isBefore(pool[count - 1], ranked) < 0) return;
      let low = 0;
      let high = pool.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBefore(pool[middle], ranked) < 0) low = middle + 1;
        else high = middle;
      }
      pool.splice(low, 0, ranked);
      if (pool.length > count) pool.pop();
    });
    return pool;
  }

  // Whether the query stands in a text; its last word may be the beginning of one.
  function holds(words, sequence) {
    const last = sequence.length - 1;
    for (let start = 0; start + last < words.length; start++) {
      let i = 0;
      while (i < last && words[start + i] === sequence[i]) i += 1;
      if (i === last && words[start + last].startsWith(sequence[last])) return true;
    }
    return false;
  }

  // For each form that meets a word of the query, the numbers of those words as bits.
  function metWords(index, words) {
    const met = new Map();
    words.forEach((word, number) => {
      word.alternatives.forEach((alternative) => {
        if (alternative.forms.length > 1) return;
        const form = index.forms[alternative.forms[0]];
        met.set(form, (met.get(form) || 0) | (1 << number));
      });
    });
    return met;
  }

  // How many words of a query of so many stand how near each other in a text, 0 to 64.
  function density(index, text, met, count) {
    const places = text.filter((word) => !index.stopWords.has(word))
      .map((word) => met.get(word) || 0);
    let best = 0;
    places.forEach((first, start) => {
      if (first === 0) return;
      let seen = 0;
      let found = 0;
      for (let end = start; end < Math.min(places.length, start + WINDOW); end++) {
        for (let bits = places[end] & ~seen; bits !== 0; bits &= bits - 1) found += 1;
        seen |= places[end];
        if (found > 1) best = Math.max(best, div(64 * found * found, count * (end - start + 1)));
      }
    });
    return Math.min(64, best);
  }

  // What it is worth when the words of the query stand near each other or in a row.
  function bonusOf(index, number, taken, met) {
    const record = index.records[number];
    const sequence = taken.sequence;
    const title = wordsOf(index, titleOf(index, number));
    let bonus = title.join(' ') === sequence.join(' ') ? index.weights.wholeTitle : 0;
    if (sequence.length < 2) return bonus;
    if (holds(title, sequence)) bonus += index.weights.titlePhrase;
    const texts = [record[4]].concat(record[5] || [], record[6] || [])
      .map((text) => wordsOf(index, text));
    if (texts.some((text) => holds(text, sequence))) bonus += index.weights.phrase;
    if (taken.words.length < 2) return bonus;
    const best = texts.concat([title]).reduce((most, text) => (
      Math.max(most, density(index, text, met, taken.words.length))), 0);
    return bonus + div(index.weights.proximity * best, 64);
  }

  // Lets other pages have their turn after a few hits of one page.
  function spread(index, pool, limit) {
    const counts = new Map();
    const chosen = [];
    const spare = [];
    for (let i = 0; i < pool.length && chosen.length < limit; i++) {
      const page = index.records[pool[i].record][0];
      counts.set(page, (counts.get(page) || 0) + 1);
      (counts.get(page) > index.weights.perPage ? spare : chosen).push(pool[i]);
    }
    return chosen.concat(spare.slice(0, limit - chosen.length));
  }

  // The best records: [{record, score}], best first; `kind` is a name or null.
  function rank(index, query, kind, limit) {
    if (limit < 1) return [];
    const all = collect(index, query.words);
    const pool = select(index, all, query.words, kind, Math.max(48, limit * 4));
    const met = metWords(index, query.words);
    pool.slice(0, COMPARED).forEach((ranked) => {
      ranked.score = div(ranked.score * (64 + bonusOf(index, ranked.record, query, met)), 64);
    });
    return spread(index, pool.sort(isBefore), limit);
  }

  // Asks an index: {hits, marks}; marks are the words that a hit may show as found.
  function query(index, text, options) {
    const taken = plan(index, text);
    const marks = new Set(taken.sequence.filter((word) => !index.stopWords.has(word)));
    taken.words.forEach((word) => {
      word.alternatives.forEach((alternative) => {
        alternative.forms.forEach((form) => { marks.add(index.forms[form]); });
      });
    });
    const found = rank(index, taken, options.kind || null, options.limit || 10);
    return { hits: found.map((ranked) => hitOf(index, ranked)), marks: marks };
  }

  function hitOf(index, ranked) {
    const record = index.records[ranked.record];
    const page = index.pages[record[0]];
    return {
      record: ranked.record,
      score: ranked.score,
      url: typeof record[1] === 'string' ? page[0] + '#' + record[1] : page[0],
      title: titleOf(index, ranked.record),
      page: page[1],
      crumbs: page[2],
      kind: index.kinds[record[2]][0],
      text: record[4],
      avoid: record[5] || [],
      when: record[6] || [],
      reviewDue: record[7] || null,
    };
  }

  const api = { query };
  global.deskbook = global.deskbook || {};
  global.deskbook.searchRank = api;
  if (typeof module !== 'undefined') module.exports = api;
})(typeof window === 'undefined' ? globalThis : window);
