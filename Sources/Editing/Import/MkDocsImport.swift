// MkDocs: `mkdocs.yml`, its navigation, and the boxes of Python-Markdown.

internal import Handbook
internal import Text

/// Reads a MkDocs site.
///
/// - Source: the MkDocs user guide, *Configuration* and *Writing your docs*; Material for MkDocs,
///   *Admonitions* and *Content tabs*.
struct MkDocsImport {
  /// No page that people read has more boxes in one another.
  private static let mostLevels = 20
  private let source: ImportSource
  private var folder = "docs"
  private var titles: [String: String] = [:]
  private var listed: Set<String> = []
  private var result = ImportResult()
  private var addresses = PublishedAddresses([], SiteSettings("", .mkdocs))

  init(_ source: ImportSource) { self.source = source }

  func read() -> ImportResult {
    var reader = self
    reader.readSettings()
    reader.readAddresses()
    for name in reader.source.files.keys.sorted() where name.begins(with: reader.folder + "/") {
      let below = name.pathBelow(reader.folder)
      if below.ends(with: ".md") {
        reader.addPage(name, below)
      } else {
        reader.result.copies[below] = name
      }
    }
    return reader.result
  }

  private mutating func readSettings() {
    let name = source.files["mkdocs.yml"] != nil ? "mkdocs.yml" : "mkdocs.yaml"
    let file = SourceFile(path: .configuration, bytes: source.files[name] ?? [])
    let reading = YAML.read(0..<file.bytes.count, of: file)
    func line(_ range: Range<Int>) -> Int { file.lines.position(of: range.lowerBound).line }
    for problem in reading.diagnostics where reading.value == nil {
      result.notes.append(
        ImportNote(name, line(problem.range), "this file cannot be read: \(problem.message)"))
    }
    for entry in reading.value?.entries ?? [] {
      switch entry.key {
      case "site_name": result.title = entry.value.text
      case "docs_dir": folder = entry.value.text ?? folder
      case "nav", "pages": break
      default:
        result.notes.append(
          ImportNote(name, line(entry.keyRange), "\(entry.key) is not carried over"))
      }
    }
    let navigation = reading.value?["nav"] ?? reading.value?["pages"]
    for item in navigation?.items ?? [] { addEntry(item, name, line) }
  }

  /// A path, a title with a path, or a title with a list of these.
  private mutating func addEntry(
    _ item: YAML, _ name: String, _ line: (Range<Int>) -> Int
  ) {
    if let path = item.text { return add(path, title: nil, name, line(item.range)) }
    for entry in item.entries ?? [] {
      if let path = entry.value.text {
        add(path, title: entry.key, name, line(entry.keyRange))
      } else {
        for inner in entry.value.items { addEntry(inner, name, line) }
      }
    }
  }

  private mutating func add(_ path: String, title: String?, _ name: String, _ line: Int) {
    if path.contains("://") {
      result.notes.append(
        ImportNote(name, line, "the link to \(path) is not carried over; put it on a page"))
    } else if source.files["\(folder)/\(path)"] == nil {
      result.notes.append(ImportNote(name, line, "there is no file \(folder)/\(path)"))
    } else {
      let place = IndexName.of(path, among: source.files, in: folder)
      titles[place] = title
      if listed.insert(place).inserted { result.navigation.append(place) }
    }
  }

  private mutating func readAddresses() {
    let pages = source.files.filter {
      $0.key.begins(with: folder + "/") && $0.key.ends(with: ".md")
    }
    .sorted { $0.key < $1.key }
    addresses = PublishedAddresses(
      pages.map { name, bytes in
        let place = IndexName.of(name.pathBelow(folder), among: source.files, in: folder)
        return (place, ForeignPage(name, bytes))
      }, SiteSettings(of: source, .mkdocs))
  }

  private mutating func addPage(_ name: String, _ below: String) {
    let place = IndexName.of(below, among: source.files, in: folder)
    guard let bytes = source.files[name] else { return }
    var page = ForeignPage(name, bytes)
    page.lines = converted(page.lines, &page)
    page.mendLeftovers()
    page.escapeHoles(reporting: "this was for a plugin, and stands there as text now")
    page.renameIndexes()
    page.mendLinks(addresses, at: place) { source.files["\(folder)/\($0)"] != nil }
    let hasTitle = page["title"] != nil || page.hasHeading
    let keys = ForeignKeys.common(&page, title: hasTitle ? nil : titles[place])
    if let title = titles[place], hasTitle,
      !page.lines.contains(where: { $0.text == "# " + title }),
      page["title"]?.text != title
    {
      page.note(0, "the navigation called this page “\(title)”; it keeps its own title")
    }
    result.pages[place] = page.bytes(keys)
    result.notes += page.notes
  }

  /// Boxes and tabs as Markdown that every tool reads.
  ///
  /// What lies in too many others stays as it is: nobody reads it, and each level is gone over again.
  private func converted(
    _ lines: [ForeignLine], _ page: inout ForeignPage, level: Int = 0
  ) -> [ForeignLine] {
    var result: [ForeignLine] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if !line.isCode, level == Self.mostLevels,
        BlockHead.box(line.text) != nil || BlockHead.tab(line.text) != nil
      {
        page.note(line.number, "this box lies in too many others; it stands there as text")
        result += lines[index...]
        return result
      } else if !line.isCode, let box = BlockHead.box(line.text) {
        let block = ForeignLines.block(in: lines, after: index, indent: line.indent + 4)
        if box.isFolded { page.note(line.number, "this box is always open") }
        result += ForeignLines.alert(
          ForeignLines.alertKind(box.kind), title: box.title,
          converted(block.lines, &page, level: level + 1), at: line.number, indent: line.indent)
        index = block.end
      } else if !line.isCode, let tab = BlockHead.tab(line.text) {
        let block = ForeignLines.block(in: lines, after: index, indent: line.indent + 4)
        page.note(line.number, "the tab “\(tab)” stands below the one before")
        result.append(ForeignLine(text: "**\(tab)**", number: line.number))
        result.append(ForeignLine(text: "", number: line.number))
        result +=
          converted(block.lines, &page, level: level + 1) + [
            ForeignLine(text: "", number: line.number)
          ]
        index = block.end
      } else {
        result += plain(line, &page).map { [$0] } ?? []
        index += 1
      }
    }
    return result
  }

  /// A line without what only Python-Markdown understands; nil where nothing is left.
  private func plain(_ line: ForeignLine, _ page: inout ForeignPage) -> ForeignLine? {
    if line.isCode { return line }
    if line.text.trimmed == "[TOC]" { return nil }
    if line.text.trimmed.begins(with: "--8<--") {
      page.note(line.number, "the text that is taken in here was left out: \(line.text.trimmed)")
      return nil
    }
    // Regex literals are compiled at each use: most lines have no such marks.
    guard line.text.contains(where: { "={+:".contains($0) }) else { return line }
    var changed = line
    changed.text = line.mapping { text in
      BlockHead.withoutAttributes(text)
        .replacing(#/==([^=]+)==/#) { "<mark>\($0.1)</mark>" }
        .replacing(#/\+\+([\w+-]+)\+\+/#) { match in
          match.1.split(separator: "+").map { "<kbd>\($0)</kbd>" }.joined(separator: " ")
        }
    }
    if changed.text.count < line.text.count, line.text.contains("{") {
      page.note(line.number, "attributes in braces were left out")
    }
    if changed.text.contains(":"), changed.text.contains(#/(^|\s):[a-z]+-[a-z0-9-]+:/#) {
      page.note(line.number, "the icon stands there as text now")
    }
    return changed
  }
}
