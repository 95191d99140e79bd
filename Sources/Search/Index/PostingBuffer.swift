// Which group of words stands how often in which field of which record.

/// Counts of words, collected record by record in flat arrays.
///
/// Words with one stem are one group. One posting is a group of a record with a byte for each
/// field: how often it stands there, at most 255 times. Most words stand once in one field, so that
/// four bytes hold such a posting.
struct PostingBuffer: Sendable {
  private(set) var words = WordGroups()
  /// Of each posting the group, and above it the only field that holds it once, or ``several``.
  private var packed: [UInt32] = []
  /// The counts of the postings with ``several``, eight bits a field, the first field lowest.
  private var counts: [UInt64] = []
  /// Words of each field, ``SearchField`` by ``SearchField`` for record after record.
  private(set) var lengths: [Int32] = []
  /// See ``SearchRecord/prominence``.
  private(set) var prominences: [Int] = []
  /// The end of each record's postings, and of its counts.
  private var ends: [(postings: Int32, counts: Int32)] = []
  /// The postings of the record that is open.
  private var open: [(group: Int, counts: UInt64)] = []
  /// The last posting of each group, counted through all records.
  private var latest: [Int] = []

  private static let groupBits: UInt32 = 24
  private static let several: UInt32 = 0xFF

  /// A token that is counted.
  struct Word {
    let group: Int
    /// Whether it adds to the length of its field.
    let isPart: Bool
  }

  /// How many records were closed.
  var recordCount: Int { ends.count }

  /// How many postings there are.
  var count: Int { packed.count }

  /// Groups of all postings, record by record.
  var groups: some Sequence<Int> { packed.lazy.map { Int($0 & (1 << Self.groupBits - 1)) } }

  /// Hands out the postings of a record with their counts, eight bits a field, the first lowest.
  @inline(__always)
  func forEach(of record: Int, _ body: (_ group: Int, _ counts: UInt64) -> Void) {
    let start = record == 0 ? (0, 0) : ends[record - 1]
    var next = Int(start.1)
    for posting in packed[Int(start.0)..<Int(ends[record].postings)] {
      let group = Int(posting & (1 << Self.groupBits - 1))
      let field = posting >> Self.groupBits
      if field == Self.several {
        body(group, counts[next])
        next += 1
      } else {
        body(group, 1 << UInt64(field * 8))
      }
    }
  }

  /// The words of a text that are counted, which are added to the vocabulary.
  mutating func words(of tokens: TokenBuffer, with stemmer: Stemmer) -> [Word] {
    (0..<tokens.count).filter { tokens.roles[$0] != .stop }.map { token in
      Word(
        group: words.group(of: tokens.bytes, tokens.range(token), with: stemmer),
        isPart: tokens.roles[token] == .part)
    }
  }

  /// Adds the tokens of a field of the record that is open.
  ///
  /// A name of stop words alone is found by them: a page may be called *IT* or *Will*.
  mutating func add(_ tokens: TokenBuffer, to field: SearchField, with stemmer: Stemmer) {
    let isName = field.isName && tokens.hasOnlyStops
    for token in 0..<tokens.count where isName || tokens.roles[token] != .stop {
      let group = words.group(of: tokens.bytes, tokens.range(token), with: stemmer)
      add(group, to: field, isPart: tokens.roles[token] != .joined)
    }
  }

  /// Adds words of a field of the record that is open.
  mutating func add(_ words: [Word], to field: SearchField) {
    for word in words { add(word.group, to: field, isPart: word.isPart) }
  }

  /// Marks the record that is open with the group of a tag, a word that no text can hold.
  mutating func add(tag group: Int) {
    let posting = posting(of: group)
    open[posting].counts |= 1 << UInt64(SearchField.keywords.rawValue * 8)
  }

  /// The group of a tag, which is added to the vocabulary.
  mutating func group(ofTag tag: [UInt8], with stemmer: Stemmer) -> Int {
    words.group(of: tag, tag.indices, with: stemmer)
  }

  private mutating func add(_ group: Int, to field: SearchField, isPart: Bool) {
    let posting = posting(of: group)
    let shift = UInt64(field.rawValue * 8)
    if open[posting].counts >> shift & 0xFF < 0xFF { open[posting].counts += 1 << shift }
    if isPart { lengths[ends.count * SearchField.count + field.rawValue] += 1 }
  }

  private mutating func posting(of group: Int) -> Int {
    while latest.count <= group { latest.append(-1) }
    if latest[group] < packed.count {
      latest[group] = packed.count + open.count
      open.append((group, 0))
    }
    return latest[group] - packed.count
  }

  /// Lets go of what only more records would be added with.
  mutating func finish() { (open, latest) = ([], []) }

  /// Begins a record.
  mutating func open(prominence: Int) {
    prominences.append(prominence)
    for _ in 0..<SearchField.count { lengths.append(0) }
  }

  /// Ends the record that was begun.
  mutating func close() {
    for (group, counts) in open {
      precondition(group < 1 << Self.groupBits, "more different words than any language has")
      // A power of two whose bit is the lowest of its byte.
      let isSingle = counts.nonzeroBitCount == 1 && counts.trailingZeroBitCount % 8 == 0
      let field = isSingle ? UInt32(counts.trailingZeroBitCount / 8) : Self.several
      packed.append(UInt32(group) | field << Self.groupBits)
      if !isSingle { self.counts.append(counts) }
    }
    open.removeAll(keepingCapacity: true)
    ends.append((Int32(packed.count), Int32(counts.count)))
  }
}
