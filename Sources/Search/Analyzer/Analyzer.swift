// Text to words: what the index holds and what a query is compared with.

/// Splits text into folded words.
///
/// Case, Latin accents and the kind of apostrophe make no difference; `H.E.A.R.T.` is `heart`,
/// `don’t` is `dont`, `client’s` is `client`, `no-show` is `no`, `show` and `noshow`, and groups of
/// digits count together too, as `02079460018` in `(020) 7946 0018`. Scripts without spaces give pairs of characters. One value is meant to be reused, for its buffers.
///
/// - Source: ours; `Themes/default/js/search-analyze.js` does the same, letter for letter.
struct Analyzer {
  /// Changes whenever the tokens of any text change.
  static let identifier = "deskbook-2"

  let stopWords: StopWords
  /// The tokens of the last text read.
  private(set) var tokens = TokenBuffer()
  private var run: [UInt32] = []

  init(stopWords: StopWords) { self.stopWords = stopWords }

  /// Replaces `tokens` with those of a text.
  ///
  /// - Parameter text: valid UTF-8.
  /// - Complexity: O(*n*) in bytes of text.
  mutating func read(_ text: [UInt8]) {
    tokens.removeAll()
    var index = 0
    while index < text.count {
      if Self.isASCIIWord(text[index]) {
        index =
          readNumber(text, from: index) ?? readPlain(text, from: index)
          ?? readCompound(text, from: index)
        continue
      }
      let letter = Letter(at: index, in: text)
      switch letter.role {
      case .word: index = readCompound(text, from: index)
      case .unspaced: index = readRun(text, from: index)
      default: index += letter.length
      }
    }
  }

  /// Reads a word of ASCII that stands by itself, as most do.
  ///
  /// - Returns: the offset after it; nil for a word that may go on, of which nothing is read.
  private mutating func readPlain(_ text: [UInt8], from start: Int) -> Int? {
    var end = start
    // Of letters and digits only capitals lack the bit 0x20.
    var shared: UInt8 = 0xFF
    while end < text.count, Self.isASCIIWord(text[end]) {
      shared &= text[end]
      end += 1
    }
    // A letter alone before a full stop may begin an acronym.
    let mayBeDotted = end - start == 1 && end < text.count && text[end] == UInt8(ascii: ".")
    if mayBeDotted || Letter(at: end, in: text).role != .separator { return nil }
    tokens.append(ascii: text, start..<end, isLower: shared & 0x20 != 0)
    close()
    return end
  }

  /// Reads groups of digits and adds the numbers that they may be.
  ///
  /// - Returns: the offset after them; nil where no number begins, and then nothing is read.
  private mutating func readNumber(_ text: [UInt8], from start: Int) -> Int? {
    guard text[start] < UInt8(ascii: "A"), let run = NumberRun(text, from: start) else {
      return nil
    }
    let first = tokens.count
    for group in run.groups {
      tokens.append(ascii: text, group, isLower: true)
      close()
    }
    for number in run.numbers {
      tokens.join(first + number.lowerBound...first + number.upperBound)
    }
    return run.end
  }

  /// Reads words joined by hyphens and adds the joined form of two or three.
  private mutating func readCompound(_ text: [UInt8], from start: Int) -> Int {
    let first = tokens.count
    var index = start
    while true {
      index = readPart(text, from: index)
      let hyphen = Letter(at: index, in: text)
      guard hyphen.role == .hyphen else { break }
      guard Letter(at: index + hyphen.length, in: text).role == .word else { break }
      index += hyphen.length
    }
    if (2...3).contains(tokens.count - first) { tokens.join(first...tokens.count - 1) }
    return index
  }

  /// Reads one word and returns the offset after it, a dropped `’s` included.
  private mutating func readPart(_ text: [UInt8], from start: Int) -> Int {
    var index = start
    var end: Int?
    var isDotted = true
    var letters = 0
    while end == nil {
      letters += readASCII(text, from: &index)
      let letter = Letter(at: index, in: text)
      switch letter.role {
      case .word:
        append(letter)
        letters += 1
        index += letter.length
      case .mark:
        tokens.absorb(mark: letter.code)
        index += letter.length
      case .ignored: index += letter.length
      case .apostrophe:
        (index, end) = pass(apostrophe: letter, at: index, in: text)
      case .separator, .hyphen, .unspaced:
        isDotted = isDotted && letters == 1
        guard isDotted, isDot(at: index, in: text) else { end = index; break }
        letters = 0
        index += 1
      }
    }
    close()
    return end ?? index
  }

  /// Reads letters and digits of ASCII.
  ///
  /// - Returns: how many there were, digits counted double: no acronym is made of them.
  @inline(__always)
  private mutating func readASCII(_ text: [UInt8], from index: inout Int) -> Int {
    var letters = 0
    while index < text.count, Self.isASCIIWord(text[index]) {
      let byte = text[index]
      let isDigit = byte < UInt8(ascii: "A")
      tokens.append(ascii: isDigit ? byte : byte | 0x20)
      letters += isDigit ? 2 : 1
      index += 1
    }
    return letters
  }

  /// Decides what an apostrophe does: it vanishes within a word, and ends it otherwise.
  ///
  /// - Returns: the offset to go on from, and the offset after the word when it has ended.
  private func pass(
    apostrophe: Letter, at index: Int, in text: [UInt8]
  ) -> (next: Int, end: Int?) {
    let after = index + apostrophe.length
    guard Letter(at: after, in: text).role == .word else { return (index, index) }
    let isGenitive =
      text[after] | 0x20 == UInt8(ascii: "s")
      && Letter(at: after + 1, in: text).role != .word
    return isGenitive ? (after + 1, after + 1) : (after, nil)
  }

  /// Whether a full stop stands here between single letters, as in an acronym.
  private func isDot(at index: Int, in text: [UInt8]) -> Bool {
    guard index < text.count, text[index] == UInt8(ascii: ".") else { return false }
    let next = Letter(at: index + 1, in: text)
    let isDigit = (0x30...0x39).contains(next.code)
    return next.role == .word && !isDigit
      && Letter(at: index + 1 + next.length, in: text).role != .word
  }

  private mutating func append(_ letter: Letter) {
    guard letter.ligature >= 0 else {
      tokens.append(letter.code)
      return
    }
    for byte in LetterTables.ligatureBytes[letter.ligature] { tokens.append(ascii: byte) }
  }

  private mutating func close() {
    let isStop = stopWords.contains(tokens.bytes, tokens.start..<tokens.used)
    tokens.close(isStop ? .stop : .part)
  }

  /// Reads a run of a script without spaces and adds its pairs of characters.
  private mutating func readRun(_ text: [UInt8], from start: Int) -> Int {
    run.removeAll(keepingCapacity: true)
    var index = start
    scan: while true {
      let letter = Letter(at: index, in: text)
      switch letter.role {
      case .unspaced, .mark:
        if let last = run.last, let composed = LetterTables.compose(last, letter.code) {
          run[run.count - 1] = composed
        } else {
          run.append(letter.code)
        }
      case .ignored: break
      default: break scan
      }
      index += letter.length
    }
    if run.count == 1 { tokens.append(run[0]); tokens.close(.part) }
    for pair in 0..<max(run.count - 1, 0) {
      tokens.append(run[pair])
      tokens.append(run[pair + 1])
      tokens.close(.part)
    }
    return index
  }

  @inline(__always)
  private static func isASCIIWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }
}
