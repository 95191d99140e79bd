// Text to words, as in Sources/Search/Analyzer: both must give the same words for any text.
(function (global) {
  'use strict';

  // The tables of LetterTables.swift, sign for sign, made from what the browser knows of letters
  // and from those that have no base letter. The conformance test compares them.
  const LIGATURES = ['ae', 'oe', 'ss', 'th', 'ij', 'dz', 'lj', 'nj'];
  const BASES = 'Æ1ÐdØoÞ4ß3æ1ðdøoþ4ĐdđdĦhħhıiĲ5ĳ5ĸkĿlŀlŁlłlŉnŊnŋnŒ2œ2ŦtŧtſsƀbƁbƂbƃbƇcƈcƉdƊdƋd' +
    'ƌdƑfƒfƓgƗiƘkƙkƚlƝnƞnƟoƤpƥpƫtƬtƭtƮtƲvƳyƴyƵzƶzǄ6ǅ6ǆ6Ǉ7ǈ7ǉ7Ǌ8ǋ8ǌ8Ǣ1ǣ1ǤgǥgǱ6ǲ6ǳ6Ǽ1ǽ1' +
    'ǾoǿoȠnȡdȤzȥzȴlȵnȶtȷjȺaȻcȼcȽlȾtȿsɀzɃbɄuɆeɇeɈjɉjɌrɍrɎyɏyẚaẛsẜsẝsẞ3ỺlỻlỾyỿy';
  const MARKS = [0x300, 0x301, 0x304, 0x306, 0x308, 0x30b, 0x30f, 0x3099, 0x309a];

  function signs(first, last) {
    let result = '';
    for (let code = first; code <= last; code++) {
      const character = String.fromCharCode(code);
      const at = BASES.indexOf(character);
      const base = character.normalize('NFD')[0].toLowerCase();
      result += at >= 0 ? BASES[at + 1] : /[a-z]/.test(base) ? base : '.';
    }
    return result;
  }

  const LATIN = signs(0xc0, 0x24f);
  const LATIN_ADDITIONAL = signs(0x1e00, 0x1eff);

  const LONGEST = 40;
  // Up to six groups of digits with nothing but spaces, brackets, full stops and hyphens between.
  const NUMBER = /[0-9]+(?:[ \u00a0\u2009\u202f()[\].\-\u2010\u2011\u2013]{1,4}[0-9]+){1,5}/y;
  const SHORTEST_NUMBER = 6;
  const LONGEST_NUMBER = 20;

  const WORD = /[\p{L}\p{N}]/u;
  const MARK = /\p{M}/u;

  function within(code, ranges) {
    for (let i = 0; i < ranges.length; i += 2) {
      if (code >= ranges[i] && code <= ranges[i + 1]) return true;
    }
    return false;
  }

  const IGNORED = [0xad, 0xad, 0x200c, 0x200d, 0x2060, 0x2060, 0x20e3, 0x20e3,
    0xfeff, 0xfeff, 0xfe00, 0xfe0f, 0xe0100, 0xe01ef];
  const APOSTROPHES = [0x27, 0x27, 0x60, 0x60, 0xb4, 0xb4, 0x2bc, 0x2bc, 0x2018, 0x2019,
    0x201b, 0x201b, 0x2032, 0x2032, 0xff07, 0xff07];
  const HYPHENS = [0x2d, 0x2d, 0x2010, 0x2011];
  const FULL_WIDTH = [0xff10, 0xff19, 0xff21, 0xff3a, 0xff41, 0xff5a];
  const UNSPACED = [0x1100, 0x11ff, 0x3005, 0x3007, 0x3041, 0x3096, 0x309d, 0x309f, 0x30a1, 0x30fa,
    0x30fc, 0x30ff, 0x31f0, 0x31ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xac00, 0xd7a3,
    0xf900, 0xfaff, 0x20000, 0x3fffd];
  // Lower-case Greek and Cyrillic, and kana.
  const COMPOSING = [0x3ac, 0x3ce, 0x430, 0x45f, 0x460, 0x52f, 0x3041, 0x30ff];
  const UNSPACED_BLOCKS = [0xe00, 0xeff, 0x1000, 0x109f, 0x1780, 0x17ff];

  // The letters of ASCII, made once.
  const ascii = [];
  for (let code = 0; code < 0x80; code++) {
    const character = String.fromCharCode(code);
    if (/[a-z0-9]/i.test(character)) {
      ascii.push({ role: 'word', fold: character.toLowerCase(), length: 1 });
    } else {
      const isQuote = within(code, APOSTROPHES);
      const role = isQuote ? 'apostrophe' : within(code, HYPHENS) ? 'hyphen' : 'separator';
      ascii.push({ role, fold: '', length: 1 });
    }
  }

  // The character at an index: role, folded text (of one or two letters) and length in units.
  function letterAt(text, index) {
    if (index >= text.length) return { role: 'separator', fold: '', length: 0 };
    const code = text.codePointAt(index);
    if (code < 0x80) return ascii[code];
    const length = code > 0xffff ? 2 : 1;
    if (within(code, IGNORED)) return { role: 'ignored', fold: '', length };
    if (within(code, APOSTROPHES)) return { role: 'apostrophe', fold: '', length };
    if (within(code, HYPHENS)) return { role: 'hyphen', fold: '', length };
    if (within(code, FULL_WIDTH)) return { role: 'word', fold: ascii[code - 0xfee0].fold, length };
    let sign = '.';
    if (code >= 0xc0 && code <= 0x24f) sign = LATIN[code - 0xc0];
    if (code >= 0x1e00 && code <= 0x1eff) sign = LATIN_ADDITIONAL[code - 0x1e00];
    if (sign >= '1' && sign <= '9') {
      return { role: 'word', fold: LIGATURES[Number(sign) - 1], length };
    }
    if (sign !== '.') return { role: 'word', fold: sign, length };
    return { role: roleOf(code), fold: lowercase(code), length };
  }

  function roleOf(code) {
    if (within(code, UNSPACED)) return 'unspaced';
    const character = String.fromCodePoint(code);
    if (WORD.test(character)) return within(code, UNSPACED_BLOCKS) ? 'unspaced' : 'word';
    return MARK.test(character) ? 'mark' : 'separator';
  }

  function lowercase(code) {
    if (code === 0x3c2) return 'σ';
    return String.fromCodePoint(String.fromCodePoint(code).toLowerCase().codePointAt(0));
  }

  // The one letter that a letter and a following mark make, or null.
  function compose(base, mark) {
    const first = base.codePointAt(0);
    const second = mark.codePointAt(0);
    if (within(first, [0x1100, 0x1112]) && within(second, [0x1161, 0x1175])) {
      return String.fromCodePoint(0xac00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28);
    }
    if (within(first, [0xac00, 0xd7a3]) && within(second, [0x11a8, 0x11c2])) {
      return (first - 0xac00) % 28 === 0 ? String.fromCodePoint(first + second - 0x11a7) : null;
    }
    if (!MARKS.includes(second) || !within(first, COMPOSING)) return null;
    const composed = (base + mark).normalize('NFC');
    return composed.length === 1 && composed.charCodeAt(0) < 0x1f00 === first < 0x1f00 ? composed : null;
  }

  class Scanner {
    constructor(text, stopWords) {
      this.text = text;
      this.stopWords = stopWords;
      this.index = 0;
      this.tokens = [];
      this.word = [];
    }

    read() {
      while (this.index < this.text.length) {
        const letter = letterAt(this.text, this.index);
        if (letter.role === 'word') this.readNumber() || this.readCompound();
        else if (letter.role === 'unspaced') this.readRun();
        else this.index += letter.length;
      }
      return this.tokens;
    }

    // Groups of digits, and the numbers that they may be; false where none begins here.
    readNumber() {
      NUMBER.lastIndex = this.index;
      const found = NUMBER.exec(this.text);
      if (!found) return false;
      const groups = Array.from(found[0].matchAll(/[0-9]+/g), (group) => ({
        text: group[0], start: this.index + group.index, end: this.index + group.index + group[0].length,
      }));
      const next = (at) => letterAt(this.text, groups[groups.length - 1].end + at);
      if (!['separator', 'hyphen'].includes(next(0).role)) groups.pop();
      if (!groups.length || (next(0).role === 'hyphen' && next(next(0).length).role === 'word')) return false;
      const numbers = [];
      groups.forEach((first, i) => groups.slice(i + 1).forEach((last, more) => {
        const text = groups.slice(i, i + more + 2).map((group) => group.text).join('');
        if (text.length < SHORTEST_NUMBER || text.length > LONGEST_NUMBER) return;
        numbers.push({ text, role: 'joined', start: first.start, end: last.end });
      }));
      if (!numbers.length) return false;
      groups.forEach(({ text, start, end }) => this.tokens.push({ text: text.slice(0, LONGEST), role: 'part', start, end }));
      this.tokens.push(...numbers);
      this.index = groups[groups.length - 1].end;
      return true;
    }

    readCompound() {
      const first = this.tokens.length;
      for (;;) {
        this.readPart();
        const hyphen = letterAt(this.text, this.index);
        if (hyphen.role !== 'hyphen') break;
        if (letterAt(this.text, this.index + hyphen.length).role !== 'word') break;
        this.index += hyphen.length;
      }
      const parts = this.tokens.slice(first);
      if (parts.length < 2 || parts.length > 3) return;
      const joined = parts.map((part) => part.text).join('');
      this.tokens.push({
        text: Array.from(joined).slice(0, LONGEST).join(''),
        role: 'joined',
        start: parts[0].start,
        end: parts[parts.length - 1].end,
      });
    }

    readPart() {
      const start = this.index;
      let end = -1;
      let isDotted = true;
      let letters = 0;
      while (end < 0) {
        const letter = letterAt(this.text, this.index);
        if (letter.role === 'word') {
          this.append(letter.fold);
          letters += /^[0-9]$/.test(letter.fold) && this.text.charCodeAt(this.index) < 0x80 ? 2 : 1;
          this.index += letter.length;
        } else if (letter.role === 'mark') {
          this.absorb(letter.fold);
          this.index += letter.length;
        } else if (letter.role === 'ignored') {
          this.index += letter.length;
        } else if (letter.role === 'apostrophe') {
          end = this.passApostrophe(letter);
        } else {
          isDotted = isDotted && letters === 1;
          if (isDotted && this.isDot()) {
            letters = 0;
            this.index += 1;
          } else {
            end = this.index;
          }
        }
      }
      const text = this.word.join('');
      this.word = [];
      const role = this.stopWords && this.stopWords.has(text) ? 'stop' : 'part';
      this.tokens.push({ text: text, role, start, end });
    }

    // Passes an apostrophe within a word; gives the end of the word if the word ends here, or -1.
    passApostrophe(apostrophe) {
      const end = this.index;
      const after = end + apostrophe.length;
      if (letterAt(this.text, after).role !== 'word') return end;
      const isS = this.text[after] === 's' || this.text[after] === 'S';
      if (isS && letterAt(this.text, after + 1).role !== 'word') {
        this.index = after + 1;
        return end;
      }
      this.index = after;
      return -1;
    }

    isDot() {
      if (this.text[this.index] !== '.') return false;
      const next = letterAt(this.text, this.index + 1);
      return next.role === 'word' && !/^[0-9]$/.test(next.fold) &&
        letterAt(this.text, this.index + 1 + next.length).role !== 'word';
    }

    append(fold) {
      const letters = Array.from(fold);
      for (let i = 0; i < letters.length && this.word.length < LONGEST; i++) {
        this.word.push(letters[i]);
      }
    }

    absorb(mark) {
      const length = this.word.length;
      if (length === 0 || length >= LONGEST) return;
      const last = this.word[length - 1];
      if (last < '\u0080' && within(mark.codePointAt(0), [0x300, 0x36f])) return;
      const composed = compose(last, mark);
      if (composed) this.word[length - 1] = composed;
      else this.word.push(mark);
    }

    readRun() {
      const run = [];
      for (;;) {
        const letter = letterAt(this.text, this.index);
        if (letter.role === 'unspaced' || letter.role === 'mark') {
          const last = run[run.length - 1];
          const composed = last && compose(last.text, letter.fold);
          const end = this.index + letter.length;
          if (composed) run[run.length - 1] = { text: composed, start: last.start, end };
          else run.push({ text: letter.fold, start: this.index, end });
        } else if (letter.role !== 'ignored') {
          break;
        }
        this.index += letter.length;
      }
      if (run.length === 1) this.push(run[0], null);
      for (let i = 0; i + 1 < run.length; i++) this.push(run[i], run[i + 1]);
    }

    push(first, second) {
      const text = first.text + (second ? second.text : '');
      const end = (second || first).end;
      this.tokens.push({ text, role: 'part', start: first.start, end });
    }
  }

  // The words of a text: [{text, role: 'part' | 'joined' | 'stop', start, end}], offsets in units.
  function analyze(text, stopWords) {
    return new Scanner(text, stopWords).read();
  }

  const tables = {
    latin: LATIN, latinAdditional: LATIN_ADDITIONAL, ligatures: LIGATURES,
  };
  const api = { id: 'deskbook-2', analyze, compose, tables };
  global.deskbook = global.deskbook || {};
  global.deskbook.searchAnalyze = api;
  if (typeof module !== 'undefined') module.exports = api;
})(typeof window === 'undefined' ? globalThis : window);
