// What a handbook decides about its search: the language and the synonyms.

/// The settings an index is built with.
package struct SearchOptions: Sendable, Equatable {
  /// BCP 47, such as `en` or `pt-BR`.
  package var language: String
  /// In the order of the file; the order does not change any result.
  package var synonyms: [SynonymGroup]

  /// UTF-8 bytes of JSON up to which the index is one file.
  package var largestSingle: Int

  package init(
    language: String = "en", synonyms: [SynonymGroup] = [],
    largestSingle: Int = IndexFormat.largestSingle
  ) {
    self.language = language
    self.synonyms = synonyms
    self.largestSingle = largestSingle
  }
}

/// Words or short phrases that lead to each other's hits.
package enum SynonymGroup: Sendable, Equatable {
  /// Each entry finds all the others.
  case twoWay([String])
  /// Each entry of `from` finds those of `to`, not the other way round.
  case oneWay(from: [String], to: [String])
}
