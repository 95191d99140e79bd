// A record as the index keeps it.

/// What an index knows of a record besides its words.
struct StoredRecord: Sendable, Equatable {
  /// The number of its page.
  var page: Int
  var anchor: String?
  var kind: SearchRecord.Kind
  var title: String
  var text: String
  var avoid: [String]
  var when: [String]
  var reviewDue: String?

  /// Reads the array that ``IndexWriter`` wrote; nothing where it is damaged.
  init?(_ value: JSONValue, kinds: [SearchRecord.Kind], pages: [StoredPage]) {
    guard let array = value.array, array.count >= 5, let page = array[0].number,
      pages.indices.contains(page), let kind = array[2].number, kinds.indices.contains(kind),
      let text = array[4].string
    else { return nil }
    self.page = page
    anchor = array[1].string
    self.kind = kinds[kind]
    title = array[3].string ?? pages[page].title
    self.text = text
    avoid = array.count > 5 ? array[5].strings ?? [] : []
    when = array.count > 6 ? array[6].strings ?? [] : []
    reviewDue = array.count > 7 ? array[7].string : nil
  }
}

/// A page as the index keeps it.
struct StoredPage: Sendable, Equatable {
  var url: String
  var title: String
  var crumbs: [String]

  init?(_ value: JSONValue) {
    guard let array = value.array, array.count == 3, let url = array[0].string,
      let title = array[1].string, let crumbs = array[2].strings
    else { return nil }
    (self.url, self.title, self.crumbs) = (url, title, crumbs)
  }
}
