// A record as the index keeps it.

internal import Text

/// What an index knows of a record besides its words.
struct StoredRecord: Sendable, Equatable {
  var page: StoredPage
  var anchor: String?
  var title: String
  var text: String
  var avoid: [String]
  var when: [String]
  var reviewDue: String?
}

/// A page as the index keeps it.
struct StoredPage: Sendable, Equatable {
  var url: String
  var title: String
  var crumbs: [String]

  init?(_ value: JSON) {
    guard let array = value.array, array.count >= 3, let url = array[0].string,
      let title = array[1].string, let crumbs = array[2].strings
    else { return nil }
    (self.url, self.title, self.crumbs) = (url, title, crumbs)
  }
}

/// A part of the records with the pages that they stand on.
struct SectionShard {
  private let pages: [StoredPage]
  private let rows: [JSON]

  /// Reads the object that ``ShardWriter`` wrote.
  init?(_ value: JSON) {
    guard let pageValues = value["p"]?.array, let rows = value["s"]?.array else { return nil }
    pages = pageValues.compactMap { StoredPage($0) }
    self.rows = rows
    guard pages.count == pageValues.count else { return nil }
  }

  var count: Int { rows.count }

  /// A record by its place; nothing where it is damaged.
  subscript(place: Int) -> StoredRecord? {
    guard rows.indices.contains(place), let array = rows[place].array, array.count >= 4,
      let page = array[0].number, pages.indices.contains(page), let text = array[3].string
    else { return nil }
    return StoredRecord(
      page: pages[page], anchor: array[1].string, title: array[2].string ?? pages[page].title,
      text: text, avoid: array.count > 4 ? array[4].strings ?? [] : [],
      when: array.count > 5 ? array[5].strings ?? [] : [],
      reviewDue: array.count > 6 ? array[6].string : nil)
  }
}
