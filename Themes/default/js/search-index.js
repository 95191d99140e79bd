// The packed index, opened: its forms, postings, pages and records.
(function (global) {
  'use strict';

  const analyze = typeof module === 'undefined'
    ? global.deskbook.searchAnalyze : require('./search-analyze.js');
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const WEIGHTS = ['exact', 'prefix', 'knownPrefix', 'similar', 'joined', 'synonym',
    'inflection', 'typo', 'secondTypo', 'typoLetter', 'typoPrefix',
    'coverageFloor', 'heading', 'proximity', 'phrase', 'titlePhrase', 'wholeTitle', 'perPage'];
  const values = new Uint8Array(128).fill(255);
  for (let digit = 0; digit < 64; digit++) values[DIGITS.charCodeAt(digit)] = digit;

  // Reads all numbers of a packed text.
  function readNumbers(packed) {
    const numbers = [];
    for (let i = 0, number = 0, factor = 1; i < packed.length; i++) {
      const value = values[packed.charCodeAt(i)];
      number += (value & 31) * factor;
      factor *= 32;
      if (value < 32) {
        numbers.push(number);
        number = 0;
        factor = 1;
      }
    }
    return numbers;
  }

  // Reads front-coded forms: a capital for the shared length, then the rest.
  function readForms(packed) {
    const forms = [];
    let last = '';
    let start = 0;
    while (start < packed.length) {
      let end = start + 1;
      while (end < packed.length && !(packed[end] >= 'A' && packed[end] <= 'Z')) end += 1;
      last = last.slice(0, packed.charCodeAt(start) - 65) + packed.slice(start + 1, end);
      forms.push(last);
      start = end;
    }
    return forms;
  }

  // Makes an index of the value of index.json; throws where it is of another format.
  function open(json) {
    if (json.format !== 'deskbook-search/1' || json.mode !== 'single') {
      throw new Error('unknown search format ' + json.format);
    }
    if (json.analyzer !== analyze.id) throw new Error('unknown analyzer ' + json.analyzer);
    const weights = {};
    WEIGHTS.forEach((name, i) => { weights[name] = json.k[i]; });
    const starts = [0];
    readNumbers(json.t.l).forEach((length, i) => { starts.push(starts[i] + length); });
    const index = {
      weights: weights,
      kinds: json.kinds,
      stopWords: new Set(json.stop.split(' ')),
      isEnglish: /^en(-|$)/i.test(json.lang),
      forms: readForms(json.t.f),
      rarities: readNumbers(json.t.i),
      starts: starts,
      postings: json.t.p,
      pages: json.s.p,
      records: json.s.s,
      synonyms: new Map(),
      synonymWords: [],
      longestSynonym: 0,
    };
    json.syn.forEach((group) => { addSynonyms(index, group); });
    index.synonymWords = Array.from(new Set(index.synonymWords)).sort();
    return index;
  }

  function addSynonyms(index, group) {
    const from = Array.isArray(group) ? group : group.from;
    from.forEach((entry, place) => {
      const words = entry.split(' ');
      const key = words.map((word) => stem(index, word)).join(' ');
      index.longestSynonym = Math.max(index.longestSynonym, words.length);
      if (words.length === 1 && find(index, entry) < 0) index.synonymWords.push(entry);
      if (!index.synonyms.has(key)) index.synonyms.set(key, new Set());
      (Array.isArray(group) ? group : group.to).forEach((other, i) => {
        if (!Array.isArray(group) || i !== place) index.synonyms.get(key).add(other);
      });
    });
  }

  // The lists of forms that an entry of words, already stemmed, stands for; as SynonymLookup.swift.
  function synonymsOf(index, key) {
    const lists = [];
    (index.synonyms.get(key) || []).forEach((entry) => {
      const words = entry.split(' ');
      const groups = words.map((word) => family(index, word));
      if (groups.some((group) => group.length === 0)) return;
      if (groups.length === 1) groups[0].forEach((form) => { lists.push([form]); });
      else lists.push(groups.map((group) => group[0]));
    });
    return lists;
  }

  // The known forms of a word: itself, then its inflections, the most frequent first.
  function family(index, word) {
    const own = find(index, word);
    const root = stem(index, word);
    const others = !index.isEnglish ? [] : matching(index.forms, root.replace(/[ei]$/, ''))
      .filter((form) => form !== own && stem(index, index.forms[form]) === root)
      .sort((a, b) => index.rarities[a] - index.rarities[b] || a - b);
    return own < 0 ? others : [own].concat(others);
  }

  // What the inflections of an English word share; as Sources/Search/Query/EnglishStem.swift.
  function stem(index, word) {
    if (!index.isEnglish || !/^[a-z]{3,}$/.test(word)) return word;
    let root = word;
    if (/..ies$/.test(root)) root = root.slice(0, -3) + 'y';
    else if (/.(s|x|z|ch|sh)es$/.test(root)) root = root.slice(0, -2);
    else if (/..[^su]s$/.test(root)) root = root.slice(0, -1);
    root = cutEnding(root);
    if (root.length > 5 && root.endsWith('ll')) root = root.slice(0, -1);
    if (root.length > 4 && root.endsWith('e')) root = root.slice(0, -1);
    return root.endsWith('y') ? root.slice(0, -1) + 'i' : root;
  }

  function cutEnding(word) {
    const found = /^(.*[aeiouy].*)(ed|ing|er|ly)$/.exec(word);
    if (!found) return word;
    let root = found[1];
    const isVerb = found[2] === 'ed' || found[2] === 'ing';
    const isDoubled = root.length > 3 && /([^aeioulsz])\1$/.test(root);
    if (isDoubled) root = root.slice(0, -1);
    if (root.length < (isVerb ? 3 : 4)) return word;
    const isShort = !isDoubled && /^[^aeiouy][aeiouy][^aeiouywx]$/.test(root);
    return isShort ? root + 'e' : root;
  }

  function lowerBound(forms, key) {
    let low = 0;
    let high = forms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (forms[middle] < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function find(index, key) {
    const at = lowerBound(index.forms, key);
    return index.forms[at] === key ? at : -1;
  }

  function matching(forms, prefix) {
    const found = [];
    for (let i = lowerBound(forms, prefix);
      i < forms.length && forms[i].startsWith(prefix); i++) found.push(i);
    return found;
  }

  // Calls found(form, whole, prefix) for each of the sorted forms that is near a word, with its
  // distance and the least one of its beginnings, or 3 for what is too far off. Forms that share
  // a beginning share its rows; see Sources/Search/Query/TypoWalk.swift.
  function eachNear(forms, numbers, word, takesPrefixes, found) {
    const limit = word.length < 8 ? 1 : 2;
    const rows = [Array.from({ length: word.length + 1 }, (unused, i) => i)];
    const prefixes = [word.length];
    let path = '';
    let isDead = false;
    numbers.forEach((number) => {
      const form = forms[number];
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
      const last = isDead ? 3 : rows[path.length][word.length];
      const whole = last > limit ? 3 : last;
      const near = prefixes[path.length];
      const prefix = takesPrefixes && near <= limit ? near : 3;
      if (whole < 3 || prefix < 3) found(number, whole, prefix);
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

  // Calls visit(record, rarity × impact, isHeading) for each record that holds a form.
  function eachPosting(index, form, mostRarity, visit) {
    const rarity = Math.min(index.rarities[form], mostRarity);
    const end = index.starts[form + 1];
    for (let i = index.starts[form], record = 0; i < end;) {
      let number = 0;
      let shift = 0;
      let value;
      do {
        value = values[index.postings.charCodeAt(i++)];
        number |= (value & 31) << shift;
        shift += 5;
      } while (value >= 32 && i < end);
      record += number >> 1;
      visit(record, rarity * values[index.postings.charCodeAt(i++)], (number & 1) === 1);
    }
  }

  function titleOf(index, number) {
    const record = index.records[number];
    return record[3] === 0 ? index.pages[record[0]][1] : record[3];
  }

  function wordsOf(index, text) {
    return analyze.analyze(text, index.stopWords)
      .filter((token) => token.role !== 'joined')
      .map((token) => token.text);
  }

  const api = {
    open, find, matching, stem, family, synonymsOf, eachNear, eachPosting, titleOf, wordsOf,
    readNumbers, readForms,
  };
  global.deskbook = global.deskbook || {};
  global.deskbook.searchIndex = api;
  if (typeof module !== 'undefined') module.exports = api;
})(typeof window === 'undefined' ? globalThis : window);
