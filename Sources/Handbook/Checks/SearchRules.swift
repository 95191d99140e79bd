// synonym-unused, search-size: what only the finished search index shows.

/// The rules of the search index, whose findings the build makes.
package enum SearchRules {
  package static let unused = Rule(
    "synonym-unused", .warning, "No page has any of the words that a line of synonyms leads to.",
    explanation: """
      Synonyms lead from words that people type to words that the handbook uses. At least one word \
      of a line, or one on the right of `=>`, must stand on a page in some form, or the line leads \
      nowhere. Add the word that the handbook uses, or take the line out.
      """,
    bad: "lorry, truck, where no page speaks of either", good: "lorry, truck, delivery\n")

  package static let size = Rule(
    "search-size", .warning, "The search index is larger than its budget.",
    explanation: """
      A search reads only the parts that it needs, but the whole index has to be published. Its \
      size follows the text: look for pages that should not be in the handbook, such as long \
      reference tables, or raise `search: {budget: 100}`, in megabytes, in `handbook.yml`.
      """,
    bad: "search: {budget: 1}, with an index of 2 MB", good: "search: {budget: 4}\n")

  /// What a finished index shows.
  ///
  /// - Parameters:
  ///   - isHeld: whether some page holds an entry of the synonyms.
  ///   - size: the bytes of the index as it is published.
  ///   - handbook: whose index it is.
  /// - Returns: findings on `synonyms.txt` and `handbook.yml`, in the order of their lines.
  package static func findings(
    isHeld: (String) -> Bool, size: Int, in handbook: Handbook
  ) -> [Diagnostic] {
    var found = handbook.synonyms.compactMap { line -> Diagnostic? in
      let entries: [String]
      switch line.meaning {
      case .twoWay(let all): entries = all
      case .oneWay(_, let to): entries = to
      }
      if entries.contains(where: isHeld) { return nil }
      return Diagnostic(
        unused, at: .synonyms, line.range, "no page has any of these words",
        help: "add the word that the handbook uses, or take the line out")
    }
    let budget = handbook.configuration.search.budget
    if size > budget.value {
      found.append(
        Diagnostic(
          Self.size, at: .configuration, budget.range,
          "the search index has \(megabytes(size)), over its budget of \(megabytes(budget.value))",
          help: "take out pages that nobody searches, or raise search: {budget: …}"))
    }
    return found
  }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
