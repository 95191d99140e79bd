// Which group of words stands how often in which field of which record.

/// Counts of words, collected record by record in flat arrays.
///
/// Words with one stem are one group. One posting is a group of a record with a byte for each
/// field: how often it stands there, at most 255 times.
struct PostingBuffer: Sendable {
  private(set) var words = WordGroups()
  /// The group of each posting.
  private(set) var groups: [Int32] = []
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

  /// A token that is counted.
  struct Word {
    let group: Int
    /// Whether it adds to the length of its field.
    let isPart: Bool
  }

  /// The postings of a record.
  func range(_ record: Int) -> Range<Int> { (record == 0 ? 0 : ends[record - 1])..<ends[record] }

  /// The words of a text that are counted, which are added to the vocabulary.
  mutating func words(of tokens: TokenBuffer, with stemmer: Stemmer) -> [Word] {
    (0..<tokens.count).filter { tokens.roles[$0] != .stop }.map { token in
      Word(
        group: words.group(of: tokens.bytes, tokens.range(token), with: stemmer),
        isPart: tokens.roles[token] == .part)
    }
  }

  /// Adds the tokens of a field of the record that is open.
  mutating func add(_ tokens: TokenBuffer, to field: SearchField, with stemmer: Stemmer) {
    for token in 0..<tokens.count where tokens.roles[token] != .stop {
      let group = words.group(of: tokens.bytes, tokens.range(token), with: stemmer)
      add(group, to: field, isPart: tokens.roles[token] == .part)
    }
  }

  /// Adds words of a field of the record that is open.
  mutating func add(_ words: [Word], to field: SearchField) {
    for word in words { add(word.group, to: field, isPart: word.isPart) }
  }

  /// Marks the record that is open with the group of a tag, a word that no text can hold.
  mutating func add(tag group: Int) {
    let posting = posting(of: group)
    counts[posting] |= 1 << UInt64(SearchField.keywords.rawValue * 8)
  }

  /// The group of a tag, which is added to the vocabulary.
  mutating func group(ofTag tag: [UInt8], with stemmer: Stemmer) -> Int {
    words.group(of: tag, tag.indices, with: stemmer)
  }

  private mutating func add(_ group: Int, to field: SearchField, isPart: Bool) {
    let posting = posting(of: group)
    let shift = UInt64(field.rawValue * 8)
    if counts[posting] >> shift & 0xFF < 0xFF { counts[posting] += 1 << shift }
    if isPart { lengths[ends.count * SearchField.count + field.rawValue] += 1 }
  }

  private mutating func posting(of group: Int) -> Int {
    while latest.count <= group { latest.append(-1) }
    if latest[group] < start {
      latest[group] = groups.count
      groups.append(Int32(group))
      counts.append(0)
    }
    return latest[group]
  }

  /// Begins a record.
  mutating func open(prominence: Int) {
    prominences.append(prominence)
    for _ in 0..<SearchField.count { lengths.append(0) }
  }

  /// Ends the record that was begun.
  mutating func close() {
    ends.append(groups.count)
    start = groups.count
  }
}
