// From records to the files of the search folder.

/// Builds the search index.
package enum SearchIndex {
  /// The index as JSON, and the same value as a script that runs from a file.
  ///
  /// - Parameters:
  ///   - records: in reading order, which breaks ties between equal hits.
  ///   - options: language and synonyms.
  /// - Returns: `index.json` and `index.js`; the same input gives the same bytes.
  /// - Complexity: O(*n*) in bytes of text, and O(*w* log *w*) in different words.
  package static func files(records: [SearchRecord], options: SearchOptions) -> [SearchFile] {
    let stopWords = StopWords(language: options.language)
    var analyzer = Analyzer(stopWords: stopWords)
    let buffer = collect(records, with: &analyzer)
    var writer = IndexWriter(records: records, terms: PackedTerms(buffer))
    let json = writer.write(options, stopWords, SynonymTable(options.synonyms, with: &analyzer))
    var script = Array("__deskbook(\"\(IndexFormat.scriptKey)\",".utf8)
    script.append(contentsOf: json)
    script.append(contentsOf: ");\n".utf8)
    return [
      SearchFile(name: "index.json", bytes: json), SearchFile(name: "index.js", bytes: script),
    ]
  }

  private static func collect(
    _ records: [SearchRecord], with analyzer: inout Analyzer
  ) -> PostingBuffer {
    var buffer = PostingBuffer()
    for record in records {
      buffer.open()
      for field in SearchField.allCases {
        for text in record.texts(of: field) {
          analyzer.read([UInt8](text.utf8))
          buffer.add(analyzer.tokens, to: field)
        }
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
    case .avoid: avoid
    case .when: when
    case .place: [page] + crumbs
    case .body: [body]
    }
  }
}
