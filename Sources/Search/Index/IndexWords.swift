// The words of an index in their final order, with those of its synonyms.

/// What an index knows of words before it knows where they stand.
struct IndexWords: Sendable {
  let terms: TermGroups
  let synonyms: SynonymTable
  /// Entries of the synonyms of which no record holds all words.
  let unheldEntries: Set<String>

  /// Numbers the words that records hold, and adds those of synonyms.
  init(_ held: WordGroups, _ options: SearchOptions) {
    var words = held
    var analyzer = Analyzer(stopWords: StopWords(language: options.language))
    var synonyms = SynonymTable(
      options.synonyms, with: &analyzer, Stemmer(language: options.language), in: &words)
    // Groups that were not there before are those of words that no record holds.
    unheldEntries = synonyms.entries { groups in groups.allSatisfy { $0 < held.count } }
    terms = TermGroups(words, weak: StopWords.weak(language: options.language))
    synonyms.renumber(terms.numbers)
    self.synonyms = synonyms
  }
}
