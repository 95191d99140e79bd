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

  init(files: [SearchFile], unheldEntries: Set<String>) {
    (self.files, self.unheldEntries) = (files, unheldEntries)
  }

  /// The index as JSON, and the same value as a script that runs from a file; shards, as scripts
  /// only, where it is large.
  ///
  /// The same records give the same bytes. O(*n*) in bytes of text, and O(*w* log *w*) in different
  /// words. ``IndexPartReader``, ``IndexMerge`` and ``SortedIndex`` take the same steps one by one,
  /// for work side by side.
  ///
  /// - Parameters:
  ///   - records: in reading order, which breaks ties between equal hits of one kind; .
  ///   - options: language, synonyms and the size from which the index is cut.
  package init(records: [SearchRecord], options: SearchOptions) {
    var reader = IndexPartReader(options)
    for record in records { reader.read(record) }
    self.init([reader.finish()], options: options)
  }

  /// The index of parts that were read with the same options, in reading order.
  package init(_ parts: [IndexPart], options: SearchOptions) {
    var merge = IndexMerge(parts, options)
    for batches in merge.batches { merge.keep(batches.map(merge.shards)) }
    for parts in merge.rounds(of: 1) { merge.keep(parts.map(merge.columns)) }
    let sorted = merge.sorted()
    self = sorted.index(terms: sorted.termShards(), dictionary: sorted.dictionaryShards())
  }
}
