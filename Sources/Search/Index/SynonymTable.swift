// The synonyms as the index stores them: groups of words by number.

/// Synonyms whose entries are lists of groups.
struct SynonymTable: Sendable {
  /// From each entry of `from` to each of `to`; the two are the same list if it works both ways.
  private struct Row: Sendable {
    var from: [[Int]]
    var to: [[Int]]
    var isTwoWay: Bool
    var isUseful: Bool { isTwoWay ? from.count > 1 : !from.isEmpty && !to.isEmpty }
  }

  private var rows: [Row] = []
  /// Each entry as it was written, with its groups as they were numbered when it was read.
  private var written: [(text: String, groups: [Int])] = []

  /// Adds the words of all entries to the dictionary; those of no record have no postings there.
  init(
    _ synonyms: [SynonymGroup], with analyzer: inout Analyzer, _ stemmer: Stemmer,
    in known: inout WordGroups
  ) {
    for group in synonyms {
      switch group {
      case .twoWay(let entries):
        let words = words(of: entries, with: &analyzer, stemmer, in: &known)
        rows.append(Row(from: words, to: words, isTwoWay: true))
      case .oneWay(let from, let to):
        let sources = words(of: from, with: &analyzer, stemmer, in: &known)
        let targets = words(of: to, with: &analyzer, stemmer, in: &known)
        rows.append(Row(from: sources, to: targets, isTwoWay: false))
      }
    }
  }

  /// The groups of each entry without stop words, unless it has no others; what comes to nothing or
  /// twice is left out.
  private mutating func words(
    of entries: [String], with analyzer: inout Analyzer, _ stemmer: Stemmer,
    in known: inout WordGroups
  ) -> [[Int]] {
    var lists: [[Int]] = []
    for entry in entries {
      analyzer.read([UInt8](entry.utf8))
      let tokens = analyzer.tokens
      let role: TokenRole = tokens.hasOnlyStops ? .stop : .part
      let words = (0..<tokens.count).filter { tokens.roles[$0] == role }
        .map { known.group(of: tokens.bytes, tokens.range($0), with: stemmer) }
      written.append((entry, words))
      if !words.isEmpty, !lists.contains(words) { lists.append(words) }
    }
    return lists
  }

  /// The entries that no record can meet, as they were written.
  ///
  /// `isHeld` says whether records hold all groups of an entry.
  func entries(unless isHeld: ([Int]) -> Bool) -> Set<String> {
    Set(written.filter { !isHeld($0.groups) }.map(\.text))
  }

  /// Puts the final numbers in place of the first ones.
  mutating func renumber(_ numbers: [Int]) {
    for row in rows.indices {
      rows[row].from = rows[row].from.map { $0.map { numbers[$0] } }
      rows[row].to = rows[row].to.map { $0.map { numbers[$0] } }
    }
  }

  /// `syn`: for each group a list of entries that find each other, or the two lists of a one-way
  /// one; an entry is a list of group numbers.
  func write(to json: inout JSONWriter) {
    json.key("syn")
    json.beginArray()
    for row in rows where row.isUseful {
      if row.isTwoWay {
        json.numbers(row.from)
        continue
      }
      json.beginObject()
      json.key("from")
      json.numbers(row.from)
      json.key("to")
      json.numbers(row.to)
      json.endObject()
    }
    json.endArray()
  }
}
