// Parts of an index put together: every record, word and group has its number.

/// An index whose postings are still in the order of its parts.
package struct IndexMerge: Sendable {
  private let options: SearchOptions
  private let order: RecordOrder
  private let words: IndexWords
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
  /// UTF-8 bytes that all of them will have at least.
  private let least: Int

  /// Numbers what parts hold.
  ///
  /// How the records are cut into parts makes no difference to the index.
  ///
  /// - Parameters:
  ///   - parts: read with the same options, in reading order.
  ///   - options: language, synonyms and the size from which the index is cut.
  package init(_ parts: [IndexPart], _ options: SearchOptions) {
    var held = WordGroups()
    let merged = parts.map { held.merge($0.postings.words) }
    let words = IndexWords(held, options)
    numbers = merged.map { $0.map { words.terms.numbers[Int($0)] } }
    least = parts.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.size } }
    order = RecordOrder(parts)
    var lengths = FieldLengths()
    for part in parts { lengths.add(part.postings.lengths[...]) }
    impact = Impact(lengths)
    (postings, kinds) = (parts.map(\.postings), parts.map(\.kinds))
    sections = SectionWriter(order, parts)
    (self.options, self.words) = (options, words)
  }

  /// Shards of a batch: enough for its task to be worth it.
  private static let batch = 64
  /// Batches that are made before what they were made from goes.
  private static let batchesAtOnce = 16

  /// Numbers of shards of what hits show, batch by batch; those of an inner list can be made side by
  /// side, and are kept before the next ones, so that what they were made from can go.
  package var batches: [[Range<Int>]] {
    let runs = (sections?.shardsByRun(each: IndexFormat.sectionShard) ?? []).map { numbers in
      stride(from: numbers.lowerBound, to: numbers.upperBound, by: Self.batch).map {
        $0..<min($0 + Self.batch, numbers.upperBound)
      }
    }
    return runs.flatMap { batches in
      stride(from: 0, to: batches.count, by: Self.batchesAtOnce).map {
        Array(batches[$0..<min($0 + Self.batchesAtOnce, batches.count)])
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
    size += shards.joined().reduce(0) { $0 + $1.size }
    guard IndexWriter.isLarge(max(size, least), options) else { return }
    let made = sectionShards.count * IndexFormat.sectionShard
    if made >= order.count { sections = nil } else { sections?.drop(before: made) }
  }

  /// The parts, so many to be sorted side by side and kept before the next ones.
  ///
  /// The first one alone: what it lets go makes room where most memory is held.
  package func rounds(of count: Int) -> [[Int]] {
    let rest = stride(from: 1, to: postings.count, by: count).map {
      Array($0..<min($0 + count, postings.count))
    }
    return postings.isEmpty ? [] : [[0]] + rest
  }

  /// The postings of one part, sorted.
  package func columns(of part: Int) -> PostingColumns? {
    postings[part].map { PostingColumns($0, order.places(of: part, kinds[part]), impact) }
  }

  /// Takes the columns of the next parts; what they were made from goes.
  package mutating func keep(_ sorted: [PostingColumns?]) {
    for part in columns.count..<columns.count + sorted.count { postings[part] = nil }
    columns += sorted.compactMap(\.self)
  }

  /// What the other files are made from, once everything was kept.
  package func sorted() -> SortedIndex {
    SortedIndex(
      writer: IndexWriter(
        options: options, words: words, order: order,
        postings: TermPostings(columns, numbers: numbers, words.terms, order), sections: sections),
      sections: sectionShards, unheldEntries: words.unheldEntries)
  }
}
