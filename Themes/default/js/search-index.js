// The packed index, opened: its forms, postings, pages and records.
(function (global) {
  'use strict';

  const analyze = typeof module === 'undefined'
    ? global.deskbook.searchAnalyze : require('./search-analyze.js');
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const WEIGHTS = ['exact', 'prefix', 'knownPrefix', 'similar', 'joined', 'synonym',
    'coverageFloor', 'heading', 'phrase', 'titlePhrase', 'wholeTitle', 'perPage'];
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
      forms: readForms(json.t.f),
      rarities: readNumbers(json.t.i),
      starts: starts,
      postings: json.t.p,
      pages: json.s.p,
      records: json.s.s,
      synonyms: new Map(),
      longestSynonym: 0,
    };
    json.syn.forEach((group) => { addSynonyms(index, group); });
    return index;
  }

  function addSynonyms(index, group) {
    const from = Array.isArray(group) ? group : group.from;
    from.forEach((entry, place) => {
      index.longestSynonym = Math.max(index.longestSynonym, entry.split(' ').length);
      (Array.isArray(group) ? group : group.to).forEach((other, i) => {
        if (Array.isArray(group) && i === place) return;
        const forms = other.split(' ').map((word) => find(index, word));
        if (forms.indexOf(-1) >= 0) return;
        if (!index.synonyms.has(entry)) index.synonyms.set(entry, []);
        index.synonyms.get(entry).push(forms);
      });
    });
  }

  function lowerBound(index, key) {
    let low = 0;
    let high = index.forms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index.forms[middle] < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function find(index, key) {
    const at = lowerBound(index, key);
    return index.forms[at] === key ? at : -1;
  }

  function matching(index, prefix) {
    const found = [];
    for (let i = lowerBound(index, prefix);
      i < index.forms.length && index.forms[i].startsWith(prefix); i++) found.push(i);
    return found;
  }

  // Calls visit(record, rarity × impact, isHeading) for each record that holds a form.
  function eachPosting(index, form, visit) {
    const rarity = index.rarities[form];
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

  const api = { open, find, matching, eachPosting, titleOf, wordsOf, readNumbers, readForms };
  global.deskbook = global.deskbook || {};
  global.deskbook.searchIndex = api;
  if (typeof module !== 'undefined') module.exports = api;
})(typeof window === 'undefined' ? globalThis : window);
