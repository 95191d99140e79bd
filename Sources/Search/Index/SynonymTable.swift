// The synonyms as the index stores them: analysed words.

/// Groups of synonyms whose entries are lists of words as the index knows them.
struct SynonymTable {
  /// From each entry of `from` to each of `to`; the two are the same list if it works both ways.
  struct Group {
    var from: [[String]]
    var to: [[String]]
    var isTwoWay: Bool
  }

  private(set) var groups: [Group] = []

  init(_ synonyms: [SynonymGroup], with analyzer: inout Analyzer) {
    for group in synonyms {
      switch group {
      case .twoWay(let entries):
        let words = Self.words(of: entries, with: &analyzer)
        if words.count > 1 { groups.append(Group(from: words, to: words, isTwoWay: true)) }
      case .oneWay(let from, let to):
        let sources = Self.words(of: from, with: &analyzer)
        let targets = Self.words(of: to, with: &analyzer)
        if sources.isEmpty || targets.isEmpty { continue }
        groups.append(Group(from: sources, to: targets, isTwoWay: false))
      }
    }
  }

  /// The words of each entry without stop words; what comes to nothing or twice is left out.
  private static func words(of entries: [String], with analyzer: inout Analyzer) -> [[String]] {
    var lists: [[String]] = []
    for entry in entries {
      analyzer.read([UInt8](entry.utf8))
      let tokens = analyzer.tokens
      let words = (0..<tokens.count).filter { tokens.roles[$0] == .part }.map { tokens.text($0) }
      if !words.isEmpty, !lists.contains(words) { lists.append(words) }
    }
    return lists
  }
}
