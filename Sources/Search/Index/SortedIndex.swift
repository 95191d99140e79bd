// An index in its final order, of which only the words are still to be cut into shards.

/// All that an index consists of.
package struct SortedIndex: Sendable {
  let writer: IndexWriter
  let sections: [Shard]
  let unheldEntries: Set<String>

  /// Shards of words with their postings.
  package func termShards() -> [Shard] { writer.terms.termShards(size: IndexFormat.termShard) }

  /// Shards of words alone; they can be made beside the others.
  package func dictionaryShards() -> [Shard] {
    writer.terms.dictionaryShards(size: IndexFormat.dictionaryShard)
  }

  /// The index of all shards.
  package func index(terms: [Shard], dictionary: [Shard]) -> SearchIndex {
    SearchIndex(
      files: writer.files([.terms: terms, .dictionary: dictionary, .sections: sections]),
      unheldEntries: unheldEntries)
  }
}
