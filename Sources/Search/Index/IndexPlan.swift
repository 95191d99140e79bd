// Parts of an index put together: every record, word and group has its number.

/// An index whose postings are still in the order of its parts.
package struct IndexPlan: Sendable {
  private let options: SearchOptions
  private let order: RecordOrder
  private let terms: TermGroups
  private let synonyms: SynonymTable
  private let unheldEntries: Set<String>
  private let impact: Impact
  /// For each part, the number in the index of each of its groups.
  private let numbers: [[Int]]
  /// Of each part; nothing of those whose columns were kept.
  private var postings: [PostingBuffer?]
  private var columns: [PostingColumns] = []
  private let kinds: [[[Int32]]]
  /// Nil where the index is too large for one file, and its shards are made.
  private var sections: SectionWriter?
  private var sectionShards: [Shard] = []
  /// UTF-8 bytes of these.
  private var size = 0

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
    (postings, kinds) = (parts.map(\.postings), parts.map(\.kinds))
    sections = SectionWriter(order, parts)
    (self.options, self.terms, self.synonyms) = (options, terms, synonyms)
  }

  /// Shards of a batch: enough for its task to be worth it.
  private static let batch = 64

  /// Numbers of shards of what hits show, batch by batch; those of an inner list can be made side by
  /// side, and are kept before the next ones, so that what they were made from can go.
  package var batches: [[Range<Int>]] {
    (sections?.shardsByRun(each: IndexFormat.sectionShard) ?? []).map { numbers in
      stride(from: numbers.lowerBound, to: numbers.upperBound, by: Self.batch).map {
        $0..<min($0 + Self.batch, numbers.upperBound)
      }
    }
  }

  /// The shards of a batch.
  package func shards(_ batch: Range<Int>) -> [Shard] {
    sections?.shards(batch, each: IndexFormat.sectionShard) ?? []
  }

  /// Takes the shards of the next batches; what only they were made from goes.
  package mutating func keep(_ shards: [[Shard]]) {
    sectionShards += shards.joined()
    size += shards.joined().reduce(0) { $0 + $1.script.count }
    guard IndexWriter.isLarge(size, options) else { return }
    let made = sectionShards.count * IndexFormat.sectionShard
    if made >= order.count { sections = nil } else { sections?.drop(before: made) }
  }

  /// The parts, so many to be sorted side by side and kept before the next ones.
  package func rounds(of count: Int) -> [[Int]] {
    stride(from: 0, to: postings.count, by: count).map {
      Array($0..<min($0 + count, postings.count))
    }
  }

  /// The postings of one part, sorted.
  package func columns(of part: Int) -> PostingColumns? {
    postings[part].map { PostingColumns($0, kinds[part], order.runs(of: part), impact) }
  }

  /// Takes the columns of the next parts; what they were made from goes.
  package mutating func keep(_ sorted: [PostingColumns?]) {
    for part in columns.count..<columns.count + sorted.count { postings[part] = nil }
    columns += sorted.compactMap(\.self)
  }

  /// What the other files are made from, once everything was kept.
  package func shelf() -> IndexShelf {
    IndexShelf(
      writer: IndexWriter(
        options: options, stopWords: StopWords(language: options.language), synonyms: synonyms,
        order: order,
        terms: TermWriter(
          terms: terms, postings: TermPostings(columns, numbers: numbers, terms, order)),
        sections: sections),
      sections: sectionShards, unheldEntries: unheldEntries)
  }
}
