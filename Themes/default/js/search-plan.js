// A query taken apart, as in Sources/Search/Query/QueryPlan.swift.
(function (global) {
  'use strict';

  const analyze = typeof module === 'undefined'
    ? global.deskbook.searchAnalyze : require('./search-analyze.js');
  const { NONE, find, matching, synonymsOf, shardOf, term, isHeld } = typeof module === 'undefined'
    ? global.deskbook.searchIndex : require('./search-index.js');
  const near = typeof module === 'undefined'
    ? global.deskbook.searchNear : require('./search-near.js');
  const LONGEST = 32;
  const MOST_PREFIXES = 40;
  const MOST_PREFIX_SHARDS = 4;
  const NUMBER = /^[0-9]{1,20}$/;
  const NAMES = {
    phrases: 'phrase', say: 'phrase', steps: 'step', script: 'step', scripts: 'step',
    questions: 'question', faq: 'question', sections: 'section', cards: 'card', pages: 'page',
  };

  function div(number, by) { return Math.floor(number / by); }

  // Takes `phrase:` and `tag:` off a query: {kind, tags, text}.
  function filter(index, query) {
    const result = { kind: null, tags: [], text: '' };
    const words = [];
    let wantsTag = false;
    query.split(/[ \t-\r]+/).forEach((word) => {
      if (!word) return;
      const colon = word.indexOf(':');
      const name = word.slice(0, Math.max(colon, 0)).toLowerCase();
      const rest = word.slice(colon + 1);
      const kind = Object.prototype.hasOwnProperty.call(NAMES, name) ? NAMES[name] : name;
      if (wantsTag) {
        result.tags.push(word);
        wantsTag = false;
      } else if (colon < 0) {
        words.push(word);
      } else if (name === 'tag') {
        if (rest) result.tags.push(rest);
        else wantsTag = true;
      } else if (index.kinds.some((row) => row[0] === kind)) {
        result.kind = kind;
        if (rest) words.push(rest);
      } else {
        words.push(word);
      }
    });
    result.text = words.join(' ');
    return result;
  }

  // A query's words with what may stand in their place, and all words in order. While shards are
  // missing it is of no use, and later steps are left out so that they ask for no more than needed.
  function plan(index, text) {
    const tokens = analyze.analyze(text, index.stopWords)
      .filter((token) => token.role !== 'joined').slice(0, LONGEST);
    const result = { words: [], sequence: tokens.map((token) => token.text) };
    let content = [];
    tokens.forEach((token, i) => { if (token.role === 'part') content.push(i); });
    const hasOnlyStops = content.length === 0;
    if (hasOnlyStops) {
      tokens.forEach((token, i) => { if (find(index, token.text) >= 0) content.push(i); });
      if (tokens.length && !content.length) content.push(tokens.length - 1);
    }
    const places = addWords(index, result, content);
    const last = content[content.length - 1];
    const unfinished = content.length && last === tokens.length - 1 ? places.get(last) : null;
    const isReady = () => index.missing.size === 0;
    if (isReady() && !hasOnlyStops) takeInflections(index, result.words);
    if (isReady() && unfinished) complete(index, unfinished);
    if (isReady()) addJoined(index, result, places);
    if (isReady() && !hasOnlyStops) {
      result.words.filter((word) => word.group < 0)
        .forEach((word) => { guess(index, word, word === unfinished); });
    }
    if (isReady()) addSynonymsOf(index, content, places);
    if (isReady()) result.words.forEach((word) => { weigh(index, word); });
    const rarest = Math.max.apply(null, result.words.map((word) => word.mostRarity));
    result.words.forEach((word) => { word.phraseRarity = rarest; });
    return result;
  }

  function addWords(index, result, content) {
    const places = new Map();
    content.forEach((place) => {
      const text = result.sequence[place];
      let word = result.words.find((known) => known.text === text);
      if (!word) {
        word = {
          text: text,
          group: find(index, text),
          alternatives: [],
          importance: 0,
          mostRarity: Infinity,
        };
        result.words.push(word);
      }
      places.set(place, word);
    });
    return places;
  }

  // Lets unknown words count as those that they are forms of.
  function takeInflections(index, words) {
    words.filter((word) => word.group < 0).forEach((word) => {
      word.group = near.inflected(index, word.text);
      word.isInflected = word.group >= 0;
    });
  }

  function complete(index, word) {
    const length = word.text.length;
    if (length < 2 && word.text.charCodeAt(0) < 0xe00) return;
    const isKnown = word.group >= 0 && !word.isInflected;
    const weight = isKnown ? index.weights.knownPrefix : index.weights.prefix;
    const groups = new Set();
    const shards = new Set();
    matching(index, word.text)
      .filter((one) => one.group !== word.group && one.rarity < NONE)
      .sort((a, b) => a.rarity - b.rarity)
      .forEach((one) => {
        const shard = shardOf(index, 't', one.group);
        if (groups.size >= MOST_PREFIXES || groups.has(one.group)) return;
        if (!shards.has(shard) && shards.size >= MOST_PREFIX_SHARDS) return;
        shards.add(shard);
        groups.add(one.group);
        const extra = one.form.length - length;
        word.alternatives.push({
          weight: div(weight * 10 * length, 10 * length + 3 * extra), groups: [one.group],
        });
      });
  }

  // Adds neighbours written together, and more than two where they are groups of one number.
  function addJoined(index, result, places) {
    const { sequence } = result;
    sequence.forEach((start, first) => {
      let text = start;
      for (let last = first + 1; last < sequence.length; last++) {
        text += sequence[last];
        if (last > first + 1 && !NUMBER.test(text)) break;
        const group = find(index, text);
        if (group < 0) continue;
        const joined = { weight: index.weights.joined, groups: [group] };
        for (let i = first; i <= last; i++) if (places.has(i)) places.get(i).alternatives.push(joined);
      }
    });
  }

  // Adds what runs of words stand for; an unknown word counts as the best that was found for it.
  function addSynonymsOf(index, content, places) {
    const exact = index.weights.exact;
    const meant = content.map((place) => meantBy(places.get(place), exact));
    content.forEach((unused, start) => {
      const groups = [];
      let weight = index.weights.synonym;
      const end = Math.min(start + index.longestSynonym, content.length);
      for (let stop = start; stop < end && meant[stop]; stop++) {
        groups.push(meant[stop].group);
        weight = div(weight * meant[stop].weight, exact);
        synonymsOf(index, groups).forEach((target) => {
          const synonym = { weight: weight, groups: target, isPhrase: stop > start, isSynonym: true };
          content.slice(start, stop + 1).forEach((place) => {
            places.get(place).alternatives.push(synonym);
          });
        });
      }
    });
  }

  // The group that a word is, or most likely stands for, and how surely.
  function meantBy(word, exact) {
    if (word.group >= 0) return { group: word.group, weight: exact };
    let best = null;
    word.alternatives.forEach((one) => { if (!best || one.weight > best.weight) best = one; });
    return best && best.groups.length === 1 ? { group: best.groups[0], weight: best.weight } : null;
  }

  // Adds what an unknown word may have been meant to be.
  function guess(index, word, isLast) {
    if (!word.alternatives.length) {
      word.alternatives.push(...near.similar(index, word.text), ...near.typos(index, word.text, isLast));
    }
    addApart(index, word);
  }

  function addApart(index, word) {
    let best = null;
    for (let cut = 2; cut < word.text.length - 1; cut++) {
      const difference = Math.abs(2 * cut - word.text.length);
      if (best && difference >= best.difference) continue;
      const first = find(index, word.text.slice(0, cut));
      const second = first < 0 ? -1 : find(index, word.text.slice(cut));
      if (second >= 0) best = { difference: difference, groups: [first, second] };
    }
    if (best) word.alternatives.push({ weight: index.weights.joined, groups: best.groups });
  }

  function weigh(index, word) {
    if (word.group >= 0) {
      word.alternatives.unshift({ weight: index.weights.exact, groups: [word.group] });
      const own = term(index, word.group);
      if (own && isHeld(own)) {
        word.importance = own.shard.rarities[own.place];
        word.mostRarity = word.importance;
      }
    }
    const rarities = [];
    word.alternatives.forEach((alternative) => {
      alternative.groups.forEach((group) => {
        const found = term(index, group);
        if (found && isHeld(found)) rarities.push(found.shard.rarities[found.place]);
      });
    });
    if (word.mostRarity === Infinity) {
      word.importance = rarities.length ? Math.min.apply(null, rarities) : 0;
    }
  }

  const api = { filter, plan };
  global.deskbook = global.deskbook || {};
  global.deskbook.searchPlan = api;
  if (typeof module !== 'undefined') module.exports = api;
})(typeof window === 'undefined' ? globalThis : window);
