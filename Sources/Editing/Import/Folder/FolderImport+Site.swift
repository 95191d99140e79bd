// What a folder of web pages has beyond one of Markdown.

internal import Handbook
internal import Text

extension FolderImport {
  /// `#name` of a heading; empty, and said, where the page has none of it.
  mutating func place(
    _ fragment: some StringProtocol, on file: String, from page: String, _ site: HTMLArrangement
  ) -> String {
    guard let name = site.anchor(fragment, on: file) else {
      if !fragment.isEmpty {
        note(
          page, 0, "the place #\(fragment) is not carried over; the link leads to its page")
      }
      return ""
    }
    anchors.insert("\(places.places[file] ?? file)#\(name)")
    return "#" + name
  }

  /// Puts pages in the order of their site, and takes names from headings that no link leads to.
  mutating func arrangeSite() {
    guard let site else { return }
    let listed = site.order.compactMap { places.places[$0] }
    if !listed.isEmpty {
      result.navigation = (result.pages["index.md"] == nil ? [] : ["index.md"]) + listed
    }
    for (place, bytes) in result.pages {
      let lines = ForeignLines.of(String(decoding: bytes, as: UTF8.self)).map { line in
        guard let name = HTMLAnchor.of(line), !anchors.contains("\(place)#\(name)") else {
          return line.text
        }
        return HTMLAnchor.without(line)
      }
      result.pages[place] = Array(lines.joined(separator: "\n").utf8)
    }
  }
}
