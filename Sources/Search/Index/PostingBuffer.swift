// Which group of words stands how often in which field of which record.

/// Counts of words, collected record by record in flat arrays.
///
/// Words with one stem are one group. One posting is a group of a record with a byte for each
/// field: how often it stands there, at most 255 times.
struct PostingBuffer {
  private(set) var vocabulary = Vocabulary()
  /// The group of each word of the vocabulary.
  private(set) var groups: [Int32] = []
  /// The group of each posting.
  private(set) var words: [Int32] = []
  /// The counts of each posting, eight bits a field, the first field lowest.
  private(set) var counts: [UInt64] = []
  /// Words of each field, ``SearchField`` by ``SearchField`` for record after record.
  private(set) var lengths: [Int32] = []
  /// See ``SearchRecord/prominence``.
  private(set) var prominences: [Int] = []
  /// The end of each record's postings.
  private(set) var ends: [Int] = []
  /// The last posting of each group.
  private var latest: [Int] = []
  private var start = 0
  private var stems = Vocabulary()
  private let stemmer: Stemmer

  init(_ stemmer: Stemmer) { self.stemmer = stemmer }

  var groupCount: Int { stems.count }

  /// The group of a word, which is added to the vocabulary if it is new.
  mutating func group(of source: [UInt8], _ range: Range<Int>) -> Int {
    let word = vocabulary.intern(source, range)
    if word == groups.count {
      let stem = stemmer.stem(source[range])
      groups.append(Int32(stems.intern(stem, stem.indices)))
      if stems.count > latest.count { latest.append(-1) }
    }
    return Int(groups[word])
  }

  /// Adds the tokens of a field of the record that is open.
  mutating func add(_ tokens: TokenBuffer, to field: SearchField) {
    for token in 0..<tokens.count where tokens.roles[token] != .stop {
      let posting = posting(of: group(of: tokens.bytes, tokens.range(token)))
      let shift = UInt64(field.rawValue * 8)
      if counts[posting] >> shift & 0xFF < 0xFF { counts[posting] += 1 << shift }
      if tokens.roles[token] == .part {
        lengths[ends.count * SearchField.allCases.count + field.rawValue] += 1
      }
    }
  }

  /// Marks the record that is open with a tag, a word that no text can hold.
  mutating func add(tag: [UInt8]) {
    let posting = posting(of: group(of: tag, tag.indices))
    counts[posting] |= 1 << UInt64(SearchField.keywords.rawValue * 8)
  }

  private mutating func posting(of group: Int) -> Int {
    if latest[group] < start {
      latest[group] = words.count
      words.append(Int32(group))
      counts.append(0)
    }
    return latest[group]
  }

  /// Begins a record.
  mutating func open(prominence: Int) {
    prominences.append(prominence)
    for _ in SearchField.allCases { lengths.append(0) }
  }

  /// Ends the record that was begun.
  mutating func close() {
    ends.append(words.count)
    start = words.count
  }
}
