// An index in its final order, of which only the words are still to be cut into shards.

/// All that an index consists of.
package struct IndexShelf: Sendable {
  let writer: IndexWriter
  let sections: [Shard]
  /// The hash of the shards of sections of the index before, where some stand.
  let earlierSections: String?
  let unheldEntries: Set<String>
  let pages: IndexPages.Source

  /// Shards of words with their postings.
  package func termShards() -> [Shard] { writer.terms.termShards(size: IndexFormat.termShard) }

  /// Shards of words alone; they can be made beside the others.
  package func dictionaryShards() -> [Shard] {
    writer.terms.dictionaryShards(size: IndexFormat.dictionaryShard)
  }

  /// The index of all shards.
  package func index(terms: [Shard], dictionary: [Shard]) -> SearchIndex {
    let files = writer.files(
      [.terms: terms, .dictionary: dictionary, .sections: sections], earlier: earlierSections)
    return SearchIndex(
      files: files.made, standing: files.standing, unheldEntries: unheldEntries)
  }

  /// As much as ``state(_:)`` needs: without the shards of sections, which are most of an index.
  package var withoutShards: IndexShelf {
    IndexShelf(
      writer: writer,
      sections: sections.map { Shard(standing: $0.hash, size: $0.size, first: $0.first) },
      earlierSections: earlierSections, unheldEntries: unheldEntries, pages: pages)
  }

  /// What the next index can be made from.
  ///
  /// - Parameter keys: for each page in reading order ``IndexState/keyLength`` bytes of ASCII that
  ///   change with all that its records are made from.
  /// - Returns: nil for a small index, or where pages were not noted.
  package func state(_ keys: [String]) -> [UInt8]? {
    guard writer.sections == nil, let pages = pages.pages, pages.tallies.count == keys.count else {
      return nil
    }
    return StateWriter(shelf: self, pages: pages, keys: keys).bytes
  }
}
