// Searches in a handbook as it stands, without a built site.

internal import Handbook
internal import Search
internal import Site
internal import Text

/// The indexes that readers search, each made when it is first asked for.
struct HandbookSearch {
  let handbook: Handbook
  private var readers: [String: SearchReader] = [:]

  init(_ handbook: Handbook) { self.handbook = handbook }

  /// The index that readers of a page search; without one, that of all pages.
  mutating func reader(around page: Int?) throws(SearchReader.Problem) -> SearchReader {
    let scope =
      page.map { SiteSearch.scope(around: $0, in: handbook) } ?? SiteSearch.whole(handbook)
    if let reader = readers[scope.folder] { return reader }
    let reader = try SearchReader(files: SiteSearch.index(scope, of: handbook).files)
    readers[scope.folder] = reader
    return reader
  }
}

extension SearchHit {
  /// Whether this is what is expected, or one hit with it.
  func meets(_ expectation: SearchTest.Expectation, in handbook: Handbook) -> Bool {
    switch expectation {
    case .line(let text): return kind == .phrase && title == text
    case .page(let index):
      return url.cut(at: "#").before == urlPath(handbook.outputPath(of: index))
    case .place(let index, let anchor):
      let page = urlPath(handbook.outputPath(of: index))
      let isTop = handbook.topAnchors(of: index).contains(anchor)
      return url == page + "#" + urlPath(anchor) || isTop && url == page
    }
  }
}

extension Handbook {
  /// The anchors of what is one hit with its page: the title, the first section and the card.
  fileprivate func topAnchors(of index: Int) -> [String] {
    let page = pages[index]
    let title = page.headings.first { $0.node == page.titleNode }
    let first = page.headings.first { $0.node != page.titleNode }
    let card = card(of: page).flatMap { $0.isWritten ? $0.anchor : nil }
    return [title?.slug.text, first?.slug.text, card].compactMap(\.self)
  }
}
