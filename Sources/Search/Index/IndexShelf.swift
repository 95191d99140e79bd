// All that an index consists of, ready to be cut into shards side by side.

/// An index in its final order, not yet written.
package struct IndexShelf: Sendable {
  let writer: IndexWriter
  let unheldEntries: Set<String>

  /// Shards that are made in one go.
  package struct Batch: Sendable {
    fileprivate let kind: ShardKind
    /// Of records, which shards.
    fileprivate let numbers: Range<Int>
  }

  /// Record shards of a batch: enough for its task to be worth it.
  private static let batch = 256

  /// What can be made side by side, the longest first.
  package var batches: [Batch] {
    let sections = writer.shards.sectionCount(each: IndexFormat.sectionShard)
    let starts = stride(from: 0, to: sections, by: Self.batch)
    return [Batch(kind: .terms, numbers: 0..<0), Batch(kind: .dictionary, numbers: 0..<0)]
      + starts.map { Batch(kind: .sections, numbers: $0..<min($0 + Self.batch, sections)) }
  }

  /// The shards of a batch.
  package func shards(_ batch: Batch) -> [Shard] {
    switch batch.kind {
    case .terms: writer.shards.termShards(size: IndexFormat.termShard)
    case .dictionary: writer.shards.dictionaryShards(size: IndexFormat.dictionaryShard)
    case .sections: writer.shards.sectionShards(batch.numbers, each: IndexFormat.sectionShard)
    }
  }

  /// The index of the shards of all batches, in their order.
  package func index(_ shards: [[Shard]]) -> SearchIndex {
    var byKind: [ShardKind: [Shard]] = [:]
    for (batch, shards) in zip(batches, shards) { byKind[batch.kind, default: []] += shards }
    return SearchIndex(files: writer.files(byKind), unheldEntries: unheldEntries)
  }
}
