// print/…: a section of the handbook, or all of it, in one page for paper.

internal import CommonMark
internal import Handbook
internal import Text

extension SiteRenderer {
  /// A page for each of the handbook's books.
  func books() -> [FileMaker] {
    let addresses = Dictionary(
      firstWins: handbook.pages.indices.map { (urlPath(handbook.outputPath(of: $0)), $0) })
    return handbook.siteMap.books.map { book in { file(book, addresses) } }
  }

  private func file(_ book: Book, _ addresses: [String: Int]) -> OutputFile {
    let shared = editionContext(at: book.section)
    let isWhole = book.section == shared.edition.folder
    let root = RenderContext.root(of: book.path)
    let due = book.pages.compactMap { handbook.nextReview(of: handbook.pages[$0]) }
      .min { $0.description < $1.description }
    return file(
      GeneratedPage(
        kind: "print",
        title: isWhole ? handbook.title : handbook.folders.folders[book.section]?.title ?? "",
        body: body(book, addresses, shared, root: root), output: book.path, folder: book.section,
        isInFolder: true,
        navigation: Navigation(
          folder: book.section, at: Self.place(of: book), handbook: handbook,
          strings: shared.strings),
        translations: languages(ofFolder: book.section, root: root),
        trust: PageTrust(
          nextReview: due.map {
            PageTrust.Day(date: $0.description, words: shared.words(of: $0))
          })))
  }

  /// A folder as deep as the one that a book's file is in.
  private static func place(of book: Book) -> String {
    Book.folder
      + String(repeating: "/-", count: book.section.utf8.count { $0 == UInt8(ascii: "/") })
  }

  private func body(
    _ book: Book, _ addresses: [String: Int], _ shared: EditionContext, root: String
  ) -> [UInt8] {
    let numbers = Dictionary(firstWins: book.pages.enumerated().map { ($1, $0 + 1) })
    var out = HTMLWriter()
    out.markup("<nav class=\"book-contents\" aria-label=\"")
    out.text(shared.strings["book-contents"])
    out.markup("\">\n<ul>\n")
    if let own = handbook.folders.folders[book.section]?.index { entry(own, numbers, &out) }
    contents(of: book.section, numbers, &out)
    out.markup("</ul>\n</nav>\n")
    for index in book.pages {
      article(index, numbers, shared, root: root, isFirst: numbers[index] == 1, &out) { path in
        addresses[path].map { BookText.Target(number: numbers[$0], page: handbook.pages[$0]) }
      }
    }
    return out.bytes
  }

  /// Writes the titles of what stands in a folder and is in the book.
  private func contents(of section: String, _ numbers: [Int: Int], _ out: inout HTMLWriter) {
    for child in handbook.folders.folders[section]?.children ?? [] {
      switch child {
      case .page(let index): entry(index, numbers, &out)
      case .folder(let path):
        var inner = HTMLWriter()
        contents(of: path, numbers, &inner)
        guard let folder = handbook.folders.folders[path] else { continue }
        if let index = folder.index, numbers[index] != nil {
          entry(index, numbers, &out, inner: inner.bytes)
        } else if !inner.bytes.isEmpty {
          out.markup("<li>")
          out.text(folder.title)
          nested(inner.bytes, &out)
        }
      }
    }
  }

  private func entry(
    _ index: Int, _ numbers: [Int: Int], _ out: inout HTMLWriter, inner: [UInt8] = []
  ) {
    guard let number = numbers[index] else { return }
    out.markup("<li><a href=\"#p")
    out.number(number)
    out.markup("\">")
    out.text(handbook.pages[index].title)
    out.markup("</a>")
    nested(inner, &out)
  }

  private func nested(_ inner: [UInt8], _ out: inout HTMLWriter) {
    if !inner.isEmpty {
      out.markup("\n<ul>\n")
      out.html(inner)
      out.markup("</ul>")
    }
    out.markup("</li>\n")
  }
}

extension SiteRenderer {
  /// Bytes of a page's source from which on it begins a sheet of its own: some two thirds of one.
  private static let longPage = 2_500

  private func article(
    _ index: Int, _ numbers: [Int: Int], _ shared: EditionContext, root: String, isFirst: Bool,
    _ out: inout HTMLWriter, target: (String) -> BookText.Target?
  ) {
    let page = handbook.pages[index]
    let part = part(index, root: root)
    var text = BookText(
      number: numbers[index] ?? 0, page: page, own: root + urlPath(handbook.outputPath(of: index)),
      root: root)
    out.markup("<article class=\"")
    out.markup(page.tree.source.count > Self.longPage ? "booked long\"" : "booked\"")
    out.markup(" id=\"p")
    out.number(text.number)
    out.markup("\">\n")
    // The first may be the page of the section itself, whose title stands above.
    if !isFirst || !handbook.folders.isIndex(index, at: page.path) {
      out.markup("<h2 class=\"booked-title\">")
      out.html(text.html(part.heading, target))
      out.markup("</h2>\n")
    }
    if let summary = page.front.summary {
      out.markup("<p class=\"summary\">")
      out.text(summary)
      out.markup("</p>\n")
    }
    trust(part.trust, shared, &out)
    out.markup("<div class=\"body\">\n")
    heard(page.front.heard, shared, &out)
    out.html(text.html(part.text, target))
    out.markup("</div>\n</article>\n")
  }

  private func heard(_ lines: [String], _ shared: EditionContext, _ out: inout HTMLWriter) {
    if lines.isEmpty { return }
    out.markup("<div class=\"heard\"><p class=\"label\">")
    out.text(shared.strings["you-hear"])
    out.markup("</p><ul>\n")
    for line in lines {
      out.markup("<li>")
      out.text(line)
      out.markup("</li>\n")
    }
    out.markup("</ul></div>\n")
  }

  private func trust(_ trust: PageTrust, _ shared: EditionContext, _ out: inout HTMLWriter) {
    let parts = [
      trust.owner.map { "\(shared.strings["owner"]): \($0)" },
      trust.reviewed.map { "\(shared.strings["reviewed"]) \($0.words)" },
      trust.nextReview.map { "\(shared.strings["review-by"]) \($0.words)" },
    ].compactMap(\.self)
    if parts.isEmpty { return }
    out.markup("<p class=\"booked-trust\">")
    out.text(parts.joined(separator: " · "))
    out.markup("</p>\n")
  }
}

extension ListPages {
  /// A line with the ways to a section, and to the whole handbook of its language, in one page.
  func books(of section: String, root: String) -> [UInt8] {
    let whole = handbook.editions[handbook.edition(at: section)].folder
    let names = [(section, "book-section"), (whole, "book-whole")].suffix(section == whole ? 1 : 2)
    let links = names.compactMap { folder, key in
      handbook.siteMap.books.first { $0.section == folder }.map { ($0.path, strings[key]) }
    }
    var out = HTMLWriter()
    let pages = handbook.siteMap.largeSections[section]
    if links.isEmpty, pages == nil { return [] }
    out.markup("<p class=\"book-links\">")
    if let pages {
      out.text(strings["book-large"].filled(["n": String(pages)]))
      out.markup(" ")
    }
    if !links.isEmpty { out.text(strings["book-print"]) }
    for (index, (path, name)) in links.enumerated() {
      out.markup(index == 0 ? " <a href=\"" : " · <a href=\"")
      out.text(root + urlPath(path))
      out.markup("\">")
      out.text(name)
      out.markup("</a>")
    }
    out.markup("</p>\n")
    return out.bytes
  }
}
