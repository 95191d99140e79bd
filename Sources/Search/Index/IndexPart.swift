// The records of some pages, read beside those of others.

/// What an index keeps of some records: their words, and what hits show of them.
package struct IndexPart: Sendable {
  let postings: PostingBuffer
  /// What hits show of the records of each kind.
  let rows: [RecordRows]
  /// The records of each kind in the order in which they were read.
  let kinds: [[Int32]]
}

/// Reads the records of a part one by one.
package struct IndexPartReader {
  private let stemmer: Stemmer
  private var analyzer: Analyzer
  private var postings = PostingBuffer()
  private var rows = SearchRecord.Kind.allCases.map { _ in RecordRows() }
  private var kinds: [[Int32]] = SearchRecord.Kind.allCases.map { _ in [] }
  /// What the record before shares with the others of its page.
  private var place: (texts: [String], words: [PostingBuffer.Word]) = ([], [])
  private var tags: (texts: [String], groups: [Int]) = ([], [])

  package init(_ options: SearchOptions) {
    stemmer = Stemmer(language: options.language)
    analyzer = Analyzer(stopWords: StopWords(language: options.language))
  }

  /// What was read; nothing can be read after it.
  package mutating func finish() -> IndexPart {
    for kind in rows.indices { rows[kind].endBlock() }
    postings.finish()
    return IndexPart(postings: postings, rows: rows, kinds: kinds)
  }

  /// Reads the next record, in reading order.
  package mutating func read(_ record: SearchRecord) {
    kinds[record.kind.number].append(Int32(postings.recordCount))
    rows[record.kind.number].append(record)
    postings.open(prominence: record.prominence)
    read(record.title, as: .title)
    for text in record.heard { read(text, as: .heard) }
    for text in record.keywords { read(text, as: .keywords) }
    for text in record.avoid { read(text, as: .avoid) }
    for text in record.when { read(text, as: .when) }
    for text in record.headings { read(text, as: .headings) }
    readPlace([record.page] + record.crumbs)
    read(record.body, as: .body)
    readTags(record.tags)
    postings.close()
  }

  private mutating func read(_ text: String, as field: SearchField) {
    read([UInt8](text.utf8), as: field)
  }

  private mutating func read(_ text: [UInt8], as field: SearchField) {
    if text.isEmpty { return }
    analyzer.read(text)
    postings.add(analyzer.tokens, to: field, with: stemmer)
  }

  private mutating func readPlace(_ texts: [String]) {
    if texts != place.texts {
      var words: [PostingBuffer.Word] = []
      for text in texts {
        analyzer.read([UInt8](text.utf8))
        words += postings.words(of: analyzer.tokens, with: stemmer)
      }
      place = (texts, words)
    }
    postings.add(place.words, to: .place)
  }

  private mutating func readTags(_ texts: [String]) {
    if texts != tags.texts {
      let words = texts.compactMap { Tag.word($0, with: &analyzer) }
      tags = (texts, words.map { postings.group(ofTag: $0, with: stemmer) })
    }
    for group in tags.groups { postings.add(tag: group) }
  }
}
