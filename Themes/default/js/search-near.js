// What a word that nobody knows may have been meant to be, as in Sources/Search/Query: Inflections.swift and Typos.swift.
(function (global) {
  'use strict';

  const index_ = typeof module === 'undefined'
    ? global.deskbook.searchIndex : require('./search-index.js');
  const { NONE, find, matching, dictionaries, entry, lowerBound } = index_;
  const MOST_SIMILAR = 6;
  const MOST_TYPOS = 6;
  const ENDINGS = [
    ['s', ['']], ['es', ['']], ['d', ['']], ['ment', ['']], ['ness', ['']], ['ed', ['', 'e']],
    ['ing', ['', 'e']], ['er', ['', 'e']], ['ers', ['', 'e']], ['ly', ['', 'e']], ['al', ['', 'e']],
    ['ies', ['y']], ['ied', ['y']], ['ation', ['e', '']], ['ion', ['e', '']],
  ];

  function div(number, by) { return Math.floor(number / by); }

  // The group of the word that an English one is a form of, or -1.
  function inflected(index, text) {
    if (!/^en(-|$)/i.test(index.language)) return -1;
    for (const [ending, others] of ENDINGS) {
      const stem = text.slice(0, -ending.length);
      if (stem.length < 3 || !text.endsWith(ending)) continue;
      const bases = others.map((other) => stem + other);
      const last = stem.length - 1;
      if (last > 2 && stem[last] === stem[last - 1]) bases.push(stem.slice(0, last));
      for (const base of bases) {
        const group = find(index, base);
        if (group >= 0) return group;
      }
    }
    return -1;
  }

  // Words with the same beginning, of about the same length, the nearest first.
  function similar(index, text) {
    const length = text.length;
    // No number stands for another.
    if (length < 4 || /^[0-9]+$/.test(text)) return [];
    const best = new Map();
    matching(index, text.slice(0, 4)).forEach((one) => {
      if (Math.abs(one.form.length - length) > 3) return;
      let shared = 4;
      while (shared < one.form.length && one.form[shared] === text[shared]) shared += 1;
      const weight = div(index.weights.similar * shared, Math.max(one.form.length, length));
      best.set(one.group, Math.max(weight, best.get(one.group) || 0));
    });
    return Array.from(best).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_SIMILAR)
      .map((row) => ({ weight: row[1], groups: [row[0]] }));
  }

  // Misspelt words: near ones with the same first letter.
  function typos(index, text, isLast) {
    if (text.length < 4 || /[0-9]/.test(text)) return [];
    const weights = index.weights;
    const byDistance = [weights.exact, weights.typo, weights.secondTypo, 0];
    const near = [];
    eachNear(index, text, text.length < 8 ? 1 : 2, isLast, (one, whole, prefix) => {
      const part = prefix === 0 ? weights.prefix
        : div((byDistance[prefix] || 0) * weights.typoPrefix, 64);
      one.weight = Math.max(byDistance[whole] || 0, part);
      near.push(one);
    });
    near.sort((a, b) => b.weight - a.weight || a.rarity - b.rarity);
    return near.slice(0, MOST_TYPOS).map((one) => ({ weight: one.weight, groups: [one.group] }));
  }

  // Up to `count` words of the handbook that look most like one that gave nothing.
  function closest(index, text, count) {
    const near = [];
    eachNear(index, text, 3, false, (one, whole) => {
      if (one.rarity === NONE || whole > 3 || whole >= text.length - 1) return;
      one.distance = whole;
      near.push(one);
    });
    near.sort((a, b) => a.distance - b.distance || a.rarity - b.rarity);
    return near.filter((one, i) => near.findIndex((other) => other.group === one.group) === i)
      .slice(0, count).map((one) => one.form);
  }

  // Calls found(entry, whole, prefix) for each form near a word, with the same first letter, with its distance and the
  // least one of its beginnings, or 9 for what is too far off. Forms that share a beginning share
  // its rows; see Sources/Search/Query/TypoWalk.swift.
  function eachNear(index, word, limit, takesPrefixes, found) {
    const beginning = word[0];
    dictionaries(index, beginning).forEach((shard) => {
      const rows = [Array.from({ length: word.length + 1 }, (unused, i) => i)];
      const prefixes = [word.length];
      let path = '';
      let isDead = false;
      for (let i = lowerBound(shard.forms, beginning); i < shard.forms.length; i++) {
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

  // How many letters to change, leave out, add or swap with the next one make one text of another.
  function distance(text, other) {
    const rows = [Array.from({ length: other.length + 1 }, (unused, i) => i)];
    for (let i = 1; i <= text.length; i++) addRow(rows, other, text.slice(0, i));
    return rows[text.length][other.length];
  }

  const api = { inflected, similar, typos, closest, distance };
  global.deskbook = global.deskbook || {};
  global.deskbook.searchNear = api;
  if (typeof module !== 'undefined') module.exports = api;
})(typeof window === 'undefined' ? globalThis : window);
