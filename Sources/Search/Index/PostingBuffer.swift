// Which word stands how often in which field of which record.

/// Counts of words, collected record by record in flat arrays.
///
/// One posting is a word of a record with a byte for each field: how often it stands there, at
/// most 255 times.
struct PostingBuffer {
  private(set) var vocabulary = Vocabulary()
  /// The word of each posting.
  private(set) var words: [Int32] = []
  /// The counts of each posting, eight bits a field, the first field lowest.
  private(set) var counts: [UInt64] = []
  /// Words of each field, ``SearchField`` by ``SearchField`` for record after record.
  private(set) var lengths: [Int32] = []
  /// The end of each record's postings.
  private(set) var ends: [Int] = []
  /// The last posting of each word.
  private var latest: [Int] = []
  private var start = 0

  /// Adds the tokens of a field of the record that is open.
  mutating func add(_ tokens: TokenBuffer, to field: SearchField) {
    for token in 0..<tokens.count where tokens.roles[token] != .stop {
      let word = vocabulary.intern(tokens.bytes, tokens.range(token))
      if word == latest.count { latest.append(-1) }
      if latest[word] < start {
        latest[word] = words.count
        words.append(Int32(word))
        counts.append(0)
      }
      let posting = latest[word]
      let shift = UInt64(field.rawValue * 8)
      if counts[posting] >> shift & 0xFF < 0xFF { counts[posting] += 1 << shift }
      if tokens.roles[token] == .part {
        lengths[ends.count * SearchField.allCases.count + field.rawValue] += 1
      }
    }
  }

  /// Begins a record.
  mutating func open() {
    for _ in SearchField.allCases { lengths.append(0) }
  }

  /// Ends the record that was begun.
  mutating func close() {
    ends.append(words.count)
    start = words.count
  }
}
