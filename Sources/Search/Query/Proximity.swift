// How near each other the words of a query stand in a text.

/// The densest window of a text.
struct Proximity {
  /// Words without stop words that a window holds at most.
  private static let window = 16
  /// For each form that meets a word of the query, the numbers of those words as bits.
  private var met: [[UInt8]: UInt32] = [:]
  private let count: Int
  private let stopWords: StopWords

  init(_ words: [QueryWord], _ index: ShardFiles) {
    count = words.count
    stopWords = index.root.stopWords
    for (number, word) in words.enumerated() {
      for alternative in word.alternatives where alternative.groups.count == 1 {
        guard let (shard, place) = index.term(alternative.groups[0]) else { continue }
        for form in shard.forms(place) {
          let text = String(decoding: shard.forms[form], as: UTF16.self)
          met[Array(text.utf8), default: 0] |= 1 << UInt32(number)
        }
      }
    }
  }

  /// Whether some texts together meet every word of the query that any form meets.
  func meetsAll(in texts: [[[UInt8]]]) -> Bool {
    let found = texts.joined().reduce(UInt32(0)) { $0 | met[$1, default: 0] }
    return found == met.values.reduce(0, |)
  }

  /// How many words of the query stand how near each other, 0 to 64.
  ///
  /// All of them in a row are 64; half of them in a row are half of it, and so are all of them with
  /// as many other words between.
  func density(of text: [[UInt8]]) -> Int {
    guard count > 1 else { return 0 }
    let places = text.filter { !stopWords.contains($0, $0.indices) }.map { met[$0] ?? 0 }
    var best = 0
    for start in places.indices where places[start] != 0 {
      var seen: UInt32 = 0
      for end in start..<min(places.count, start + Self.window) {
        seen |= places[end]
        let found = seen.nonzeroBitCount
        if found > 1 { best = max(best, 64 * found * found / (count * (end - start + 1))) }
      }
    }
    return min(64, best)
  }
}
