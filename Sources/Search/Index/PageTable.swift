// The pages that records stand on, each written once.

/// Pages in order of appearance, with their addresses, titles and folders.
struct PageTable {
  /// Where a record stands: the number of its page and the part of its address after `#`.
  struct Place {
    var page: Int
    var anchor: String?
  }

  private struct Page: Hashable {
    var url: String
    var title: String
    var crumbs: [String]
  }

  private var pages: [Page] = []
  /// About the bytes that the table takes when written.
  private(set) var size = 0
  private var numbers: [Page: Int] = [:]

  mutating func add(_ record: SearchRecord) -> Place {
    let hash = record.url.utf8.firstIndex(of: UInt8(ascii: "#"))
    let url = String(record.url[..<(hash ?? record.url.endIndex)])
    let anchor = hash.map { String(record.url[record.url.utf8.index(after: $0)...]) }
    let page = Page(url: url, title: record.page, crumbs: record.crumbs)
    if let last = pages.last, last == page { return Place(page: pages.count - 1, anchor: anchor) }
    if let number = numbers[page] { return Place(page: number, anchor: anchor) }
    numbers[page] = pages.count
    pages.append(page)
    size += url.utf8.count + page.title.utf8.count + 16
    size += page.crumbs.reduce(0) { $0 + $1.utf8.count + 3 }
    return Place(page: pages.count - 1, anchor: anchor)
  }

  func write(to json: inout JSONWriter) {
    json.beginArray()
    for page in pages {
      json.beginArray()
      json.string(page.url)
      json.string(page.title)
      json.strings(page.crumbs)
      json.endArray()
    }
    json.endArray()
  }
}
