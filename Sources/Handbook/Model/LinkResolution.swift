// Where a link leads.

/// What a link's target turned out to be.
package enum LinkResolution: Sendable, Equatable {
  /// Another site, a mail address, a telephone number.
  case external
  /// A page by index, and the part after `#`.
  case page(Int, anchor: String?)
  /// A folder without a page of its own.
  case folder(String)
  /// A page that Deskbook makes, by its place in the site.
  case generated(String)
  /// A copied file.
  case file(String)
  /// A scheme that is not let through.
  case refused(scheme: String)
  /// A path that leaves the content folder.
  case outside
  /// Nothing stands there; the path from the root that was looked for.
  case missing(String)
}

extension Handbook {
  /// Schemes that pages may link to.
  package static let schemes: Set<String> = ["http", "https", "mailto", "tel"]
  /// Lists that each language has in its folder.
  package static let listPages = ["az.html", "phrases.html", "changes.html"]
  /// Pages of the site that no file stands for.
  static func generatedPages(_ editions: [Edition]) -> Set<String> {
    let lists = editions.flatMap { edition in listPages.map { edition.prefix + $0 } }
    return Set(lists + ["cards/index.html", "404.html"])
  }

  /// Finds what a link of a page leads to.
  ///
  /// A folder means its page; a path without extension is tried as a page, as is one to `.html`.
  package func resolve(_ destination: String, from page: Page) -> LinkResolution {
    let destination = Self.asBrowsersRead(destination)
    if let scheme = Self.scheme(of: destination) {
      return Self.schemes.contains(scheme) ? .external : .refused(scheme: scheme)
    }
    if Self.namesHost(destination) { return .refused(scheme: "//") }
    let (path, anchor) = Self.parts(of: destination)
    if path.isEmpty, let index = self.page(at: page.path.text) {
      return .page(index, anchor: anchor)
    }
    guard let target = page.path.resolving(Self.percentDecoded(path)) else { return .outside }
    return find(target, anchor: anchor) ?? .missing(target)
  }

  /// A URL without the spaces and control characters that browsers drop.
  ///
  /// - Source: WHATWG URL, *basic URL parser*, steps 1 to 3.
  private static func asBrowsersRead(_ url: String) -> String {
    guard url.utf8.contains(where: { $0 < 0x20 }) || url.hasPrefix(" ") || url.hasSuffix(" ") else {
      return url
    }
    let kept = url.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.drop { $0 <= 0x20 }
    let end = kept.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? kept.startIndex
    return String(decoding: kept[..<end], as: UTF8.self)
  }

  /// Whether a URL goes to another host with the scheme of the page; browsers read `\` as `/`.
  private static func namesHost(_ url: String) -> Bool {
    let first = url.utf8.prefix(2)
    return url.utf8.first == UInt8(ascii: "\\")
      || first.count == 2
        && first.allSatisfy { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
  }

  private func find(_ target: String, anchor: String?) -> LinkResolution? {
    if let found = standing(target, anchor: anchor) { return found }
    if let index = self.page(at: target + ".md") { return .page(index, anchor: anchor) }
    guard target.hasSuffix(".html") else { return nil }
    if let index = self.page(at: String(target.dropLast(5)) + ".md") {
      return .page(index, anchor: anchor)
    }
    if target == "index.html" { return standing("", anchor: anchor) }
    return target.hasSuffix("/index.html")
      ? standing(String(target.dropLast("/index.html".count)), anchor: anchor) : nil
  }

  /// What stands at exactly this path.
  private func standing(_ target: String, anchor: String?) -> LinkResolution? {
    if let index = self.page(at: target) { return .page(index, anchor: anchor) }
    if let folder = folders.folders[target] {
      return folder.index.map { .page($0, anchor: anchor) } ?? .folder(target)
    }
    if hasFile(at: target) { return .file(target) }
    if generatedPages.contains(target) { return .generated(target) }
    return target == "cards" ? .generated("cards/index.html") : nil
  }

  /// The scheme of an absolute URL, in lower case (RFC 3986, section 3.1).
  package static func scheme(of url: String) -> String? {
    guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = url.utf8[..<colon]
    guard let first = scheme.first, (0x61...0x7A).contains(first | 0x20),
      scheme.allSatisfy({
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2B
          || $0 == 0x2D || $0 == 0x2E
      })
    else { return nil }
    return url[..<colon].lowercased()
  }

  /// The path and the part after `#`; a query is dropped.
  private static func parts(of destination: String) -> (path: String, anchor: String?) {
    let hash = destination.firstIndex(of: "#")
    let before = destination[..<(hash ?? destination.endIndex)]
    let path = before.firstIndex(of: "?").map { before[..<$0] } ?? before
    let anchor = hash.map { String(destination[destination.index(after: $0)...]) }
    return (String(path), anchor.flatMap { $0.isEmpty ? nil : percentDecoded($0) })
  }

  /// A text with `%41` as `A`; left as it is where that is not UTF-8.
  package static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    while let byte = rest.popFirst() {
      let two = Array(rest.prefix(2))
      if byte == UInt8(ascii: "%"), two.count == 2, let high = digit(two[0]),
        let low = digit(two[1])
      {
        bytes.append(high * 16 + low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
