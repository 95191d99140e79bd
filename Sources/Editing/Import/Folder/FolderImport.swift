// A folder of Markdown, plain or written for one of the tools that add a little to it.

internal import Handbook
internal import Text

/// Reads folders of Markdown.
///
/// - Source: Docusaurus, *Markdown front matter*; Starlight, *Frontmatter*; GitBook, *Summary*; Jekyll,
///   *Front Matter* and *Posts*.
struct FolderImport {
  private let source: ImportSource
  private let format: ImportFormat
  let places: FolderPlaces
  var result = ImportResult()
  private var used: Set<String> = []
  /// Pages by their names in the source.
  private var pages: [String: ForeignPage] = [:]
  private var addresses: PublishedAddresses?
  /// What the source's own list of pages calls them.
  private var titles: [String: String] = [:]
  /// What is known of pages that were web pages.
  let site: HTMLArrangement?
  /// Headings of those that links lead to.
  var anchors: Set<String> = []

  init(_ source: ImportSource, _ format: ImportFormat, _ site: HTMLArrangement? = nil) {
    self.source = source
    self.format = format
    self.site = site
    places = FolderPlaces(source, format, arranged: site?.places ?? [:])
  }

  func read() -> ImportResult {
    var reader = self
    reader.result.title = TitleRule.title(fromFileName: PageName.stem(source.name) ?? source.name)
    if format == .gitbook { reader.readSummary() }
    if format == .jekyll { reader.readSettings("_config.yml") }
    let all = places.places.sorted { $0.key < $1.key }
      .filter { PageName.isPage($0.key) && !isLeft($0.key) }
    for (name, _) in all { reader.pages[name] = ForeignPage(name, source.files[name] ?? []) }
    if site == nil {
      let known = all.compactMap { name, place in reader.pages[name].map { (place, $0) } }
      reader.addresses = PublishedAddresses(known, SiteSettings(of: source, format))
    }
    for (name, place) in all { reader.addPage(name, place) }
    reader.addFiles()
    reader.arrangeSite()
    return reader.result
  }

  mutating func note(_ name: String, _ line: Int, _ message: String) {
    result.notes.append(ImportNote(name, line, message))
  }

  /// Whether a file is part of a tool's theme, or is read in another way.
  private func isLeft(_ name: String) -> Bool {
    if format == .gitbook { return name == "SUMMARY.md" }
    return format == .jekyll
      && ["_layouts/", "_includes/", "_sass/", "_data/", "_plugins/"].contains {
        name.begins(with: $0)
      }
  }

  /// Copies the files that pages use, and tells of the others.
  private mutating func addFiles() {
    for (name, place) in places.places.sorted(by: { $0.key < $1.key })
    where !PageName.isPage(name) || isLeft(name) {
      if used.contains(name), !PageName.isPage(name) {
        result.copies[place] = name
      } else if name != "SUMMARY.md", name != "_config.yml" {
        note(name, 0, "no page uses this file, so it was left out")
      }
    }
    for name in places.outside {
      note(name, 0, "this page lies outside of the site's pages, so it was left out")
    }
  }

  private mutating func readSettings(_ name: String) {
    guard let text = source.text(name) else { return }
    let page = ForeignPage(name, Array("---\n\(text)\n---\n".utf8))
    if let title = page["title"]?.text, !title.isEmpty { result.title = title }
    if let language = page["lang"]?.text { result.language = language }
    for entry in page.keys where entry.key != "title" && entry.key != "lang" {
      note(name, entry.line - 1, "\(entry.key) is not carried over\(entry.value.told)")
    }
    for entry in page.notes { note(name, 0, entry.message) }
  }

  private mutating func readSummary() {
    guard let text = source.text("SUMMARY.md") else { return }
    for line in ForeignLines.of(text) where !line.isCode && !line.isBlank {
      guard let chapter = MdBookImport.chapter(line.text) else {
        if !["# summary", "# table of contents"].contains(line.text.lowercased()) {
          note("SUMMARY.md", line.number, "this is not carried over: \(line.text.trimmed)")
        }
        continue
      }
      let path = String(chapter.target.cut(at: "#").before)
      let file = places.file(at: PercentEncoding.decoded(path), from: "SUMMARY.md")
      guard let file, let place = places.places[file], PageName.isPage(file) else {
        note("SUMMARY.md", line.number, "there is no page \(path) for “\(chapter.title)”")
        continue
      }
      if titles.updateValue(chapter.title, forKey: file) == nil { result.navigation.append(place) }
    }
  }
}

extension FolderImport {
  private mutating func addPage(_ name: String, _ place: String) {
    guard var page = pages.removeValue(forKey: name) else { return }
    if [.docusaurus, .vitepress, .starlight].contains(format) { HomePage.write(on: &page) }
    if site == nil, ![.jekyll, .notion].contains(format) || isMDX(name) {
      let boxes = FencedBoxes.converted(page.lines, readsHints: format == .gitbook)
      page.lines = boxes.lines
      for line in boxes.left { page.note(line, "this box stands there as text now") }
    }
    page.lines = page.lines.flatMap { line -> [ForeignLine] in
      guard !line.isCode, let lines = Callout.lines(line.text) else { return [line] }
      return lines.map { ForeignLine(text: $0, number: line.number) }
    }
    for index in page.lines.indices where !page.lines[index].isCode {
      page.lines[index].text = carried(page.lines[index], &page)
    }
    page.escapeHoles(reporting: "these braces stand there as text now")
    let title = titles[name] ?? Self.title(place) ?? result.title
    let hasTitle = page["title"]?.text?.isEmpty == false || page.hasHeading
    result.pages[place] = page.bytes(FolderKeys.of(&page, title: hasTitle ? nil : title, format))
    result.notes += page.notes
  }

  private func isMDX(_ name: String) -> Bool { name.lowercased().ends(with: ".mdx") }

  /// A title from a page's name; nil for the index of all.
  private static func title(_ place: String) -> String? {
    var names = place.pathNames.map(String.init)
    if names.last == "index.md" { names.removeLast() }
    return names.last.map { TitleRule.title(fromFileName: PageName.stem($0) ?? $0) }
  }

  /// A line with links that lead to where the pages are now.
  private mutating func carried(_ line: ForeignLine, _ page: inout ForeignPage) -> String {
    let (name, number) = (page.path, line.number)
    var missing: [String] = []
    var said: [String] = []
    var text = format == .jekyll ? line.mapping(LiquidLinks.addresses) : line.text
    if let changed = LinkTargets.definition(text, { target(of: $0, on: name, &missing) }) {
      text = changed
    }
    var line = line
    line.text = text
    let hasTags = isMDX(name) || [.docusaurus, .vitepress, .starlight].contains(format)
    let hasWikiLinks = [.obsidian, .folder].contains(format)
    text = line.mapping { part in
      var part = LinkTargets.mapping(part) { target(of: $0, on: name, &missing) }
      if hasWikiLinks {
        part = WikiLink.replacing(in: part) { link($0, on: name, &missing, &said) }
      }
      guard hasTags, let escaped = Components.escaped(in: part) else { return part }
      said.append("this component stands there as text now")
      return escaped
    }
    if isMDX(name), text.hasPrefix("import ") || text.hasPrefix("export ") {
      said.append("this line of MDX stands there as text now")
    }
    if [.gitbook, .jekyll].contains(format), text.contains("{%") {
      said.append("this tag stands there as text now")
    }
    for target in missing { said.append("there is no page or file \(target)") }
    for message in said { page.note(number, message) }
    return text
  }

  /// The target that a link has now; nil where it stays as it is.
  private mutating func target(
    of link: String, on page: String, _ missing: inout [String]
  ) -> String? {
    let (before, behind) = link.cut(at: "#")
    let path = PercentEncoding.decoded(String(before.cut(at: "?").before))
    if let site, let behind, before.isEmpty {
      let place = place(behind, on: page, from: page, site)
      return place.isEmpty ? places.link(from: page, to: page) : place
    }
    if let site, let file = site.page(at: link) {
      return places.link(from: page, to: file)
        + (behind.map { place($0, on: file, from: page, site) } ?? "")
    }
    if path.isEmpty || link.begins(with: "//") || Handbook.scheme(of: link) != nil { return nil }
    let published = addresses?.target(of: link, on: places.places[page] ?? page)
    // A page of Starlight has an address like a folder's: its links do not go from its file.
    if format == .starlight, !PageName.isPage(path), let published { return published }
    // Exports have names with % in them, and do not always write that as %25.
    let written = site == nil ? nil : places.file(at: String(before), from: page)
    guard let file = places.file(at: path, from: page) ?? written, !isLeft(file) else {
      if published == nil { missing.append(path) }
      return published
    }
    used.insert(file)
    let target = places.link(from: page, to: file)
    if let site, let behind { return target + place(behind, on: file, from: page, site) }
    return target + (behind.map { "#" + $0 } ?? "")
  }

  /// A link in double brackets as Markdown.
  private mutating func link(
    _ link: WikiLink, on page: String, _ missing: inout [String], _ said: inout [String]
  ) -> String {
    if link.target.isEmpty { return "[\(link.words)](\(link.anchor.isEmpty ? "#" : link.anchor))" }
    guard let file = places.file(at: link.target, from: page) ?? places.file(named: link.target)
    else {
      missing.append(link.target)
      return link.words
    }
    used.insert(file)
    let target = places.link(from: page, to: file) + link.anchor
    if let heading = link.heading, link.anchor.isEmpty {
      said.append("the place #\(heading) is not carried over; the link leads to its page")
    }
    if link.isPicture {
      guard let shown = link.shown else {
        return
          "![\(PageName.published(link.target, isNotion: false).cut(at: ".").before)](\(target))"
      }
      let isSize = shown.allSatisfy { $0.isNumber || $0 == "x" }
      if isSize { said.append("the size \(shown) of the picture is not carried over") }
      return "![\(isSize ? link.target : shown)](\(target))"
    }
    if link.isEmbedded {
      said.append("the text of \(link.words) is not taken in here; a link stands in its place")
    }
    return "[\(link.words)](\(target))"
  }
}
