// Parts of an index put together: every record, word and group has its number.

/// An index whose postings are still in the order of its parts.
package struct IndexPlan: Sendable {
  private let parts: [IndexPart]
  private let options: SearchOptions
  private let order: RecordOrder
  private let terms: TermGroups
  /// For each part, the number in the index of each of its groups.
  private let numbers: [[Int]]
  private let synonyms: SynonymTable
  private let unheldEntries: Set<String>
  private let impact: Impact

  /// Numbers what parts hold.
  ///
  /// How the records are cut into parts makes no difference to the index.
  ///
  /// - Parameters:
  ///   - parts: read with the same options, in reading order.
  ///   - options: language, synonyms and the size from which the index is cut.
  package init(_ parts: [IndexPart], _ options: SearchOptions) {
    var words = WordGroups()
    let merged = parts.map { words.merge($0.postings.words) }
    let held = words.count
    var analyzer = Analyzer(stopWords: StopWords(language: options.language))
    var synonyms = SynonymTable(
      options.synonyms, with: &analyzer, Stemmer(language: options.language), in: &words)
    // Groups that were not there before are those of words that no record holds.
    unheldEntries = synonyms.entries { groups in groups.allSatisfy { $0 < held } }
    let terms = TermGroups(words, weak: StopWords.weak(language: options.language))
    synonyms.renumber(terms.numbers)
    numbers = merged.map { groups in groups.map { terms.numbers[Int($0)] } }
    order = RecordOrder(parts)
    impact = Impact(parts.map(\.postings))
    (self.parts, self.options, self.terms, self.synonyms) = (parts, options, terms, synonyms)
  }

  /// The parts, to be sorted side by side.
  package var indices: Range<Int> { parts.indices }

  /// The postings of one part, sorted.
  package func columns(of part: Int) -> PostingColumns {
    PostingColumns(parts[part], order.runs(of: part), impact)
  }

  /// What files are made from, with the columns of all parts in order.
  package func shelf(_ columns: [PostingColumns]) -> IndexShelf {
    IndexShelf(
      writer: IndexWriter(
        options: options, stopWords: StopWords(language: options.language), synonyms: synonyms,
        shards: ShardWriter(
          terms: terms, postings: TermPostings(columns, numbers: numbers, terms, order),
          order: order, parts: parts.map { ($0.rows, $0.kinds) })),
      unheldEntries: unheldEntries)
  }
}
