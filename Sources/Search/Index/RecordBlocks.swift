// How a large index numbers its records, so that few numbers change with a page.

/// The sizes of blocks of pages.
///
/// Where a block begins is for each page's address to say, not for what stands before it, and each block
/// has numbers to spare for each kind of record: so a page that comes, goes, grows or shrinks mostly moves
/// the records of its own block alone.
package struct RecordBlocks: Sendable, Equatable {
  /// Pages that a block has on average.
  package var pages: Int
  /// Numbers that a block takes at once for the records of a kind; whole shards.
  package var room: Int

  package init(pages: Int = 64, room: Int = 8 * IndexFormat.sectionShard) {
    (self.pages, self.room) = (pages, room)
  }

  /// Whether a block begins with the page of a record's address.
  func begin(with url: String) -> Bool {
    let page = Array(url.utf8.prefix { $0 != UInt8(ascii: "#") })
    return StableHash.of(page, page.indices) % UInt64(pages) == 0
  }

  /// The numbers that so many records of a kind take: always more than they need.
  func numbers(for records: Int) -> Int { (records / room + 1) * room }
}
