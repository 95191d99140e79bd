// The notice of the settings, as pages show it.

internal import CommonMark
internal import Handbook
internal import Text

/// A notice that is not over.
struct SiteNotice: Sendable {
  /// HTML.
  let text: [UInt8]
  /// Its last day, ISO 8601.
  let until: String?
  /// Where it leads: a title with a path below the site's root, or an address elsewhere.
  let title: String?
  let path: String?
  let address: String?

  /// Nil where the handbook has none, or where its last day is over.
  init?(_ handbook: Handbook, edition: Int) {
    guard let notice = handbook.configuration.notice, !notice.isOver(on: handbook.today) else {
      return nil
    }
    let tree = notice.tree
    var renderer = MarkupRenderer(tree: tree)
    renderer.render(2..<tree.nodes.count)
    text = renderer.out.bytes
    until = notice.until?.value.description
    switch notice.link {
    case nil: (title, path, address) = (nil, nil, nil)
    case .address(let link): (title, path, address) = (nil, nil, link)
    case .page(let link, let anchor):
      address = nil
      let part = anchor.map { "#" + urlPath($0) } ?? ""
      if let named = handbook.page(at: link.value) {
        let page = handbook.page(named, in: edition)
        title = handbook.pages[page].title
        path = urlPath(handbook.outputPath(of: page)) + part
      } else {
        title = handbook.folders.folders[link.value]?.title ?? link.value
        path = urlPath(SiteMap.folder(link.value)) + part
      }
    }
  }
}
