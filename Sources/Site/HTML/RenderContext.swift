// What a page's text needs to know of the handbook around it while it is written.

internal import CommonMark
package import Handbook

/// A page inside its handbook, with the words of the interface.
///
/// A class, so that writers of its parts share it without copying what it holds.
package final class RenderContext: Sendable {
  package let handbook: Handbook
  package let index: Int
  package let strings: Strings
  /// What leads to the site's root from the file written: "" or "../" once a level.
  package let root: String
  /// Whose files the text stands in; nil where it is quoted on a list, whose links begin at the root.
  private let folder: String?
  /// Whose terms the text explains.
  let glossary: Glossary?
  /// Whether lists are shown as tiles.
  let isHome: Bool
  /// The cards as they are printed.
  let previews: CardPreviews

  package let page: Page
  /// Whether any of the page's texts may name a value or a field.
  let mayHavePlaceholders: Bool

  /// A page's text, on its own page or, with another `root`, on a list.
  package convenience init(
    handbook: Handbook, index: Int, strings: Strings, root: String? = nil
  ) {
    self.init(
      handbook: handbook, index: index, strings: strings, root: root,
      previews: CardPreviews([], []), glossary: nil, isHome: false)
  }

  /// A page that shows cards as they are printed, and explains terms.
  init(
    handbook: Handbook, index: Int, strings: Strings, root: String? = nil, previews: CardPreviews,
    glossary: Glossary?, isHome: Bool
  ) {
    page = handbook.pages[index]
    // Literals stand in the one or the other.
    mayHavePlaceholders =
      Placeholder.mayStand(in: page.tree.bytes[...]) || Placeholder.mayStand(in: page.tree.source)
    self.glossary = glossary
    self.isHome = isHome
    self.previews = previews
    self.handbook = handbook
    self.index = index
    self.strings = strings
    self.root = root ?? Self.root(of: handbook.outputPath(of: index))
    folder = root == nil ? page.path.folder : nil
  }

  /// What leads from a file of the site to its root.
  package static func root(of output: String) -> String {
    String(repeating: "../", count: output.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// The shortest way to a file of the site.
  package func url(_ path: String) -> String {
    folder.map { urlPath(path, from: $0) } ?? root + urlPath(path)
  }

  /// Where a link goes, relative to this page; nil for a link that is not shown as one.
  package func target(of link: Int, destination: String) -> String? {
    switch resolution(of: link) {
    case .external: return destination
    case .page(let target, let anchor):
      if let card = card(at: handbook.outputPath(of: target), anchor),
        !handbook.pages[target].hasAnchor(anchor ?? "")
      {
        return card
      }
      let fragment = anchor.map { "#" + urlPath($0) } ?? ""
      if target == index, !fragment.isEmpty { return fragment }
      return url(handbook.outputPath(of: target)) + fragment
    case .folder(let path): return url(path.isEmpty ? "index.html" : path + "/index.html")
    case .generated(let path):
      return card(at: path, Handbook.anchor(of: destination)) ?? url(path)
    case .file(let path): return url(path)
    case .missing: return destination
    case .refused, .outside, nil: return nil
    }
  }

  /// The place of a card on the page of all cards, whatever part of it that is.
  private func card(at path: String, _ anchor: String?) -> String? {
    guard path == CardList.path(0), let place = previews.place(at: anchor) else { return nil }
    let (file, name) = (place.prefix { $0 != "#" }, place.drop { $0 != "#" }.dropFirst())
    let isHere = file == handbook.outputPath(of: index)
    return (isHere ? "" : url(String(file))) + "#" + urlPath(String(name))
  }

  private func resolution(of node: Int) -> LinkResolution? {
    let links = page.links
    var (low, high) = (0, links.count)
    while low < high {
      let middle = (low + high) / 2
      if links[middle].node < node { low = middle + 1 } else { high = middle }
    }
    guard low < links.count, links[low].node == node else { return nil }
    return handbook.resolutions[index][low]
  }
}

/// The words of the interface in one language.
package struct Strings: Sendable {
  package let table: [String: String]

  package init(_ table: [String: String]) { self.table = table }

  /// The words of a key; the key itself where the theme has none.
  package subscript(_ key: String) -> String { table[key] ?? key }
}
