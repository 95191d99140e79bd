// What each page's file is made from, as one hash a page: one with the hash of the last build need not be
// rendered again.

internal import Cards
internal import Handbook
internal import Search

/// The keys of a handbook's pages.
///
/// A key covers the page's own text, the pages that link to it, and all that any page can show of others:
/// names, titles, kinds and front matter of every page, the texts of those that others quote (models,
/// glossaries, cards), the theme, the settings and the program.
struct PageKeys: Sendable {
  /// By the path of a page's text, or by that of a list in the site; what shows changes of anything has
  /// none.
  private let keys: [String: String]

  /// - Parameters:
  ///   - handbook: whose pages are rendered.
  ///   - inputs: what the build read.
  init(of handbook: Handbook, _ inputs: BuildInputs) {
    let shared = SHA256.hex(Array(Self.shared(handbook, inputs).utf8))
    var keys: [String: String] = [:]
    keys.reserveCapacity(handbook.pages.count)
    for (index, page) in handbook.pages.enumerated() where !handbook.isHome(index) {
      let inbound = handbook.inbound[index].map(String.init).joined(separator: ",")
      let parts = [shared, page.path.text, inputs.texts[page.path] ?? "", inbound]
      keys[page.path.text] = Self.key(parts)
    }
    for edition in handbook.editions.indices {
      let lists = handbook.phraseParts(of: edition)
      for (part, pages) in lists.enumerated() {
        let path = handbook.editions[edition].prefix + PartedList.phrases.page(part)
        let texts = pages.map { inputs.texts[handbook.pages[$0].path] ?? "" }
        keys[path] = Self.key([shared, path, String(lists.count)] + texts)
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

  private static func key(_ parts: [String]) -> String {
    String(SHA256.hex(Array(parts.joined(separator: "\n").utf8)).prefix(32))
  }

  /// Whether a file is what it was with other keys.
  func match(_ other: PageKeys, at path: String) -> Bool {
    keys[path].map { $0 == other.keys[path] } ?? false
  }

  /// All that pages can show of others.
  private static func shared(_ handbook: Handbook, _ inputs: BuildInputs) -> String {
    var lines = inputs.surroundings
    let cards = Set(handbook.cards.map(\.page))
    for page in handbook.pages {
      let front = SHA256.hex(Array(page.frontMatterText))
      lines.append("page \(page.path.text) \(page.title)\u{1}\(front) \(page.phraseCount > 0)")
      if page.isQuoted || cards.contains(page.path) {
        lines.append("text \(inputs.texts[page.path] ?? "")")
      }
    }
    return lines.joined(separator: "\n")
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
