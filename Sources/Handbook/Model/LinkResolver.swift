// From a link to what it leads to.

internal import Text

/// The places of a handbook, and the way from a link to one of them.
struct LinkResolver: Sendable {
  /// Pages by path; of two with one path the first.
  let pages: [String: Int]
  /// Copied files, as they stand on the disk, by what links may call them.
  ///
  /// Texts are the same however their letters are composed (é, or e and an accent): to the browser the
  /// site's own spelling counts.
  let files: Set<String>
  /// Pages of the site that no file stands for.
  let generated: Set<String>
  private let folders: FolderTree

  init(pages: [Page], files: [ContentPath], folders: FolderTree, generated: Set<String>) {
    self.pages = Dictionary(
      firstWins: pages.enumerated().map { ($1.path.text, $0) })
    self.files = Set(files.map(\.text))
    self.folders = folders
    self.generated = generated
  }

  /// Finds what a link of a page leads to.
  ///
  /// A folder means its page; a path without extension is tried as a page, as is one to `.html`.
  func resolve(_ destination: String, from page: Page) -> LinkResolution {
    let destination = Self.asBrowsersRead(destination)
    if let scheme = Handbook.scheme(of: destination) {
      return Handbook.schemes.contains(scheme) ? .external : .refused(scheme: scheme)
    }
    if Self.namesHost(destination) { return .refused(scheme: "//") }
    let (path, anchor) = Handbook.parts(of: destination)
    if path.isEmpty, let index = pages[page.path.text] {
      return .page(index, anchor: anchor)
    }
    guard let target = page.path.resolving(PercentEncoding.decoded(path)) else { return .outside }
    return find(target, anchor: anchor) ?? .missing(target)
  }

  /// A URL without the spaces and control characters that browsers drop.
  ///
  /// - Source: WHATWG URL, *basic URL parser*, steps 1 to 3.
  private static func asBrowsersRead(_ url: String) -> String {
    guard url.utf8.contains(where: { $0 < 0x20 }) || url.utf8.first == 0x20 || url.utf8.last == 0x20
    else {
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
    if let index = pages[target + ".md"] { return .page(index, anchor: anchor) }
    guard target.ends(with: ".html") else { return nil }
    if let index = pages[String(decoding: target.utf8.dropLast(5), as: UTF8.self) + ".md"] {
      return .page(index, anchor: anchor)
    }
    if target == "index.html" { return standing("", anchor: anchor) }
    return target.ends(with: "/index.html")
      ? standing(
        String(decoding: target.utf8.dropLast("/index.html".utf8.count), as: UTF8.self),
        anchor: anchor) : nil
  }

  /// What stands at exactly this path.
  private func standing(_ target: String, anchor: String?) -> LinkResolution? {
    if let index = pages[target] { return .page(index, anchor: anchor) }
    if let folder = folders.folders[target] {
      return folder.index.map { .page($0, anchor: anchor) } ?? .folder(folder.path)
    }
    if let index = files.firstIndex(of: target) { return .file(files[index]) }
    if let index = generated.firstIndex(of: target) { return .generated(generated[index]) }
    return target == CardList.folder ? .generated(CardList.path(0)) : nil
  }
}
