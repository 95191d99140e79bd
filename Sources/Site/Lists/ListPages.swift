// Pages that no file stands for: sections, A–Z, all phrases, not found, redirects.

internal import Handbook

/// Writes the insides of the pages that Deskbook makes.
struct ListPages {
  let handbook: Handbook
  let strings: Strings
  /// Whose pages are listed; nil for all.
  var edition: Int?

  /// Whether a page is listed.
  func includes(_ index: Int) -> Bool {
    edition == nil || handbook.edition(at: handbook.pages[index].path.folder) == edition
  }

  /// A list of pages with kind and summary.
  func list(_ pages: [Int], root: String) -> [UInt8] {
    var out = HTMLWriter()
    out.markup("<ul class=\"page-list\">\n")
    for index in pages { item(index, root, &out) }
    out.markup("</ul>\n")
    return out.bytes
  }

  private func item(_ index: Int, _ root: String, _ out: inout HTMLWriter) {
    let page = handbook.pages[index]
    out.markup("<li><a href=\"")
    out.text(root + urlPath(handbook.outputPath(of: index)))
    out.markup("\">")
    out.text(page.title)
    out.markup("</a>")
    if page.kind != .guide {
      out.markup(" <span class=\"kind\">")
      out.text(strings["kind-" + page.kind.rawValue])
      out.markup("</span>")
    }
    if let summary = page.front.summary {
      out.markup("<p>")
      out.text(summary)
      out.markup("</p>")
    }
    out.markup("</li>\n")
  }

  /// What stands directly in a folder: its pages, and the folders below it.
  func section(_ folder: Folder, leavingOut known: Set<Int> = [], root: String) -> [UInt8] {
    var out = HTMLWriter()
    var pages: [Int] = []
    for child in folder.children {
      switch child {
      case .page(let index): if !known.contains(index) { pages.append(index) }
      case .folder(let path):
        guard let inner = handbook.folders.folders[path] else { continue }
        if let index = inner.index {
          if !known.contains(index) { pages.append(index) }
        } else {
          folderLink(inner, root, &out)
        }
      }
    }
    if !out.bytes.isEmpty { out = wrapped(out) }
    if !pages.isEmpty { out.html(list(pages, root: root)) }
    return out.bytes
  }

  private func wrapped(_ items: HTMLWriter) -> HTMLWriter {
    var out = HTMLWriter()
    out.markup("<ul class=\"page-list\">\n")
    out.html(items.bytes)
    out.markup("</ul>\n")
    return out
  }

  private func folderLink(_ folder: Folder, _ root: String, _ out: inout HTMLWriter) {
    out.markup("<li><a href=\"")
    out.text(root + urlPath(folder.path) + "/index.html")
    out.markup("\">")
    out.text(folder.title)
    out.markup("</a> <span class=\"kind\">")
    out.text(strings["kind-section"])
    out.markup("</span></li>\n")
  }

  /// Every page under its title's first letter.
  func az(root: String) -> [UInt8] {
    var groups: [String: [Int]] = [:]
    let order = handbook.pages.indices.filter(includes).map { index in
      let page = handbook.pages[index]
      return (title: page.title.lowercased(), path: page.path.text, index)
    }.sorted { ($0.title, $0.path) < ($1.title, $1.path) }
    for (_, _, index) in order {
      groups[Self.letter(of: handbook.pages[index].title), default: []].append(index)
    }
    let letters = groups.keys.sorted()
    var out = HTMLWriter()
    out.markup("<nav class=\"letters-nav\" aria-label=\"")
    out.text(strings["az-title"])
    out.markup("\">")
    for (number, letter) in letters.enumerated() {
      out.markup("<a href=\"#letter-")
      out.number(number + 1)
      out.markup("\">")
      out.text(letter)
      out.markup("</a> ")
    }
    out.markup("</nav>\n")
    for (number, letter) in letters.enumerated() {
      out.markup("<section><h2 id=\"letter-")
      out.number(number + 1)
      out.markup("\">")
      out.text(letter)
      out.markup("</h2>\n")
      out.html(list(groups[letter] ?? [], root: root))
      out.markup("</section>\n")
    }
    return out.bytes
  }

  private static func letter(of title: String) -> String {
    guard let first = title.first(where: { $0.isLetter || $0.isNumber }) else { return "#" }
    return first.isNumber ? "0–9" : first.uppercased()
  }

  /// The small page at an old path, which leads on without a script.
  static func redirect(to target: String, language: String, title: String) -> [UInt8] {
    var out = HTMLWriter()
    out.markup("<!doctype html>\n<html lang=\"")
    out.text(language)
    out.markup("\">\n<meta charset=\"utf-8\">\n<title>")
    out.text(title)
    out.markup(
      "</title>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">\n<meta http-equiv=\"refresh\" content=\"0; url="
    )
    out.text(target)
    out.markup("\">\n<link rel=\"canonical\" href=\"")
    out.text(target)
    out.markup("\">\n<p><a href=\"")
    out.text(target)
    out.markup("\">")
    out.text(title)
    out.markup("</a></p>\n</html>\n")
    return out.bytes
  }
}
