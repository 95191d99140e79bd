// A query taken apart, as in Sources/Search/Query/QueryPlan.swift.
(function (global) {
  'use strict';

  const analyze = typeof module === 'undefined'
    ? global.deskbook.searchAnalyze : require('./search-analyze.js');
  const { find, matching, stem, family, synonymsOf, eachNear } = typeof module === 'undefined'
    ? global.deskbook.searchIndex : require('./search-index.js');
  const LONGEST = 32;
  const MOST_PREFIXES = 40;
  const MOST_SIMILAR = 6;
  const MOST_TYPOS = 6;

  function div(number, by) { return Math.floor(number / by); }

  // A query taken apart: its words with what may stand in their place, and all words in order.
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
    const unknown = hasOnlyStops ? [] : result.words.filter((word) => word.form < 0);
    if (unfinished) complete(index, unfinished);
    if (!hasOnlyStops) result.words.forEach((word) => addInflections(index, word));
    unknown.forEach((word) => { addSplit(index, word); });
    addJoined(index, result, places);
    addSynonymsOf(index, result, content, places);
    unknown.forEach((word) => { guess(index, word, word === unfinished); });
    result.words.forEach((word) => { weigh(index, word); });
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
          form: find(index, text),
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

  function addInflections(index, word) {
    family(index, word.text).forEach((form) => {
      if (form === word.form) return;
      word.alternatives.push({ weight: index.weights.inflection, forms: [form] });
    });
  }

  function complete(index, word) {
    if (word.text.length < 2 && word.text.charCodeAt(0) < 0xe00) return;
    const weight = word.form < 0 ? index.weights.prefix : index.weights.knownPrefix;
    matching(index.forms, word.text).filter((form) => form !== word.form)
      .sort((a, b) => index.rarities[a] - index.rarities[b] || a - b)
      .slice(0, MOST_PREFIXES)
      .forEach((form) => {
        const length = word.text.length;
        const extra = index.forms[form].length - length;
        const reduced = div(weight * 10 * length, 10 * length + 3 * extra);
        word.alternatives.push({ weight: reduced, forms: [form] });
      });
  }

  // Adds what a word may have been meant to be if nothing else is found for it.
  function guess(index, word, isLast) {
    if (word.alternatives.length) return;
    addSimilar(index, word);
    addTypos(index, word, isLast);
  }

  // Adds near words: those with the same first letter, or else all.
  function addTypos(index, word, isLast) {
    if (word.text.length < 4 || /[0-9]/.test(word.text)) return;
    let near = nearWords(index, word.text, isLast, word.text[0]);
    if (!near.length) near = nearWords(index, word.text, isLast, '');
    near.sort((a, b) => b.weight - a.weight ||
      (a.rarity === b.rarity ? a.form - b.form : a.rarity - b.rarity));
    near.slice(0, MOST_TYPOS).forEach((one, place) => {
      const isTerm = one.rarity < Infinity;
      if (isTerm) word.alternatives.push({ weight: one.weight, forms: [one.form] });
      if (place > 0 && isTerm) return;
      const weight = div(one.weight * index.weights.synonym, 64);
      synonymsOf(index, stem(index, one.text)).forEach((forms) => {
        word.alternatives.push({ weight: weight, forms: forms });
      });
    });
  }

  function nearWords(index, text, isLast, beginning) {
    const weights = index.weights;
    const byDistance = [weights.exact, weights.typo, weights.secondTypo, 0];
    const near = [];
    [index.forms, index.synonymWords].forEach((forms, list) => {
      eachNear(forms, matching(forms, beginning), text, isLast, (form, whole, prefix) => {
        const part = prefix ? div(byDistance[prefix] * weights.typoPrefix, 64) : weights.prefix;
        const best = Math.max(byDistance[whole], part);
        near.push({
          weight: forms[form][0] === text[0] ? best : div(best * weights.typoLetter, 64),
          rarity: list ? Infinity : index.rarities[form],
          form: form,
          text: forms[form],
        });
      });
    });
    return near;
  }

  function addSimilar(index, word) {
    if (word.text.length < 4) return;
    const found = [];
    matching(index.forms, word.text.slice(0, 4)).forEach((form) => {
      const other = index.forms[form];
      if (Math.abs(other.length - word.text.length) > 3) return;
      let shared = 4;
      while (shared < other.length && other[shared] === word.text[shared]) shared += 1;
      const longer = Math.max(other.length, word.text.length);
      found.push({ weight: div(index.weights.similar * shared, longer), forms: [form] });
    });
    found.sort((a, b) => b.weight - a.weight || a.forms[0] - b.forms[0]);
    found.slice(0, MOST_SIMILAR).forEach((one) => { word.alternatives.push(one); });
  }

  function addSplit(index, word) {
    let best = null;
    for (let cut = 2; cut < word.text.length - 1; cut++) {
      const first = find(index, word.text.slice(0, cut));
      const second = first < 0 ? -1 : find(index, word.text.slice(cut));
      if (second < 0) continue;
      const rarity = index.rarities[first] + index.rarities[second];
      if (!best || rarity < best.rarity) best = { rarity: rarity, forms: [first, second] };
    }
    if (best) word.alternatives.push({ weight: index.weights.joined, forms: best.forms });
  }

  function addJoined(index, result, places) {
    for (let i = 0; i + 1 < result.sequence.length; i++) {
      const form = find(index, result.sequence[i] + result.sequence[i + 1]);
      if (form < 0) continue;
      const joined = { weight: index.weights.joined, forms: [form] };
      [places.get(i), places.get(i + 1)].forEach((word) => {
        if (word) word.alternatives.push(joined);
      });
    }
  }

  function addSynonymsOf(index, result, content, places) {
    content.forEach((unused, start) => {
      for (let stop = start; stop < content.length && stop - start < index.longestSynonym; stop++) {
        const span = content.slice(start, stop + 1);
        const key = span.map((place) => stem(index, result.sequence[place])).join(' ');
        synonymsOf(index, key).forEach((forms) => {
          const isPhrase = span.length > 1;
          span.forEach((place) => {
            places.get(place).alternatives.push(
              { weight: index.weights.synonym, forms: forms, isPhrase: isPhrase });
          });
        });
      }
    });
  }

  function weigh(index, word) {
    if (word.form >= 0) {
      word.alternatives.unshift({ weight: index.weights.exact, forms: [word.form] });
      word.importance = Math.min.apply(null,
        family(index, word.text).map((form) => index.rarities[form]));
      word.mostRarity = word.importance;
      return;
    }
    const rarities = [];
    word.alternatives.forEach((alternative) => {
      alternative.forms.forEach((form) => { rarities.push(index.rarities[form]); });
    });
    word.importance = rarities.length ? Math.min.apply(null, rarities) : 0;
  }

  const api = { plan };
  global.deskbook = global.deskbook || {};
  global.deskbook.searchPlan = api;
  if (typeof module !== 'undefined') module.exports = api;
})(typeof window === 'undefined' ? globalThis : window);
