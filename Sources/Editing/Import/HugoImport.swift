// Hugo: a `content` folder with front matter in TOML or YAML, and the commonest shortcodes.

internal import Handbook
internal import TOMLKit
internal import Text

/// Reads a Hugo site.
///
/// - Source: the Hugo documentation, *Front matter*, *Page bundles*, and *Embedded shortcodes*.
struct HugoImport {
  /// Files that a site's settings may stand in.
  static let settings = [
    "hugo.toml", "hugo.yaml", "hugo.yml", "config.toml", "config.yaml", "config.yml",
  ]

  private let source: ImportSource
  private var result = ImportResult()

  /// Pages by their paths below `content`, and these paths by the names that links call them.
  private let pages: [String: ForeignPage]
  private let byName: [String: [String]]
  /// Where these pages are in the content.
  private let places: [String: String]
  private let addresses: PublishedAddresses

  init(_ source: ImportSource) {
    self.source = source
    let found = source.files.filter { $0.key.begins(with: "content/") && $0.key.ends(with: ".md") }
      .map { name, bytes in (name.pathBelow("content"), ForeignPage(name, bytes)) }
      .sorted { $0.0 < $1.0 }
    pages = Dictionary(uniqueKeysWithValues: found)
    byName = Dictionary(grouping: found.map(\.0), by: Self.lastName)
    let places = IndexName.places(found.map(\.0), among: source.files, in: "content")
    self.places = places
    addresses = PublishedAddresses(
      found.map { (places[$0] ?? $0, $1) },
      SiteSettings(of: source, .hugo))
  }

  /// The name that a link without folders has for a page: its folder's, where it stands for that.
  private static func lastName(_ path: String) -> String {
    var parts = path.pathNames
    if let last = parts.last, last == "index.md" || last == "_index.md" { parts.removeLast() }
    guard let last = parts.last else { return "" }
    return last.ends(with: ".md")
      ? String(decoding: last.utf8.dropLast(3), as: UTF8.self) : String(last)
  }

  func read() -> ImportResult {
    var reader = self
    reader.readSettings()
    for (below, page) in pages.sorted(by: { $0.key < $1.key }) { reader.addPage(page, below) }
    for name in source.files.keys.sorted() {
      let below = name.pathBelow(name.begins(with: "static/") ? "static" : "content")
      if name.begins(with: "static/") || (name.begins(with: "content/") && pages[below] == nil) {
        reader.result.copies[below] = name
      }
    }
    return reader.result
  }

  private mutating func readSettings() {
    guard let name = Self.settings.first(where: { source.files[$0] != nil }),
      let text = source.text(name)
    else { return }
    // Settings in YAML and TOML are read as front matter is.
    let fence = name.ends(with: ".toml") ? "+++" : "---"
    let page = ForeignPage(name, Array("\(fence)\n\(text)\n\(fence)\n".utf8))
    result.title = page["title"]?.text
    result.language = page["languageCode"]?.text ?? page["defaultContentLanguage"]?.text
    for note in page.notes { result.notes.append(ImportNote(name, 0, note.message)) }
    for entry in page.keys
    where !["title", "languageCode", "defaultContentLanguage"].contains(entry.key) {
      result.notes.append(ImportNote(name, entry.line - 1, "\(entry.key) is not carried over"))
    }
  }

  private static let handled: Set<String> = [
    "weight", "draft", "aliases", "categories", "url", "slug",
  ]

  private mutating func addPage(_ page: ForeignPage, _ below: String) {
    var page = page
    if page.lines.first?.text.begins(with: "{") == true {
      page.note(1, "front matter in JSON is not read; it stands there as text")
    }
    let keys = Self.keys(&page)
    page.lines = boxes(page.lines, &page)
    for index in page.lines.indices where !page.lines[index].isCode {
      let line = page.lines[index]
      page.lines[index].text = line.mapping { shortcodes($0, line.number, below, &page) }
    }
    page.escapeHoles(reporting: "this shortcode stands there as text now")
    page.renameIndexes()
    let place = places[below] ?? below
    page.mendLinks(addresses, at: place) { isThere($0) }
    result.pages[place] = page.bytes(keys)
    result.notes += page.notes
  }

  private static func keys(_ page: inout ForeignPage) -> [(String, String)] {
    var keys = ForeignKeys.common(&page, title: nil, knowing: handled)
    let tags = (page["tags"]?.texts ?? []) + (page["categories"]?.texts ?? [])
    keys.removeAll { $0.0 == "tags" }
    if !tags.isEmpty { keys.append(("tags", ForeignKeys.list(tags))) }
    if let weight = page["weight"]?.text { keys.append(("order", YAMLText.scalar(weight))) }
    if page["draft"]?.text == "true" { keys.append(("draft", "true")) }
    var aliases = page["aliases"]?.texts ?? []
    if let url = page["url"]?.text { aliases.append(url) }
    if !aliases.isEmpty { keys.append(("aliases", ForeignKeys.list(aliases))) }
    if let slug = page["slug"]?.text {
      page.note(0, "the slug \(slug) is not carried over; the address comes from the file's name")
    }
    return keys
  }

  /// Boxes between two shortcodes, such as `hint` and `notice`, as alerts.
  private func boxes(_ lines: [ForeignLine], _ page: inout ForeignPage) -> [ForeignLine] {
    let boxes = ShortcodeBoxes(lines)
    for line in boxes.tooDeep {
      page.note(
        line, "this box lies in too many others; its first and last line stand there as text")
    }
    return converted(lines[...], boxes, &page)
  }

  private func converted(
    _ lines: ArraySlice<ForeignLine>, _ boxes: ShortcodeBoxes, _ page: inout ForeignPage
  ) -> [ForeignLine] {
    var result: [ForeignLine] = []
    var index = lines.startIndex
    while index < lines.endIndex {
      let line = lines[index]
      guard let box = boxes.byFirstLine[index] else {
        result.append(line)
        index += 1
        continue
      }
      let (kind, title, others) = Self.box(box.name, box.arguments)
      for other in others {
        page.note(line.number, "a part of this box is not carried over: \(other)")
      }
      result += ForeignLines.alert(
        ForeignLines.alertKind(kind), title: title,
        converted(lines[(index + 1)..<box.end], boxes, &page),
        at: line.number, indent: line.indent)
      index = box.end + 1
    }
    return result
  }

  /// What kind of box a shortcode makes, its title, and what else it says: by name, or by their order.
  private static func box(
    _ name: String, _ arguments: String
  ) -> (kind: String, title: String?, others: [String]) {
    var (named, others) = Self.arguments(arguments)
    let takesKind = ["hint", "notice", "callout", "alert", "admonition"].contains(name)
    let role = ["type", "kind", "level", "color"].first { named[$0] != nil }
    let given = role.flatMap { named.removeValue(forKey: $0) }
    let kind = given ?? (takesKind && !others.isEmpty ? others.removeFirst() : name)
    let title = named.removeValue(forKey: "title") ?? (others.isEmpty ? nil : others.removeFirst())
    return (kind, title, named.sorted { $0.key < $1.key }.map { "\($0): \($1)" } + others)
  }

  /// What a shortcode is given, by names and by their order.
  private static func arguments(_ text: String) -> (named: [String: String], others: [String]) {
    var named: [String: String] = [:]
    var others: [String] = []
    for match in text.matches(of: #/(?:(\w+)=)?(?:"([^"]*)"|([^\s"=]+))/#) {
      let value = String(match.2 ?? match.3 ?? "")
      if let key = match.1 { named[String(key)] = value } else { others.append(value) }
    }
    return (named, others)
  }

  /// `ref`, `relref` and `figure` as plain Markdown.
  private func shortcodes(
    _ text: String, _ number: Int, _ below: String, _ page: inout ForeignPage
  ) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    let reference = #/\{\{[<%]\s*(?:rel)?ref\s+"?([^"\s]+)"?\s*[%>]\}\}/#
    let text = text.replacing(reference) { match in
      let target = String(match.1)
      let found = link(to: target, from: below)
      if found == nil { page.note(number, "there is no page \(target)") }
      return found ?? target
    }
    return text.replacing(#/\{\{[<%]\s*figure\s([^<>%]*)[%>]\}\}/#) { match in
      let (values, others) = Self.arguments(String(match.1))
      if let caption = values["caption"], values["alt"] != nil {
        page.note(number, "the caption is not carried over: \(caption)")
      }
      for (key, value) in values.sorted(by: { $0.key < $1.key })
      where !["src", "alt", "caption"].contains(key) {
        page.note(number, "the \(key) of this picture is not carried over: \(value)")
      }
      for other in others.dropFirst(values["src"] == nil ? 1 : 0) {
        page.note(number, "a part of this picture is not carried over: \(other)")
      }
      return
        "![\(values["alt"] ?? values["caption"] ?? "")](\(values["src"] ?? others.first ?? ""))"
    }
  }

  /// Whether links lead to a page or a file as they are written.
  private func isThere(_ place: String) -> Bool {
    ["content/", "static/"].contains { source.files[$0 + place] != nil }
  }

  /// A link from a page to one that Hugo would find by its path or by its name alone.
  private func link(to target: String, from below: String) -> String? {
    let (before, behind) = target.cut(at: "#")
    let (path, anchor) = (String(before), behind.map { "#" + $0 } ?? "")
    if path.isEmpty { return anchor }
    let here = places[below] ?? below
    let folder = below.pathNames.dropLast().joined(separator: "/")
    let near = path.begins(with: "/") ? PathText.joined("", path) : PathText.joined(folder, path)
    let names = [near, PathText.joined("", path)].flatMap { name in
      [name, name + ".md", name + "/index.md", name + "/_index.md"]
    }
    let named = (byName[Self.lastName(path)] ?? []).filter { page in
      ["", ".md", "/index.md", "/_index.md"].contains { ("/" + page).ends(with: "/" + path + $0) }
    }
    // A page in the same language comes before others.
    let first = below.pathNames.first
    guard
      let found = names.first(where: { pages[$0] != nil })
        ?? named.first(where: { $0.pathNames.first == first }) ?? named.first
    else { return addresses.target(of: target, on: here) }
    let place = places[found] ?? found
    return urlPath(place, from: here.pathNames.dropLast().joined(separator: "/")) + anchor
  }
}
