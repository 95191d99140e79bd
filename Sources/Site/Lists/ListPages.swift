// What the pages that no file stands for have in common: lists of pages, parts, redirects.

internal import Handbook
internal import Text

/// Writes the insides of the pages that Deskbook makes.
struct ListPages {
  let handbook: Handbook
  let strings: Strings
  /// The edition whose pages are listed.
  var edition = 0

  /// A list of pages with kind and summary.
  ///
  /// What changed on a page stands under it where the list tells that, else beside a mark that it is new, which
  /// scripts set.
  func list(_ pages: [Int], root: String, tellsChanges: Bool = false) -> [UInt8] {
    var out = HTMLWriter()
    out.markup("<ul class=\"page-list\">\n")
    for index in pages { item(index, root, tellsChanges, &out) }
    out.markup("</ul>\n")
    return out.bytes
  }

  private func item(
    _ index: Int, _ root: String, _ tellsChanges: Bool, _ out: inout HTMLWriter
  ) {
    let page = handbook.pages[index]
    let changed = page.front.changed
    out.markup("<li><a href=\"")
    out.text(root + urlPath(handbook.outputPath(of: index)))
    if let changed, !tellsChanges {
      out.markup("\" data-changed=\"")
      out.text(changed)
    }
    out.markup("\">")
    out.text(page.title)
    out.markup("</a>")
    if page.kind != .guide {
      out.markup(" <span class=\"kind\">")
      out.text(strings["kind-" + page.kind.rawValue])
      out.markup("</span>")
    }
    if let changed, tellsChanges {
      out.markup("<p class=\"changed\">")
      out.text(changed)
      out.markup("</p>")
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

  /// Links to where the groups of a list begin; the first has the anchor `anchor-1`, and so on.
  func beginnings(
    _ groups: [(name: String, part: Int)], _ list: PartedList, anchor: String, label: String,
    from part: Int, _ out: inout HTMLWriter
  ) {
    out.markup("<nav class=\"letters-nav\" aria-label=\"")
    out.text(label)
    out.markup("\">")
    for (number, group) in groups.enumerated() {
      out.markup("<a href=\"")
      if group.part != part { out.text(list.page(group.part)) }
      out.text("#\(anchor)-\(number + 1)")
      out.markup("\">")
      out.text(group.name)
      out.markup("</a> ")
    }
    out.markup("</nav>\n")
  }

  /// Links to the first, the last and the nearest parts of a list; nothing where it has one part.
  ///
  /// `name` ends the open tag of a link, and writes what its part is called.
  func ways(
    _ list: PartedList, label: String, from part: Int, count: Int, _ out: inout HTMLWriter,
    name: (_ part: Int, _ out: inout HTMLWriter) -> Void
  ) {
    if count < 2 { return }
    out.markup("<nav class=\"parts\" aria-label=\"")
    out.text(label)
    out.markup("\">")
    for number in 0..<count where number == 0 || number == count - 1 || abs(number - part) < 4 {
      out.markup("<a href=\"")
      out.text(list.page(number))
      out.markup("\"")
      if number == part { out.markup(" aria-current=\"page\"") }
      name(number, &out)
      out.markup("</a> ")
    }
    out.markup("</nav>\n")
  }

  /// Ends the open tag of a link with words for those who hear it, and writes the number of a
  /// part.
  func numbered(_ part: Int, of count: Int, _ out: inout HTMLWriter) {
    out.markup(" aria-label=\"")
    out.text(ListPart(number: part, count: count).words(strings))
    out.markup("\">")
    out.number(part + 1)
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

/// Which part of a list a page shows, from 0.
struct ListPart {
  let number: Int
  let count: Int

  /// "Part 2 of 20".
  func words(_ strings: Strings) -> String {
    strings["list-part"].filled(["n": String(number + 1), "count": String(count)])
  }
}
