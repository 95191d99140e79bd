// The records that a query's filters let through.

/// Filters by kind and by tags.
struct AllowedRecords {
  private let range: Range<Int>
  /// For each tag the records that bear it.
  private let tagged: [Set<Int>]

  /// Lets by records of a kind, or of all, whose page bears all tags.
  ///
  /// A tag that no page bears lets nothing by.
  init(kind: SearchRecord.Kind?, tags: [String], _ index: ShardFiles) {
    range = kind.map { index.root.records(of: $0) } ?? 0..<index.root.count
    var analyzer = Analyzer(stopWords: index.root.stopWords)
    tagged = tags.map { tag in
      guard let word = Tag.word(tag, with: &analyzer),
        let group = index.find(Array(String(decoding: word, as: UTF8.self).utf16)),
        let (shard, place) = index.term(group)
      else { return [] }
      return Set(shard.postings(place, recordCount: index.root.count).map(\.record))
    }
  }

  func contains(_ record: Int) -> Bool {
    range.contains(record) && tagged.allSatisfy { $0.contains(record) }
  }

  /// The first records that bear all tags, in their order; none where there is no tag.
  func first(_ count: Int) -> [Int] {
    guard let first = tagged.first else { return [] }
    return Array(first.filter(contains).sorted().prefix(count))
  }
}
