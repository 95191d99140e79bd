// From records to the files of the search folder.

/// A finished search index.
package struct SearchIndex: Sendable {
  /// `index.json`, `index.js` and shards.
  package let files: [SearchFile]
  /// Entries of the synonyms of which no record holds all words.
  package let unheldEntries: Set<String>

  /// UTF-8 bytes of what a browser may read.
  package var size: Int {
    files.reduce(0) { $0 + ($1.name.hasSuffix(".json") ? 0 : $1.bytes.count) }
  }

  /// The index as JSON, and the same value as a script that runs from a file; shards, as scripts
  /// only, where it is large.
  ///
  /// The same records give the same bytes. O(*n*) in bytes of text, and O(*w* log *w*) in different
  /// words.
  ///
  /// - Parameters:
  ///   - records: in reading order, which breaks ties between equal hits of one kind.
  ///   - options: language, synonyms and the size from which the index is cut.
  package init(records: [SearchRecord], options: SearchOptions) {
    let stopWords = StopWords(language: options.language)
    var analyzer = Analyzer(stopWords: stopWords)
    let ordered = OrderedRecords(records)
    var buffer = Self.collect(ordered, with: &analyzer, Stemmer(language: options.language))
    let held = buffer.groupCount
    var synonyms = SynonymTable(options.synonyms, with: &analyzer, in: &buffer)
    // Groups that were not there before are those of words that no record holds.
    unheldEntries = synonyms.entries { groups in groups.allSatisfy { $0 < held } }
    let terms = TermGroups(buffer, weak: StopWords.weak(language: options.language))
    synonyms.renumber(terms.numbers)
    files =
      IndexWriter(
        options: options, stopWords: stopWords, synonyms: synonyms,
        shards: ShardWriter(terms: terms, records: ordered)
      ).files()
  }

  private static func collect(
    _ records: OrderedRecords, with analyzer: inout Analyzer, _ stemmer: Stemmer
  ) -> PostingBuffer {
    var buffer = PostingBuffer(stemmer)
    for record in 0..<records.count {
      buffer.open(prominence: records[record].prominence)
      for field in SearchField.allCases {
        for text in records[record].texts(of: field) {
          analyzer.read([UInt8](text.utf8))
          buffer.add(analyzer.tokens, to: field)
        }
      }
      for tag in records[record].tags {
        if let word = Tag.word(tag, with: &analyzer) { buffer.add(tag: word) }
      }
      buffer.close()
    }
    return buffer
  }
}

extension SearchRecord {
  /// The texts that a field is made of.
  fileprivate func texts(of field: SearchField) -> [String] {
    switch field {
    case .title: [title]
    case .heard: heard
    case .keywords: keywords
    case .headings: headings
    case .avoid: avoid
    case .when: when
    case .place: [page] + crumbs
    case .body: [body]
    }
  }
}
