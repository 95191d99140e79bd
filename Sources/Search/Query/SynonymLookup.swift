// From words of a query to the words they stand for.

/// The synonyms of an index, by the words that a query may hold.
struct SynonymLookup: Sendable {
  /// The most words of an entry.
  private(set) var longest = 0
  /// Targets as numbers of forms; keys are words with a space between.
  private var targets: [[UInt16]: [[Int]]] = [:]

  /// Reads the list that ``IndexWriter`` wrote, without targets that no record holds.
  init?(_ value: JSONValue, terms: TermTable) {
    guard let groups = value.array else { return nil }
    for group in groups {
      if let entries = group.strings {
        for (index, entry) in entries.enumerated() {
          let others = entries[..<index] + entries[(index + 1)...]
          add(entry, Array(others), terms)
        }
      } else {
        guard let from = group["from"]?.strings, let to = group["to"]?.strings else { return nil }
        for entry in from { add(entry, to, terms) }
      }
    }
  }

  /// What a run of query words stands for.
  func of(_ words: ArraySlice<[UInt16]>) -> [[Int]] {
    targets[Array(words.joined(separator: [0x20]))] ?? []
  }

  private mutating func add(_ entry: String, _ others: [String], _ terms: TermTable) {
    let key = Array(entry.utf16)
    longest = max(longest, key.split(separator: 0x20).count)
    for other in others {
      let words = other.utf16.split(separator: 0x20).map { terms.forms.find(Array($0)) }
      let forms = words.compactMap(\.self)
      if forms.count == words.count { targets[key, default: []].append(forms) }
    }
  }
}
