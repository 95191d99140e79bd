// A query taken apart, as in Sources/Search/Query/QueryPlan.swift.
(function (global) {
  'use strict';

  const analyze = typeof module === 'undefined'
    ? global.deskbook.searchAnalyze : require('./search-analyze.js');
  const index_ = typeof module === 'undefined'
    ? global.deskbook.searchIndex : require('./search-index.js');
  const { NONE, find, matching, dictionaries, entry, synonymsOf, shardOf, term, isHeld } = index_;
  const LONGEST = 32;
  const MOST_PREFIXES = 40;
  const MOST_PREFIX_SHARDS = 4;
  const MOST_SIMILAR = 6;
  const MOST_TYPOS = 6;
  const MOST_SHARDS = 16;
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
    if (hasOnlyStops && tokens.length) content = [tokens.length - 1];
    const places = addWords(index, result, content);
    const last = content[content.length - 1];
    const unfinished = content.length && last === tokens.length - 1 ? places.get(last) : null;
    const isReady = () => index.missing.size === 0;
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

  function complete(index, word) {
    const length = word.text.length;
    if (length < 2 && word.text.charCodeAt(0) < 0xe00) return;
    const weight = word.group < 0 ? index.weights.prefix : index.weights.knownPrefix;
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

  function addJoined(index, result, places) {
    for (let i = 0; i + 1 < result.sequence.length; i++) {
      const group = find(index, result.sequence[i] + result.sequence[i + 1]);
      if (group < 0) continue;
      const joined = { weight: index.weights.joined, groups: [group] };
      [places.get(i), places.get(i + 1)].forEach((word) => {
        if (word) word.alternatives.push(joined);
      });
    }
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
          const synonym = { weight: weight, groups: target, isPhrase: stop > start };
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
      addSimilar(index, word);
      addTypos(index, word, isLast);
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

  function addSimilar(index, word) {
    const length = word.text.length;
    if (length < 4) return;
    const best = new Map();
    matching(index, word.text.slice(0, 4)).forEach((one) => {
      if (Math.abs(one.form.length - length) > 3) return;
      let shared = 4;
      while (shared < one.form.length && one.form[shared] === word.text[shared]) shared += 1;
      const weight = div(index.weights.similar * shared, Math.max(one.form.length, length));
      best.set(one.group, Math.max(weight, best.get(one.group) || 0));
    });
    Array.from(best).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_SIMILAR)
      .forEach((row) => { word.alternatives.push({ weight: row[1], groups: [row[0]] }); });
  }

  // Adds near words: those with the same first letter, or of the second, or else all of a small
  // dictionary.
  function addTypos(index, word, isLast) {
    const text = word.text;
    if (text.length < 4 || /[0-9]/.test(text)) return;
    const limit = text.length < 8 ? 1 : 2;
    let near = nearWords(index, text, text[0], limit, isLast);
    if (!near.length) near = nearWords(index, text, text[1], limit, isLast);
    if (!near.length && index.tables.d.firsts.length <= MOST_SHARDS) {
      near = nearWords(index, text, '', limit, isLast);
    }
    near.sort((a, b) => b.weight - a.weight || a.rarity - b.rarity);
    near.slice(0, MOST_TYPOS).forEach((one) => {
      word.alternatives.push({ weight: one.weight, groups: [one.group] });
    });
  }

  function nearWords(index, text, beginning, limit, isLast) {
    const weights = index.weights;
    const byDistance = [weights.exact, weights.typo, weights.secondTypo, 0];
    const near = [];
    eachNear(index, text, beginning, limit, isLast, (one, whole, prefix) => {
      const part = prefix === 0 ? weights.prefix
        : div((byDistance[prefix] || 0) * weights.typoPrefix, 64);
      const best = Math.max(byDistance[whole] || 0, part);
      one.weight = one.form[0] === text[0] ? best : div(best * weights.typoLetter, 64);
      near.push(one);
    });
    return near;
  }

  // Up to `count` words of the handbook that look most like one that gave nothing.
  function closest(index, text, count) {
    const near = [];
    eachNear(index, text, text[0], 3, false, (one, whole) => {
      if (one.rarity === NONE || whole > 3 || whole >= text.length - 1) return;
      one.distance = whole;
      near.push(one);
    });
    near.sort((a, b) => a.distance - b.distance || a.rarity - b.rarity);
    return near.filter((one, i) => near.findIndex((other) => other.group === one.group) === i)
      .slice(0, count).map((one) => one.form);
  }

  // Calls found(entry, whole, prefix) for each form that is near a word, with its distance and the
  // least one of its beginnings, or 9 for what is too far off. Forms that share a beginning share
  // its rows; see Sources/Search/Query/TypoWalk.swift.
  function eachNear(index, word, beginning, limit, takesPrefixes, found) {
    dictionaries(index, beginning).forEach((shard) => {
      const rows = [Array.from({ length: word.length + 1 }, (unused, i) => i)];
      const prefixes = [word.length];
      let path = '';
      let isDead = false;
      for (let i = index_.lowerBound(shard.forms, beginning); i < shard.forms.length; i++) {
        const form = shard.forms[i];
        if (!form.startsWith(beginning)) break;
        let shared = 0;
        while (shared < path.length && form[shared] === path[shared]) shared += 1;
        if (!isDead || shared < path.length) {
          path = path.slice(0, shared);
          isDead = false;
          while (path.length < form.length && !isDead) {
            path += form[path.length];
            isDead = addRow(rows, word, path) > limit;
            const depth = path.length;
            prefixes[depth] = Math.min(prefixes[depth - 1], rows[depth][word.length]);
          }
        }
        const last = isDead ? 9 : rows[path.length][word.length];
        const whole = last > limit ? 9 : last;
        const near = prefixes[path.length];
        const prefix = takesPrefixes && near <= limit ? near : 9;
        if ((whole < 9 || prefix < 9) && form[0] !== '#') found(entry(shard, i), whole, prefix);
      }
    });
  }

  // Sets the row of the last unit of a path; gives its least number.
  function addRow(rows, word, path) {
    const depth = path.length;
    const unit = path[depth - 1];
    const above = rows[depth - 1];
    const row = rows[depth] || [];
    row[0] = depth;
    let least = depth;
    for (let i = 1; i <= word.length; i++) {
      const change = above[i - 1] + (unit === word[i - 1] ? 0 : 1);
      row[i] = Math.min(change, above[i] + 1, row[i - 1] + 1);
      if (depth > 1 && i > 1 && unit === word[i - 2] && path[depth - 2] === word[i - 1]) {
        row[i] = Math.min(row[i], rows[depth - 2][i - 2] + 1);
      }
      least = Math.min(least, row[i]);
    }
    rows[depth] = row;
    return least;
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

  const api = { filter, plan, closest };
  global.deskbook = global.deskbook || {};
  global.deskbook.searchPlan = api;
  if (typeof module !== 'undefined') module.exports = api;
})(typeof window === 'undefined' ? globalThis : window);
