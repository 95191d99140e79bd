// What each page adds to an index, so that it can be taken out again.

/// For each page in reading order: how many records it has, how long their fields are, how many bytes
/// their rows take, whether a block begins with it; and the words that they hold, if those were noted.
struct PageTallies: Sendable {
  /// Of each page ``width`` numbers: records of each kind, words of each field, records with the field,
  /// bytes of rows, and 1 where a block begins.
  private(set) var numbers: [Int32] = []
  /// The words of all pages, packed; the numbers are those of a vocabulary.
  private(set) var words: [UInt8] = []
  /// Where the words of each page end.
  private var ends: [Int] = []

  private static let kinds = SearchRecord.Kind.allCases.count
  private static let bytes = kinds + 2 * SearchField.count
  private static let begins = bytes + 1
  static let width = begins + 1

  /// How many pages there are.
  var count: Int { ends.count }

  init() {}

  /// Adds a page.
  ///
  /// - Parameters:
  ///   - records: the kind of each.
  ///   - lengths: of all fields of each.
  ///   - words: each once, as numbers of the vocabulary, in any order.
  ///   - bytes: UTF-8 bytes of what hits show of them.
  ///   - beginsBlock: see ``RecordBlocks``.
  mutating func append(
    _ records: [SearchRecord.Kind], lengths: ArraySlice<Int32>, words: [Int32], bytes: Int,
    beginsBlock: Bool
  ) {
    var own = [Int32](repeating: 0, count: Self.kinds)
    for kind in records { own[kind.number] += 1 }
    var fields = FieldLengths()
    fields.add(lengths)
    numbers += own + fields.sums.map { Int32($0) } + fields.owners.map { Int32($0) }
    numbers += [Int32(bytes), beginsBlock ? 1 : 0]
    for word in words { PackedNumber.append(Int(word), to: &self.words) }
    ends.append(self.words.count)
  }

  /// Adds a page of others, each of its words by another number.
  mutating func append(_ page: Int, of other: PageTallies, _ words: [Int32]) {
    numbers += other.numbers[page * Self.width..<(page + 1) * Self.width]
    other.forEachWord(of: page) { PackedNumber.append(Int(words[$0]), to: &self.words) }
    ends.append(self.words.count)
  }

  /// Adds pages of others as they are.
  mutating func append(_ pages: Range<Int>, of other: PageTallies) {
    numbers += other.numbers[pages.lowerBound * Self.width..<pages.upperBound * Self.width]
    let start = other.range(pages).lowerBound
    let shift = words.count - start
    words += other.words[other.range(pages)]
    ends += other.ends[pages].map { $0 + shift }
  }

  /// Calls `body` with each word that a page holds.
  @inline(__always)
  func forEachWord(of page: Int, _ body: (Int) -> Void) {
    var reader = PackedReader(words, range(page..<page + 1))
    while !reader.isAtEnd { body(reader.number()) }
  }

  /// How many records of each kind a page has.
  func records(of page: Int) -> ArraySlice<Int32> {
    numbers[page * Self.width..<page * Self.width + Self.kinds]
  }

  /// UTF-8 bytes of what hits show of a page's records.
  func bytes(of page: Int) -> Int { Int(numbers[page * Self.width + Self.bytes]) }

  /// UTF-8 bytes of what hits show of all records.
  var bytes: Int { (0..<count).reduce(0) { $0 + bytes(of: $1) } }

  /// Whether a block begins with a page.
  func beginsBlock(_ page: Int) -> Bool { numbers[page * Self.width + Self.begins] == 1 }

  /// The lengths of the fields of all pages.
  var lengths: FieldLengths {
    var lengths = FieldLengths()
    for page in 0..<count { lengths.add(self.lengths(of: page)) }
    return lengths
  }

  /// The lengths of the fields of one page.
  func lengths(of page: Int) -> FieldLengths {
    let start = page * Self.width + Self.kinds
    return FieldLengths(
      sums: numbers[start..<start + SearchField.count],
      owners: numbers[start + SearchField.count..<start + 2 * SearchField.count])
  }

  private func range(_ pages: Range<Int>) -> Range<Int> {
    if pages.isEmpty { return words.count..<words.count }
    return (pages.lowerBound == 0 ? 0 : ends[pages.lowerBound - 1])..<ends[pages.upperBound - 1]
  }
}

extension PageTallies {
  /// More bytes than ``write(to:)`` gives for any page that is not longer than most books.
  var size: Int { words.count + numbers.count * 2 + count * 8 }

  /// Writes all of it.
  func write(to bytes: inout [UInt8]) {
    PackedNumber.append(count, to: &bytes)
    for number in numbers { PackedNumber.append(Int(number), to: &bytes) }
    var start = 0
    for end in ends {
      PackedNumber.append(end - start, to: &bytes)
      start = end
    }
    bytes.append(run: words)
  }

  /// Reads what was written; nil where it is damaged.
  init?(_ source: [UInt8], _ reader: inout PackedReader) {
    let count = min(reader.number(), source.count)
    numbers = reader.numbers(count * Self.width).map { Int32(truncatingIfNeeded: $0) }
    var end = 0
    ends = reader.numbers(count).map { length in
      end += min(length, source.count)
      return end
    }
    words = Array(source[reader.run()])
    guard !reader.isDamaged, words.count == end, numbers.count == count * Self.width,
      numbers.allSatisfy({ $0 >= 0 })
    else { return nil }
  }
}
