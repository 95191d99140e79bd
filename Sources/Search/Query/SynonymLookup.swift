// From words of a query to the words they stand for.

/// The synonyms of an index, by the words that a query may hold, in whatever inflection.
struct SynonymLookup: Sendable {
  /// Entries of one word that no record holds, sorted.
  private(set) var words = FormList()
  /// The most words of an entry.
  private(set) var longest = 0
  /// Keys are stems with a space between; the entries are lists of words.
  private var targets: [[UInt16]: Set<[[UInt16]]>] = [:]

  /// Reads the list that ``IndexWriter`` wrote.
  init?(_ value: JSONValue, terms: TermTable) {
    guard let groups = value.array else { return nil }
    var unknown: Set<[UInt16]> = []
    for group in groups {
      guard let from = group.strings ?? group["from"]?.strings,
        let to = group.strings ?? group["to"]?.strings
      else { return nil }
      let others = to.map { $0.utf16.split(separator: 0x20).map { Array($0) } }
      for (index, entry) in from.enumerated() {
        let words = entry.utf16.split(separator: 0x20).map { Array($0) }
        if words.count == 1, terms.forms.find(words[0]) == nil { unknown.insert(words[0]) }
        longest = max(longest, words.count)
        let isTwoWay = group.array != nil
        for (place, other) in others.enumerated() where !isTwoWay || place != index {
          targets[key(words[...], terms), default: []].insert(other)
        }
      }
    }
    for word in unknown.sorted(by: { $0.lexicographicallyPrecedes($1) }) { words.append(word) }
  }

  /// What a run of query words stands for, as forms that a record must hold.
  func of(_ words: ArraySlice<[UInt16]>, _ terms: TermTable) -> [[Int]] {
    let entries = targets[key(words, terms)] ?? []
    return entries.flatMap { entry -> [[Int]] in
      let families = entry.map { terms.family($0) }
      if families.count == 1 { return families[0].map { [$0] } }
      let forms = families.compactMap(\.first)
      return forms.count == families.count ? [forms] : []
    }
  }

  private func key(_ words: ArraySlice<[UInt16]>, _ terms: TermTable) -> [UInt16] {
    Array(words.map { terms.stem($0) }.joined(separator: [0x20]))
  }
}
