// Where the links of a page lead in the site.

internal import Handbook
internal import Text

/// Writes what links resolve to as addresses.
struct LinkAddresses: Sendable {
  let handbook: Handbook
  let previews: CardPreviews

  /// The addresses of a page's links in its own file or, with a `root`, on a list at that way to the
  /// site's root; nil for links that are not shown as such.
  func links(of index: Int, root: String? = nil) -> [String?] {
    let page = handbook.pages[index]
    func url(_ path: String) -> String {
      root.map { $0 + urlPath(path) } ?? urlPath(path, from: page.path.folder)
    }
    return zip(handbook.resolutions[index], page.links).map { resolution, link in
      switch resolution {
      case .external, .missing: return link.destination
      case .page(let target, let anchor):
        let output = handbook.outputPath(of: target)
        if let card = card(at: output, anchor, from: index, url),
          !handbook.pages[target].hasAnchor(anchor ?? "")
        {
          return card
        }
        let name = anchor.map { handbook.pages[target].spelling(ofAnchor: $0) }
        let fragment = name.map { "#" + urlPath($0) } ?? ""
        return target == index && !fragment.isEmpty ? fragment : url(output) + fragment
      case .folder(let path): return url(path.isEmpty ? "index.html" : path + "/index.html")
      case .generated(let path):
        return card(at: path, Handbook.anchor(of: link.destination), from: index, url) ?? url(path)
      case .file(let path): return url(path)
      case .refused, .outside: return nil
      }
    }
  }

  /// The place of a card on the page of all cards, whatever part of it that is.
  private func card(
    at path: String, _ anchor: String?, from index: Int, _ url: (String) -> String
  ) -> String? {
    guard path == CardList.path(0), let place = previews.place(at: anchor) else { return nil }
    let (file, name) = place.cut(at: "#")
    let isHere = file == handbook.outputPath(of: index)
    return (isHere ? "" : url(String(file))) + "#" + urlPath(String(name ?? ""))
  }
}
