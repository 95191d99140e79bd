// Where the links of a page lead in the site.

internal import Handbook
internal import Text

/// Writes what links resolve to as addresses.
struct LinkAddresses: Sendable {
  let handbook: Handbook
  let previews: CardPreviews

  /// The addresses of a page's links, in the order of ``Page/links``; nil for links that are not
  /// shown as such.
  ///
  /// - Parameters:
  ///   - index: the page.
  ///   - root: nil for the page's own file; for its text on a list, what leads from there to the
  ///     site's root.
  /// - Returns: relative addresses, percent-encoded; those of links to other sites as written.
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

  /// The address of a card in the list of all cards, in whichever of its parts the card is.
  private func card(
    at path: String, _ anchor: String?, from index: Int, _ url: (String) -> String
  ) -> String? {
    guard path == CardList.path(0), let place = previews.place(at: anchor) else { return nil }
    let (file, name) = place.cut(at: "#")
    let isHere = file == handbook.outputPath(of: index)
    return (isHere ? "" : url(String(file))) + "#" + urlPath(String(name ?? ""))
  }
}
