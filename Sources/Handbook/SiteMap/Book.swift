// Which pages are put together into one for paper.

internal import Text

/// The pages of a folder and of all below it, or of the whole handbook, in one page.
package struct Book: Sendable {
  /// The folder of such pages; an editor's folder of that name leaves no room for them.
  package static let folder = "print"
  /// More make no book: a browser would lay it out for minutes.
  static let mostPages = 300
  /// A handbook of more pages has no books, which would take as long as its pages.
  private static let mostPagesOfAHandbook = 1_000

  /// "" for the whole handbook.
  package let section: String
  /// In reading order, cards left out: they have PDFs.
  package let pages: [Int]

  /// Its place in the site.
  package var path: String { "\(Self.folder)/\(section.isEmpty ? "index" : section).html" }

  /// The books of a handbook, in the order of their sections, and the numbers of pages of sections
  /// that are too large for one.
  ///
  /// Where all pages together are too many for one, no section inside another book has its own, so
  /// that each page is written into one book at most.
  static func all(
    _ pages: [Page], _ folders: FolderTree, _ editions: [Edition]
  ) -> (books: [Book], large: [String: Int]) {
    if pages.count > mostPagesOfAHandbook || folders.folders[folder] != nil { return ([], [:]) }
    var bySection: [String: [Int]] = [:]
    for index in folders.readingOrder where pages[index].kind != .card {
      var section = pages[index].path.folder
      while !section.isEmpty {
        bySection[section, default: []].append(index)
        section = section.folderAbove
      }
      if editions.lists(pages[index], in: 0) { bySection["", default: []].append(index) }
    }
    let books = bySection.filter { (2...mostPages).contains($1.count) }
    let outermost = books.filter { section, _ in
      books[""] != nil || section.folderAbove.isEmpty || books[section.folderAbove] == nil
    }
    return (
      outermost.map { Book(section: $0, pages: $1) }.sorted { $0.section < $1.section },
      bySection.mapValues(\.count).filter { $1 > mostPages }
    )
  }
}

extension String {
  /// The path of the folder in which a folder stands; "" for one at the top.
  fileprivate var folderAbove: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[..<$0]) } ?? ""
  }
}
