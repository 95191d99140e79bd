// A folder of web pages: the export of a wiki or help centre, or a site as it was saved.

internal import Handbook
internal import Text

/// Web pages that become pages of a handbook, once something has made Markdown of them.
package struct HTMLSite: Sendable {
  /// A page to be converted.
  package struct Page: Sendable {
    /// Its path in the source.
    let name: String
    package let html: [UInt8]
    /// The folder, beside the page, of the pictures that it holds itself.
    package let media: String
    /// Front matter that stands in no page, such as the labels of an article.
    var keys: [(String, String)] = []
    var notes: [String] = []
  }

  /// What came of a page.
  package struct Converted: Sendable {
    var markdown: [UInt8] = []
    var title = ""
    var pictures: [String: [UInt8]] = [:]
    var notes: [String] = []
    var problem: String?

    /// Wraps what a page has become.
    package init(
      markdown: [UInt8], title: String, pictures: [String: [UInt8]], notes: [String]
    ) {
      (self.markdown, self.title, self.pictures, self.notes) = (markdown, title, pictures, notes)
    }

    /// A page that cannot be read, and why.
    package init(problem: String) { self.problem = problem }
  }

  package let pages: [Page]
  private let source: ImportSource
  private let format: ImportFormat
  private let notes: [ImportNote]

  /// The pages of a source.
  package init(_ source: ImportSource, _ format: ImportFormat) {
    self.source = source
    self.format = format
    let articles = format == .zendesk ? ZendeskArticles.read(source) : ZendeskArticles.Reading()
    notes = articles.notes
    pages =
      articles.pages
      + source.files.filter { HTMLName.isPage($0.key) }.sorted { $0.key < $1.key }.map {
        name, bytes in
        let text = SourceText(bytes)
        return Page(
          name: name, html: HTMLTags.prepared(text.text), media: HTMLName.media(name),
          notes: text.doubt.map { [$0] } ?? [])
      }
  }

  /// Makes content of what the pages have become.
  ///
  /// - Parameter converted: what came of each page, in the order of ``pages``.
  /// - Returns: the content, and the files to copy from.
  package func read(_ converted: [Converted]) -> (result: ImportResult, files: [String: [UInt8]]) {
    var files = source.files.filter { !HTMLName.isPage($0.key) && !isData($0.key) }
    var said = notes
    var titles: [String: String] = [:]
    let space = format == .confluence ? Self.space(zip(pages, converted)) : nil
    for (page, made) in zip(pages, converted) {
      for message in page.notes + made.notes + [made.problem].compactMap({ $0 }) {
        said.append(ImportNote(page.name, 0, message))
      }
      if made.problem != nil { continue }
      var title = made.title
      if let space, title.begins(with: space + " : ") {
        title = String(title.dropFirst(space.count + 3))
      }
      if page.name == "index.html", let space { title = space }
      titles[page.name] = title
      files[HTMLName.markdown(page.name)] = Self.text(of: page, made.markdown, title: title)
      let folder = page.name.pathNames.dropLast().joined(separator: "/")
      for (name, picture) in made.pictures {
        files[PathText.joined(folder, "\(page.media)/\(name)")] = picture
      }
    }
    let arranged = HTMLArrangement(Array(titles.keys), titles, files, format)
    let derived = ImportSource(
      name: source.name, files: files, hidden: source.hidden, left: source.left)
    var result = FolderImport(derived, format, arranged).read()
    if let title = space ?? titles["index.html"].flatMap({ $0.isEmpty ? nil : $0 }) {
      result.title = title
    }
    if result.pages.count == 1 { result.navigation = Array(result.pages.keys) }
    result.notes = HTMLNotes.summed(said + result.notes.map(HTMLNotes.placed))
    return (result, files)
  }

  private func isData(_ name: String) -> Bool {
    format == .zendesk && name.lowercased().ends(with: ".json")
  }

  private static func text(of page: Page, _ markdown: [UInt8], title: String) -> [UInt8] {
    let keys = (title.isEmpty ? [] : [("title", YAMLText.scalar(title))]) + page.keys
    if keys.isEmpty { return markdown }
    return Array(("---\n" + keys.map { "\($0): \($1)\n" }.joined() + "---\n\n").utf8) + markdown
  }

  /// The name of a space, which begins the title of each of its pages.
  ///
  /// - Source: an export of Confluence: the index is called `KEY (Name)`, pages `Name : Title`.
  private static func space(_ pages: Zip2Sequence<[Page], [Converted]>) -> String? {
    for (page, made) in pages where page.name == "index.html" {
      if let open = made.title.firstIndex(of: "("), made.title.last == ")" {
        return String(made.title[open...].dropFirst().dropLast())
      }
    }
    let titles = pages.map(\.1.title).filter { $0.contains(" : ") }
    return titles.first?.firstRange(of: " : ").map { String(titles[0][..<$0.lowerBound]) }
  }
}

extension ImportFormat {
  /// Whether the form is one of web pages.
  package var isHTML: Bool { [.confluence, .googledocs, .zendesk, .html].contains(self) }

  /// The form of a source of web pages; nil where it has none.
  static func html(of source: ImportSource) -> ImportFormat? {
    let pages = source.files.keys.filter(HTMLName.isPage).sorted()
    let hasMarkdown = source.files.keys.contains(where: PageName.isPage)
    func says(_ name: String, _ words: String) -> Bool {
      source.text(name)?.contains(words) == true
    }
    if source.files["index.html"] != nil, let page = pages.first(where: { HTMLName.id($0) != nil }),
      says(page, "id=\"main-content\"")
    {
      return .confluence
    }
    if hasMarkdown { return nil }
    if pages.isEmpty { return ZendeskArticles.isExport(source) ? .zendesk : nil }
    if pages.count == 1, says(pages[0], "lst-kix_") || says(pages[0], "doc-content") {
      return .googledocs
    }
    return .html
  }
}
