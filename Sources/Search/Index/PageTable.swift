// The pages that records stand on, each written once.

/// Pages in order of appearance, with their addresses, titles and folders.
struct PageTable {
  private var pages: [ShownPage] = []
  private var numbers: [ShownPage: Int] = [:]

  /// The number of a page, which is added if it is new.
  mutating func number(of page: ShownPage) -> Int {
    if let last = pages.last, last == page { return pages.count - 1 }
    if let number = numbers[page] { return number }
    numbers[page] = pages.count
    pages.append(page)
    return pages.count - 1
  }

  func write(to json: inout JSONWriter) {
    json.beginArray()
    for page in pages {
      json.beginArray()
      json.string(page.url)
      json.string(page.title)
      json.strings(page.crumbs)
      if page.isScript { json.number(1) }
      json.endArray()
    }
    json.endArray()
  }
}
