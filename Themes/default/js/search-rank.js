// The ranking, as in Sources/Search/Query: whole numbers only, so that both give the same results.
(function (global) {
  'use strict';

  const { filter, plan } = typeof module === 'undefined'
    ? global.deskbook.searchPlan : require('./search-plan.js');
  const { wordsOf, metWords, bonusOf, isMet, isNamed } = typeof module === 'undefined'
    ? global.deskbook.searchBonus : require('./search-bonus.js');
  const { sorted } = typeof module === 'undefined'
    ? global.deskbook.searchOrder : require('./search-order.js');
  const { closest } = typeof module === 'undefined'
    ? global.deskbook.searchNear : require('./search-near.js');
  const { find, postingsOf, recordOf, kindOf, formsOf } = typeof module === 'undefined'
    ? global.deskbook.searchIndex : require('./search-index.js');

  function div(number, by) { return Math.floor(number / by); }

  // The records that hold all groups of an alternative, as {records, marks, start, end, rarity}
  // where `values` holds the sums of rarity × impact, or null where one group gives them.
  function matchesOf(index, groups, mostRarity) {
    const first = postingsOf(index, groups[0]);
    if (!first || groups.length === 1) return first;
    const lists = groups.map((group) => postingsOf(index, group));
    const places = lists.map((list) => (list ? list.start : 0));
    const found = { records: [], marks: [], values: [], start: 0, end: 0 };
    if (lists.some((list) => !list)) return found;
    for (let i = first.start; i < first.end; i++) {
      const record = first.records[i];
      let value = 0;
      let mark = 64;
      for (let other = 0; other < lists.length; other++) {
        const list = lists[other];
        while (places[other] < list.end && list.records[places[other]] < record) places[other] += 1;
        if (places[other] >= list.end) return found;
        if (list.records[places[other]] !== record) break;
        value += Math.min(list.rarity, mostRarity) * (list.marks[places[other]] & 63);
        mark &= list.marks[places[other]];
        if (other + 1 < lists.length) continue;
        found.records.push(record);
        found.values.push(value);
        found.marks.push(mark);
        found.end += 1;
      }
    }
    return found;
  }

  // Numbers for each record, all zero between two queries: making them anew takes longer than a query.
  function scratchOf(index) {
    index.scratch = index.scratch || {
      sums: new Float64Array(index.count),
      covered: new Int32Array(index.count),
      headings: new Int32Array(index.count),
      best: new Float64Array(index.count),
      inHeading: new Uint8Array(index.count),
    };
    return index.scratch;
  }

  // Takes the best value of a word for each record that an alternative finds.
  function meet(index, word, alternative, touched) {
    const { best, inHeading } = scratchOf(index);
    const mostRarity = alternative.isPhrase ? word.phraseRarity : word.mostRarity;
    const found = matchesOf(index, alternative.groups, mostRarity);
    if (!found) return;
    const count = alternative.groups.length;
    const factor = Math.min(found.rarity, mostRarity) * alternative.weight;
    for (let i = found.start; i < found.end; i++) {
      const record = found.records[i];
      const value = Math.max(1, count === 1 ? factor * (found.marks[i] & 63)
        : div(found.values[i], count) * alternative.weight);
      if (best[record] === 0) touched.push(record);
      if (value > best[record]) best[record] = value;
      if (found.marks[i] & 64) inHeading[record] = 1;
    }
  }

  // Scores all records that hold a word; gives them. What they score stands in the scratch.
  function collect(index, words) {
    const { sums, covered, headings, best, inHeading } = scratchOf(index);
    const candidates = [];
    words.forEach((word) => {
      const touched = [];
      word.alternatives.forEach((alternative) => { meet(index, word, alternative, touched); });
      touched.forEach((record) => {
        if (sums[record] === 0) candidates.push(record);
        sums[record] += best[record];
        covered[record] += word.importance;
        if (inHeading[record]) headings[record] += word.importance;
        best[record] = 0;
        inHeading[record] = 0;
      });
    });
    return candidates;
  }

  function scoreOf(index, record, total) {
    const { sums, covered, headings } = index.scratch;
    const weights = index.weights;
    const floor = weights.coverageFloor;
    const coverage = div(covered[record] * 64, total);
    const heading = div(headings[record] * 64, total);
    const share = floor + div((64 - floor) * coverage * coverage, 4096);
    let score = div(sums[record] * share, 64);
    score = div(score * (64 + div(weights.heading * heading * heading, 4096)), 64);
    return div(score * kindOf(index, record)[1], 4096);
  }

  function isBefore(a, b) {
    return a.score === b.score ? a.record - b.record : b.score - a.score;
  }

  // The best of the candidates; clears the scratch.
  function select(index, candidates, words, isAllowed, count) {
    const { sums, covered, headings } = index.scratch;
    const total = Math.max(1, words.reduce((sum, word) => sum + word.importance, 0));
    const pool = [];
    // What a sum is worth at most, where everything is covered, in the heading of the best kind.
    const most = Math.max.apply(null, index.kinds.map((kind) => kind[1])) *
      (64 + index.weights.heading) / (64 * 4096);
    candidates.forEach((record) => {
      const isHopeless = pool.length === count && sums[record] * most < pool[count - 1].score;
      const score = !isHopeless && isAllowed(record) ? scoreOf(index, record, total) : -1;
      sums[record] = 0;
      covered[record] = 0;
      headings[record] = 0;
      if (score < 0 || (pool.length === count && score < pool[count - 1].score)) return;
      const ranked = { record, score };
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

  // The records that the postings alone put first, asked for once while their texts come.
  function candidatesOf(index, taken, isAllowed, count, key) {
    if (!index.pool || index.pool.key !== key) {
      const candidates = collect(index, taken.words);
      index.pool = { key, rows: select(index, candidates, taken.words, isAllowed, count) };
    }
    return index.pool.rows.map((ranked) => Object.assign({}, ranked));
  }

  // The best records: [{record, score}], best first.
  function rank(index, taken, isAllowed, limit, key) {
    if (limit < 1) return [];
    const compared = index.weights.compared;
    const pool = candidatesOf(index, taken, isAllowed, Math.max(compared, limit), key);
    const texts = pool.slice(0, compared).map((ranked) => recordOf(index, ranked.record));
    if (index.missing.size) return [];
    const met = metWords(index, taken.words);
    pool.slice(0, compared).forEach((ranked, i) => {
      if (texts[i]) ranked.score = div(ranked.score * (64 + bonusOf(index, texts[i], taken, met)), 64);
    });
    const isWhole = (record) => isMet(index, record, met);
    const order = sorted(index, pool.sort(isBefore), isWhole, (record) => isNamed(index, record, taken.sequence));
    return index.missing.size ? [] : order.slice(0, limit);
  }

  // Filters by kind and tags: a test for records, and the first records that bear all tags.
  function allow(index, kind, tags) {
    const row = index.kinds.findIndex((other) => other[0] === kind);
    const start = row < 0 ? 0 : index.kinds[row][2];
    const end = row < 0 || row + 1 === index.kinds.length ? index.count : index.kinds[row + 1][2];
    const tagged = tags.map((tag) => {
      const records = new Set();
      const words = wordsOf(index, tag);
      const group = words.length ? find(index, '#' + words.join('-')) : -1;
      const found = group < 0 ? null : postingsOf(index, group);
      for (let i = found ? found.start : 0; found && i < found.end; i++) records.add(found.records[i]);
      return records;
    });
    const test = (record) => record >= start && record < end &&
      tagged.every((records) => records.has(record));
    const first = (count) => Array.from(tagged[0] || []).filter(test).slice(0, count);
    return { test: test, first: first };
  }

  // Asks an index: {hits, marks, meant, closest, filters, stopWords, missing}. Where shards are missing,
  // `missing` is a list of {key, file} and the rest is of no use. Marks are the words that any hit
  // may show as found, `meant` what stands for them; `kind` of the options goes before that of the query.
  function query(index, text, options) {
    index.missing = new Map();
    const filters = filter(index, text);
    const allowed = allow(index, options.kind || filters.kind, filters.tags);
    const taken = plan(index, filters.text);
    const limit = options.limit || 10;
    let found = [];
    if (index.missing.size === 0) {
      const key = [options.kind, limit, text].join();
      found = taken.words.length ? rank(index, taken, allowed.test, limit, key)
        : allowed.first(limit).map((record) => ({ record: record, score: 0 }));
    }
    const hits = [];
    found.forEach((ranked) => {
      const hit = recordOf(index, ranked.record);
      if (hit) hits.push(Object.assign({}, hit, { score: ranked.score }));
    });
    const unknown = found.length || index.missing.size ? null
      : taken.words.find((word) => word.group < 0 && !word.alternatives.length);
    return {
      hits: hits,
      marks: marksOf(index, taken),
      meant: index.missing.size ? [] : meantBy(index, taken.words),
      closest: unknown ? closest(index, unknown.text, 5) : [],
      filters: filters,
      stopWords: index.stopWords,
      missing: Array.from(index.missing, (row) => ({ key: row[0], file: row[1] })),
    };
  }

  function marksOf(index, taken) {
    const marks = new Set(taken.sequence.filter((word) => !index.stopWords.has(word)));
    if (index.missing.size) return marks;
    taken.words.forEach((word) => { typed(index, word).forEach((form) => { marks.add(form); }); });
    return marks;
  }

  // The forms of a word as typed, ended, joined or mended: all but its synonyms.
  function typed(index, word) {
    return word.alternatives.filter((alternative) => !alternative.isSynonym)
      .flatMap((alternative) => alternative.groups.flatMap((group) => formsOf(index, group)));
  }

  // The words that have synonyms: {typed, synonyms}, the surest first, each a list of groups of forms.
  function meantBy(index, words) {
    return words.map((word) => ({
      typed: typed(index, word),
      synonyms: word.alternatives.filter((alternative) => alternative.isSynonym).sort((a, b) => b.weight - a.weight)
        .map((alternative) => alternative.groups.map((group) => formsOf(index, group))),
    })).filter((word) => word.synonyms.length > 0);
  }

  const api = { query };
  global.deskbook = global.deskbook || {};
  global.deskbook.searchRank = api;
  if (typeof module !== 'undefined') module.exports = api;
})(typeof window === 'undefined' ? globalThis : window);
