// What each page's file is made from, as one hash a page: one with the hash of the last build need not be
// rendered again.

internal import Cards
internal import Handbook
internal import Search
internal import Site

/// The keys of a handbook's pages.
///
/// A key covers the page's own text; what its file shows of other pages, see
/// ``SiteRenderer/surroundings(of:)``; the texts that pages quote (models, glossaries, cards); the theme,
/// the settings and the program. That of a page which lists others covers names, titles and front matter of
/// all.
struct PageKeys: Sendable {
  /// By the path of a page's text, or by that of a list in the site; what shows changes of anything has
  /// none.
  private let keys: [String: String]

  /// - Parameters:
  ///   - renderer: of the handbook.
  ///   - handbook: whose pages are rendered.
  ///   - inputs: what the build read.
  ///   - width: the most tasks at work.
  init(
    _ renderer: SiteRenderer, of handbook: Handbook, _ inputs: BuildInputs, width: Int
  ) async {
    let all = Self.key(Self.all(handbook, inputs))
    let shared = Self.key(
      inputs.surroundings + renderer.sharedSurroundings + Self.quoted(handbook, inputs))
    let pages = handbook.pages.indices.filter { !handbook.isHome($0) }
    let keysOfPages = await pages.mapConcurrently(width: width) { index in
      let page = handbook.pages[index]
      let lists = handbook.folders.isIndex(index, at: page.path) ? all : ""
      let own = [shared, lists, page.path.text, inputs.texts[page.path] ?? ""]
      return Self.key(own, renderer.surroundings(of: index))
    }
    var keys = Dictionary(
      zip(pages, keysOfPages).map { (handbook.pages[$0].path.text, $1) },
      uniquingKeysWith: { $1 })
    for edition in handbook.editions.indices {
      let lists = handbook.phraseParts(of: edition)
      for (part, pages) in lists.enumerated() {
        let path = handbook.editions[edition].prefix + PartedList.phrases.page(part)
        let texts = pages.map { inputs.texts[handbook.pages[$0].path] ?? "" }
        let surroundings = renderer.surroundings(ofPhrasesOf: pages, in: edition)
        keys[path] = Self.key([shared, path, String(lists.count)] + texts, surroundings)
      }
    }
    self.keys = keys
  }

  func pack(into out: inout PackedWriter) {
    out.list(keys.sorted { $0.key < $1.key }) { out, entry in
      out.text(entry.key)
      out.text(entry.value)
    }
  }

  init(_ reader: inout PackedReader) {
    let entries = reader.list { ($0.text(), $0.text()) } ?? []
    keys = Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }

  private static func key(_ parts: [String], _ more: [UInt8] = []) -> String {
    var bytes: [UInt8] = []
    for part in parts {
      bytes.append(contentsOf: part.utf8)
      // In no UTF-8: so nothing can stand for two parts.
      bytes.append(0xFF)
    }
    return String(SHA256.hex(bytes + more).prefix(32))
  }

  /// Whether a file is what it was with other keys.
  func match(_ other: PageKeys, at path: String) -> Bool {
    keys[path].map { $0 == other.keys[path] } ?? false
  }

  /// All that lists can show of pages but for their texts.
  private static func all(_ handbook: Handbook, _ inputs: BuildInputs) -> [String] {
    inputs.surroundings
      + handbook.pages.flatMap { page in
        let front = SHA256.hex(Array(page.frontMatterText))
        return [page.path.text, page.title, front, page.phraseCount > 0 ? "phrases" : ""]
      }
  }

  /// The texts that pages quote.
  private static func quoted(_ handbook: Handbook, _ inputs: BuildInputs) -> [String] {
    let cards = Set(handbook.cards.map(\.page))
    return handbook.pages.flatMap { page in
      page.isQuoted || cards.contains(page.path)
        ? [page.path.text, inputs.texts[page.path] ?? ""] : []
    }
  }
}

/// Pages of the earlier site that are as this build would make them.
struct StandingPages: Sendable {
  let keys: PageKeys
  /// Those of the build that left the earlier site as it is.
  let earlier: PageKeys

  /// Whether a page's file stands there as it would be made.
  func includes(_ page: ContentPath) -> Bool { keys.match(earlier, at: page.text) }

  /// Whether a list stands there as it would be made.
  func includes(list path: String) -> Bool { keys.match(earlier, at: path) }
}

extension Page {
  /// Whether pages show parts of this one's text.
  var isQuoted: Bool {
    switch kind {
    case .model, .card: true
    default: path.stem == "glossary"
    }
  }
}

extension Handbook {
  /// Whether a page is the home page of a language, which says which state of the handbook it is.
  fileprivate func isHome(_ index: Int) -> Bool {
    let path = pages[index].path
    let home = editions[edition(at: path.folder)].folder
    return folders.isIndex(index, at: path) && path.folder == home
  }
}
