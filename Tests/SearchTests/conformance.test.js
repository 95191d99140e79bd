// Runs the browser's scripts on the vectors that Swift made: node --test Tests/SearchTests
'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');

const scripts = path.join(__dirname, '../../Themes/default/js');
const { analyze, tables } = require(path.join(scripts, 'search-analyze.js'));
const searchIndex = require(path.join(scripts, 'search-index.js'));
const searchRank = require(path.join(scripts, 'search-rank.js'));
const file = path.join(__dirname, 'Fixtures/conformance.json');
const vectors = JSON.parse(fs.readFileSync(file, 'utf8'));

test('folds letters with the same tables', () => {
  assert.deepStrictEqual(tables, vectors.tables);
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

for (const name of ['handbook', 'random']) {
  test(`ranks the ${name} in the same order with the same scores`, () => {
    const index = searchIndex.open(vectors[name].index);
    for (const [query, kind, limit, expected] of vectors[name].queries) {
      const { hits } = searchRank.query(index, query, { kind, limit });
      assert.deepStrictEqual(hits.flatMap((hit) => [hit.record, hit.score]), expected, query);
    }
  });
}
