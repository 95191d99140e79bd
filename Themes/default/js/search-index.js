// The index, opened: its root, and the shards that have come. As Sources/Search/Query.
(function (global) {
  'use strict';

  const analyze = typeof module === 'undefined'
    ? global.deskbook.searchAnalyze : require('./search-analyze.js');
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const WEIGHTS = ['exact', 'prefix', 'knownPrefix', 'similar', 'joined', 'synonym',
    'typo', 'secondTypo', 'lineReach', 'typoPrefix', 'coverageFloor', 'heading', 'proximity',
    'phrase', 'titlePhrase', 'wholeTitle', 'perPage', 'compared'];
  // The rarity, in the dictionary, of words that no record holds.
  const NONE = 63;
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

  function sums(steps) {
    const result = [0];
    steps.forEach((step, i) => { result.push(result[i] + step); });
    return result;
  }

  function multiples(step, end) {
    const result = [0];
    for (let next = step; next < end; next += step) result.push(next);
    return result;
  }

  // A shard of groups; `marks` holds impacts, plus 64 where the word stands in the heading.
  function decodeTerms(value, first) {
    const starts = sums(readNumbers(value.n));
    const records = new Int32Array(readNumbers(value.p));
    const marks = new Uint8Array(value.m.length);
    for (let i = 0; i < marks.length; i++) marks[i] = values[value.m.charCodeAt(i)];
    sums(readNumbers(value.h)).forEach((place, i) => { if (i > 0) marks[place] += 64; });
    for (let group = 0; group + 1 < starts.length; group++) {
      for (let i = starts[group] + 1; i < starts[group + 1]; i++) records[i] += records[i - 1];
    }
    return {
      first, starts, records, marks,
      forms: readForms(value.f),
      formEnds: sums(readNumbers(value.c)),
      rarities: readNumbers(value.i),
    };
  }

  const decode = {
    t: decodeTerms,
    d: (value) => {
      let next = value.m;
      const groups = readNumbers(value.g).map((back) => (back === 0 ? next++ : next - back));
      const rarities = Array.from(value.w, (digit) => values[digit.charCodeAt(0)]);
      return { forms: readForms(value.f), groups: groups, rarities: rarities };
    },
    s: (value) => value,
  };

  // Makes an index of the value of index.json; throws where it is of another format.
  function open(json) {
    const isSingle = json.mode === 'single';
    if (json.format !== 'deskbook-search/1' || (!isSingle && json.mode !== 'sharded')) {
      throw new Error('unknown search format ' + json.format);
    }
    if (json.analyzer !== analyze.id) throw new Error('unknown analyzer ' + json.analyzer);
    const index = {
      weights: {},
      kinds: json.kinds,
      count: json.n,
      language: json.lang,
      stopWords: new Set(json.stop ? json.stop.split(' ') : []),
      synonyms: new Map(),
      longestSynonym: 0,
      tables: {},
      parts: new Map(),
      missing: new Map(),
      records: new Map(),
    };
    WEIGHTS.forEach((name, i) => { index.weights[name] = json.k[i]; });
    json.syn.forEach((row) => { addSynonyms(index, row); });
    ['t', 'd', 's'].forEach((kind) => {
      const table = json[kind];
      index.tables[kind] = isSingle ? { firsts: [0], forms: [''] } : {
        firsts: table.c ? multiples(table.c, json.n) : sums(readNumbers(table.n)).slice(1),
        forms: table.f,
        hash: table.h,
      };
      if (isSingle && kind !== 'd') add(index, kind + '/0', json[kind]);
    });
    if (isSingle) index.parts.set('d/0', dictionaryOf(index.parts.get('t/0')));
    return index;
  }

  // Adds the value of a shard; false where it cannot be used.
  function add(index, key, value) {
    try {
      const kind = key[0];
      const first = index.tables[kind].firsts[Number(key.slice(2))];
      index.parts.set(key, decode[kind](value, first));
      return true;
    } catch (error) {
      return false;
    }
  }

  // The dictionary of an index that is one file.
  function dictionaryOf(terms) {
    const rows = [];
    terms.rarities.forEach((rarity, group) => {
      const isHeld = terms.starts[group] < terms.starts[group + 1];
      const coarse = isHeld ? Math.min(62, Math.floor(rarity / 12)) : NONE;
      terms.forms.slice(terms.formEnds[group], terms.formEnds[group + 1])
        .forEach((form) => { rows.push([form, group, coarse]); });
    });
    rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));
    const column = (i) => rows.map((row) => row[i]);
    return { forms: column(0), groups: column(1), rarities: column(2) };
  }

  function addSynonyms(index, row) {
    const isTwoWay = Array.isArray(row);
    const to = isTwoWay ? row : row.to;
    (isTwoWay ? row : row.from).forEach((entry, place) => {
      const key = entry.join();
      index.longestSynonym = Math.max(index.longestSynonym, entry.length);
      if (!index.synonyms.has(key)) index.synonyms.set(key, new Map());
      const targets = index.synonyms.get(key);
      to.forEach((other, i) => {
        const name = other.join();
        if ((!isTwoWay || i !== place) && !targets.has(name)) targets.set(name, other);
      });
    });
  }

  // The lists of groups that a run of groups stands for.
  function synonymsOf(index, groups) {
    return Array.from((index.synonyms.get(groups.join()) || new Map()).values());
  }

  // A shard, or null while it has not come: then it is among the missing.
  function part(index, kind, number) {
    const key = kind + '/' + number;
    const found = index.parts.get(key);
    if (found) return found;
    // A folder holds a thousand.
    const folder = Math.floor(number / 1000);
    index.missing.set(key, [kind + '-' + index.tables[kind].hash, folder, number].join('/') + '.js');
    return null;
  }

  // How many elements meet a condition that the first ones meet and the others do not.
  function countOf(list, condition) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (condition(list[middle])) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function shardOf(index, kind, number) {
    return Math.max(0, countOf(index.tables[kind].firsts, (first) => first <= number) - 1);
  }

  // The shard with the forms and postings of a group, and its place there; or null.
  function term(index, group) {
    const shard = part(index, 't', shardOf(index, 't', group));
    return shard && { shard: shard, place: group - shard.first };
  }

  function isHeld(found) { return found.shard.starts[found.place] < found.shard.starts[found.place + 1]; }

  function formsOf(index, group) {
    const found = term(index, group);
    if (!found) return [];
    const ends = found.shard.formEnds;
    return found.shard.forms.slice(ends[found.place], ends[found.place + 1]);
  }

  // The dictionary's shards that may hold forms with a beginning.
  function dictionaries(index, prefix) {
    const forms = index.tables.d.forms;
    const first = Math.max(0, countOf(forms, (form) => form <= prefix) - 1);
    const last = countOf(forms, (form) => form < prefix || form.startsWith(prefix)) - 1;
    const shards = [];
    for (let i = first; i <= Math.max(first, last); i++) shards.push(part(index, 'd', i));
    return shards.filter((shard) => shard);
  }

  function lowerBound(forms, key) { return countOf(forms, (form) => form < key); }

  // The group of a form, or -1.
  function find(index, form) {
    const first = Math.max(0, countOf(index.tables.d.forms, (other) => other <= form) - 1);
    const shard = part(index, 'd', first);
    if (!shard) return -1;
    const at = lowerBound(shard.forms, form);
    return shard.forms[at] === form ? shard.groups[at] : -1;
  }

  function entry(shard, i) {
    return { form: shard.forms[i], group: shard.groups[i], rarity: shard.rarities[i] };
  }

  // The forms with a beginning, sorted: {form, group, rarity}.
  function matching(index, prefix) {
    const found = [];
    dictionaries(index, prefix).forEach((shard) => {
      for (let i = lowerBound(shard.forms, prefix);
        i < shard.forms.length && shard.forms[i].startsWith(prefix); i++) {
        found.push(entry(shard, i));
      }
    });
    return found;
  }

  // The postings of a group: {records, marks, start, end, rarity}, or null while they have not come.
  function postingsOf(index, group) {
    const found = term(index, group);
    return found && {
      records: found.shard.records,
      marks: found.shard.marks,
      start: found.shard.starts[found.place],
      end: found.shard.starts[found.place + 1],
      rarity: found.shard.rarities[found.place],
    };
  }

  // A record as a hit shows it, or null while its shard has not come.
  function recordOf(index, number) {
    const known = index.records.get(number);
    if (known) return known;
    const place = shardOf(index, 's', number);
    const shard = part(index, 's', place);
    const row = shard && shard.s[number - index.tables.s.firsts[place]];
    if (!row) return null;
    const page = shard.p[row[0]];
    const record = {
      record: number,
      page: page[1],
      pageUrl: page[0],
      url: typeof row[1] === 'string' ? page[0] + '#' + row[1] : page[0],
      title: typeof row[2] === 'string' ? row[2] : page[1],
      crumbs: page[2],
      isScript: page[3] === 1,
      kind: kindOf(index, number)[0],
      text: row[3],
      avoid: row[4] || [],
      when: row[5] || [],
      reviewDue: row[6] || null,
    };
    index.records.set(number, record);
    return record;
  }

  function kindOf(index, record) {
    let at = index.kinds.length - 1;
    while (at > 0 && index.kinds[at][2] > record) at -= 1;
    return index.kinds[at];
  }

  const api = {
    NONE, open, add, find, matching, dictionaries, entry, lowerBound, synonymsOf, shardOf, term,
    isHeld, formsOf, postingsOf, recordOf, kindOf, readNumbers, readForms,
  };
  global.deskbook = global.deskbook || {};
  global.deskbook.searchIndex = api;
  if (typeof module !== 'undefined') module.exports = api;
})(typeof window === 'undefined' ? globalThis : window);
