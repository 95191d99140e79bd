// What it is worth when the words of a query stand near each other or in a row.

/// Compares the whole query, stop words included, with the texts of a record.
struct PhraseBonus {
  private let sequence: [[UInt8]]
  private let proximity: Proximity
  private let weights: RankWeights
  private var analyzer: Analyzer

  init(_ plan: QueryPlan, _ index: ShardFiles) {
    proximity = Proximity(plan.words, index)
    sequence = plan.sequence.map { Array(String(decoding: $0, as: UTF16.self).utf8) }
    weights = index.root.weights
    analyzer = Analyzer(stopWords: index.root.stopWords)
  }

  /// What the score of a record is raised by, in sixty-fourths.
  mutating func value(of record: StoredRecord) -> Int {
    var bonus = 0
    let title = read(record.title)
    if title == sequence { bonus += weights.wholeTitle }
    guard sequence.count > 1 else { return bonus }
    if holds(title) { bonus += weights.titlePhrase }
    let texts = texts(of: record)
    if texts.contains(where: holds) { bonus += weights.phrase }
    let best = texts.reduce(proximity.density(of: title)) { max($0, proximity.density(of: $1)) }
    return bonus + weights.proximity * best / 64
  }

  /// Whether the texts of a record meet every word of the query that the handbook knows.
  mutating func isMet(in record: StoredRecord) -> Bool {
    proximity.meetsAll(in: [read(record.title)] + texts(of: record))
  }

  /// Whether a record is called what the query says, in several words, function words included.
  mutating func isNamed(_ record: StoredRecord) -> Bool {
    sequence.count > 1 && read(record.title) == sequence
  }

  private mutating func texts(of record: StoredRecord) -> [[[UInt8]]] {
    ([record.text] + record.avoid + record.when).map { read($0) }
  }

  /// Whether the query stands in a text; its last word may be the beginning of one.
  private func holds(_ words: [[UInt8]]) -> Bool {
    guard words.count >= sequence.count, let last = sequence.last else { return false }
    let others = sequence.dropLast()
    for start in 0...(words.count - sequence.count) {
      guard words[start..<start + others.count].elementsEqual(others) else { continue }
      if words[start + others.count].starts(with: last) { return true }
    }
    return false
  }

  private mutating func read(_ text: String) -> [[UInt8]] {
    analyzer.read([UInt8](text.utf8))
    let tokens = analyzer.tokens
    return (0..<tokens.count).filter { tokens.roles[$0] != .joined }
      .map { Array(tokens.bytes[tokens.range($0)]) }
  }
}
