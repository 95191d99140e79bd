// What hits show of records, as their shards will hold it.

/// The rows of records as finished JSON, and the pages that they stand on.
struct RecordRows: Sendable {
  /// Rows without brackets and without the number of the page, which each shard gives anew.
  ///
  /// In blocks: one run that grows would be copied often, and leave holes in memory.
  private var blocks: [[UInt8]] = []
  /// The block of each row, and its end in that.
  private var ends: [(block: Int32, end: Int32)] = []
  /// The block that is being filled.
  private var json = JSONWriter()
  /// UTF-8 bytes of all rows in blocks that were ended.
  private var endedSize = 0
  /// Blocks that were let go.
  private var dropped = 0
  private static let blockSize = 64 << 10
  /// The page of each record, in ``pages``.
  private var places: [Int32] = []
  private var pages: [ShownPage] = []

  /// Writes anchor, title and text, then avoid, when and review date if there are any.
  mutating func append(_ record: SearchRecord) {
    let url = [UInt8](record.url.utf8)
    let hash = url.firstIndex(of: UInt8(ascii: "#"))
    let page = ShownPage(
      url: hash.map { String(decoding: url[..<$0], as: UTF8.self) } ?? record.url,
      title: record.page, crumbs: record.crumbs, isScript: record.isScript)
    if pages.last != page { pages.append(page) }
    places.append(Int32(pages.count - 1))
    json.beginPiece()
    if let hash {
      json.string(Array(url[(hash + 1)...]))
    } else {
      json.number(0)
    }
    if record.title == record.page { json.number(0) } else { json.string(record.title) }
    json.string(Excerpt.of(record.body))
    let hasDate = record.reviewDue != nil
    if hasDate || !record.avoid.isEmpty || !record.when.isEmpty { json.strings(record.avoid) }
    if hasDate || !record.when.isEmpty { json.strings(record.when) }
    if let date = record.reviewDue { json.string(date) }
    ends.append((Int32(blocks.count), Int32(json.bytes.count)))
    if json.bytes.count >= Self.blockSize { endBlock() }
  }

  /// How many rows there are.
  var count: Int { places.count }

  /// UTF-8 bytes of all rows.
  var size: Int { endedSize + json.bytes.count }

  /// Ends the block that is being filled; rows can be read after it.
  mutating func endBlock() {
    blocks.append(json.bytes.trimmed)
    endedSize += json.bytes.count
    json.clear()
  }

  /// Lets go of the blocks that hold only rows before one.
  mutating func drop(before record: Int) {
    let first = record < ends.count ? Int(ends[record].block) : blocks.count
    for block in dropped..<max(dropped, first) { blocks[block] = [] }
    dropped = max(dropped, first)
  }

  /// The page of a record.
  func page(_ record: Int) -> ShownPage { pages[Int(places[record])] }

  /// The row of a record, to stand behind the number of its page.
  func row(_ record: Int) -> ArraySlice<UInt8> {
    let (block, end) = ends[record]
    let isFirst = record == 0 || ends[record - 1].block != block
    return blocks[Int(block)][(isFirst ? 0 : Int(ends[record - 1].end))..<Int(end)]
  }
}

/// A page as lists of hits show it.
struct ShownPage: Hashable, Sendable {
  var url: String
  var title: String
  var crumbs: [String]
  var isScript: Bool
}
