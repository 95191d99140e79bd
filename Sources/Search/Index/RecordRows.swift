// What hits show of records, as their shards will hold it.

/// The rows of records as finished JSON, and the pages that they stand on.
struct RecordRows: Sendable {
  /// Rows without brackets and without the number of the page, which each shard gives anew.
  private var json = JSONWriter()
  private var ends: [Int] = []
  /// The page of each record, in ``pages``.
  private var places: [Int32] = []
  private var pages: [ShownPage] = []

  var count: Int { ends.count }

  /// Writes anchor, title and text, then avoid, when and review date if there are any.
  mutating func append(_ record: SearchRecord) {
    let hash = record.url.utf8.firstIndex(of: UInt8(ascii: "#"))
    let page = ShownPage(
      url: String(record.url[..<(hash ?? record.url.endIndex)]), title: record.page,
      crumbs: record.crumbs)
    if pages.last != page { pages.append(page) }
    places.append(Int32(pages.count - 1))
    json.beginPiece()
    if let hash {
      json.string(String(record.url[record.url.utf8.index(after: hash)...]))
    } else {
      json.number(0)
    }
    if record.title == record.page { json.number(0) } else { json.string(record.title) }
    json.string(Excerpt.of([UInt8](record.body.utf8)))
    let hasDate = record.reviewDue != nil
    if hasDate || !record.avoid.isEmpty || !record.when.isEmpty { json.strings(record.avoid) }
    if hasDate || !record.when.isEmpty { json.strings(record.when) }
    if let date = record.reviewDue { json.string(date) }
    ends.append(json.bytes.count)
  }

  /// The page of a record.
  func page(_ record: Int) -> ShownPage { pages[Int(places[record])] }

  /// The row of a record, to stand behind the number of its page.
  func row(_ record: Int) -> ArraySlice<UInt8> {
    json.bytes[(record == 0 ? 0 : ends[record - 1])..<ends[record]]
  }
}

/// A page as lists of hits show it.
struct ShownPage: Hashable, Sendable {
  var url: String
  var title: String
  var crumbs: [String]
}
