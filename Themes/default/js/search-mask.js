// What may be kept of a search: words of the handbook and common ones. The others may say who called, so `…` stands for them.
(function () {
  'use strict';

  const { stored, searchAnalyze, searchIndex, searchLoad } = window.deskbook;
  const HIDDEN = '…';
  let common = null;
  let isLoading = false;
  let waiting = [];

  // Loads the common words of the index's language, where the theme has them.
  function load() {
    if (isLoading) return;
    isLoading = true;
    const name = 'words-' + searchLoad.index().language.split('-')[0];
    const file = window.deskbookFiles[name];
    if (file) searchLoad.fetchScript('words', document.documentElement.dataset.later.replace(/[^/]*$/, '') + file, take);
    else take(null);
  }

  function take(words) {
    common = new Set(words ? words.split(' ') : []);
    act();
  }

  function act() { waiting.splice(0).forEach((each) => each()); }

  // Acts once the common words are here, in the order of asking.
  function ready(each) {
    waiting.push(each);
    if (common) act();
    else load();
  }

  function isKnown(word) {
    const index = searchLoad.index();
    return index.stopWords.has(word) || searchIndex.find(index, word) >= 0 || Boolean(common && common.has(word));
  }

  // The words of all that is filled in now.
  function blanks() {
    const values = ['fields', 'shift'].flatMap((name) => Object.values(stored.read(name)));
    return searchAnalyze.analyze(values.join('\n')).map((token) => token.text);
  }

  // A text in small letters, with what may not be kept left out: `ofCall` are words of blanks, be they cleared by now.
  // With `isPutBack` only those and numbers are left out.
  function mask(typed, ofCall, isPutBack) {
    const text = typed.toLowerCase();
    const hidden = new Set(ofCall.concat(blanks()));
    const isHidden = ({ text: word, role }) => {
      if (hidden.has(word) || /^\p{N}+$/u.test(word)) return true;
      return role !== 'joined' && (!isPutBack || /\p{N}/u.test(word)) && !isKnown(word);
    };
    let masked = '';
    let end = 0;
    searchAnalyze.analyze(text).filter(isHidden).sort((a, b) => a.start - b.start).forEach((token) => {
      if (token.start >= end) masked += text.slice(end, token.start) + HIDDEN;
      end = Math.max(end, token.end);
    });
    return (masked + text.slice(end)).replace(/…(?:[^\p{L}\p{N}]*…)+/gu, HIDDEN);
  }

  // A page that is left waits for nothing: its dictionary alone decides.
  window.deskbook.searchMask = { ready, blanks, mask, hurry: act };
})();
