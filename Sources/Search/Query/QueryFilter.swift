// `phrase:` and `tag:` in a query.

/// A query's text without its filters.
struct QueryFilter: Equatable {
  private(set) var kind: SearchRecord.Kind?
  private(set) var tags: [String] = []
  private(set) var text = ""

  /// Words that stand for a kind, besides its name.
  private static let names: [String: SearchRecord.Kind] = [
    "phrases": .phrase, "say": .phrase, "steps": .step, "script": .step, "scripts": .step,
    "questions": .question, "faq": .question, "sections": .section, "cards": .card,
    "pages": .page,
  ]

  /// Takes `kind:` and `tag:` off the words of a query; the rest is searched for.
  ///
  /// `phrase: sorry`, `phrase:sorry` and `sorry phrase:` are the same; so are `tag:billing` and
  /// `tag: billing`.
  init(_ query: String) {
    var words: [Substring] = []
    var wantsTag = false
    for word in query.utf8.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      if wantsTag {
        tags.append(String(Substring(word)))
        wantsTag = false
        continue
      }
      guard let colon = word.firstIndex(of: UInt8(ascii: ":")) else {
        words.append(Substring(word))
        continue
      }
      let name = String(Substring(word[..<colon])).lowercased()
      let rest = String(Substring(word[word.index(after: colon)...]))
      if name == "tag" {
        if rest.isEmpty { wantsTag = true } else { tags.append(rest) }
      } else if let kind = SearchRecord.Kind(rawValue: name) ?? Self.names[name] {
        self.kind = kind
        if !rest.isEmpty { words.append(rest[...]) }
      } else {
        words.append(Substring(word))
      }
    }
    text = words.joined(separator: " ")
  }
}
