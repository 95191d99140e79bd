// What it is worth when the words of a query stand near each other or in a row, as in Sources/Search/Query/PhraseBonus.swift.
(function (global) {
  'use strict';

  const analyze = typeof module === 'undefined'
    ? global.deskbook.searchAnalyze : require('./search-analyze.js');
  const { formsOf } = typeof module === 'undefined'
    ? global.deskbook.searchIndex : require('./search-index.js');
  const WINDOW = 16;

  function div(number, by) { return Math.floor(number / by); }

  function wordsOf(index, text) {
    return analyze.analyze(text, index.stopWords)
      .filter((token) => token.role !== 'joined')
      .map((token) => token.text);
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
        if (alternative.groups.length > 1) return;
        formsOf(index, alternative.groups[0]).forEach((form) => {
          met.set(form, (met.get(form) || 0) | (1 << number));
        });
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

  // The words of a record's title, of its text, of what not to say, and of when.
  function textsOf(index, record) {
    record.words = record.words || [record.title, record.text].concat(record.avoid, record.when)
      .map((text) => wordsOf(index, text));
    return record.words;
  }

  // Whether the texts of a record meet every word of the query that any form meets.
  function isMet(index, record, met) {
    const union = (bits) => bits.reduce((all, one) => all | one, 0);
    const found = textsOf(index, record).map((text) => union(text.map((word) => met.get(word) || 0)));
    return union(found) === union(Array.from(met.values()));
  }

  // Whether a record is called what the query says, in several words, function words included.
  function isNamed(index, record, sequence) {
    return sequence.length > 1 && textsOf(index, record)[0].join(' ') === sequence.join(' ');
  }

  // What it is worth when the words of the query stand near each other or in a row.
  function bonusOf(index, record, taken, met) {
    const sequence = taken.sequence;
    const texts = textsOf(index, record);
    const title = texts[0];
    let bonus = title.join(' ') === sequence.join(' ') ? index.weights.wholeTitle : 0;
    if (sequence.length < 2) return bonus;
    if (holds(title, sequence)) bonus += index.weights.titlePhrase;
    if (texts.some((text, i) => i > 0 && holds(text, sequence))) bonus += index.weights.phrase;
    if (taken.words.length < 2) return bonus;
    const best = texts.reduce((most, text) => (
      Math.max(most, density(index, text, met, taken.words.length))), 0);
    return bonus + div(index.weights.proximity * best, 64);
  }

  const api = { wordsOf, metWords, bonusOf, isMet, isNamed };
  global.deskbook = global.deskbook || {};
  global.deskbook.searchBonus = api;
  if (typeof module !== 'undefined') module.exports = api;
})(typeof window === 'undefined' ? globalThis : window);
