// Runs the browser's scripts on the vectors that Swift made: node --test Tests/SearchTests
'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');

const scripts = path.join(__dirname, '../../Themes/default/js');
const { analyze, compose, tables } = require(path.join(scripts, 'search-analyze.js'));
const searchIndex = require(path.join(scripts, 'search-index.js'));
const searchRank = require(path.join(scripts, 'search-rank.js'));
const file = path.join(__dirname, 'Fixtures/conformance.json');
const vectors = JSON.parse(fs.readFileSync(file, 'utf8'));

test('folds letters with the same tables', () => {
  const { composed, ...others } = vectors.tables;
  assert.deepStrictEqual(tables, others);
  for (const [mark, pairs] of composed) {
    const letters = Array.from(pairs);
    for (let i = 0; i < letters.length; i += 2) {
      assert.strictEqual(compose(letters[i], String.fromCodePoint(mark)), letters[i + 1]);
    }
  }
});

test('splits text into the same words', () => {
  const stopWords = new Set(['a', 'x']);
  for (const [text, words, roles] of vectors.analysis) {
    const tokens = analyze(text, stopWords);
    assert.deepStrictEqual(tokens.map((token) => token.text), words, JSON.stringify(text));
    assert.deepStrictEqual(tokens.map((token) => token.role), roles, JSON.stringify(text));
    tokens.forEach((token) => assert.ok(token.start < token.end && token.end <= text.length));
  }
});

test('reads the same numbers', () => {
  const [packed, numbers] = vectors.numbers;
  assert.deepStrictEqual(searchIndex.readNumbers(packed), numbers);
});

// The value that a shard's script hands over.
function valueOf(script) {
  let found = null;
  new Function('__deskbook', script)((key, value) => { found = { key, value }; });
  return found;
}

const handbooks = Object.keys(vectors).filter((name) => vectors[name].queries);
assert.strictEqual(handbooks.length, 7);
for (const name of handbooks) {
  test(`ranks the ${name} in the same order with the same scores`, () => {
    const index = searchIndex.open(vectors[name].index);
    let loads = 0;
    function ask(query, options) {
      for (let round = 0; round < 9; round++) {
        const found = searchRank.query(index, query, options);
        if (found.missing.length === 0) return found;
        for (const shard of found.missing) {
          const { key, value } = valueOf(vectors[name].shards[shard.file]);
          assert.strictEqual(key, shard.key);
          assert.ok(searchIndex.add(index, key, value));
          loads += 1;
        }
      }
      return assert.fail('asks for shards for ever: ' + query);
    }
    for (const [query, kind, limit, expected, closest] of vectors[name].queries) {
      const found = ask(query, { kind, limit });
      assert.deepStrictEqual(found.hits.flatMap((hit) => [hit.record, hit.score]), expected, query);
      assert.deepStrictEqual(found.closest, closest, query);
    }
    assert.strictEqual(loads > 0, vectors[name].index.mode === 'sharded');
  });
}
