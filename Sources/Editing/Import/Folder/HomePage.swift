// The words of home pages that stand in front matter.

internal import Handbook

/// Puts what the theme of another tool shows at the top of a home page into its text.
///
/// - Source: VitePress, *Home Page* (`hero`, `features`); Starlight, *Frontmatter* (`hero`).
enum HomePage {
  private static let heroKeys: Set<String> = [
    "hero.name", "hero.title", "hero.text", "hero.tagline",
  ]
  private static let featureKeys: Set<String> = ["title", "details", "link", "linkText"]

  /// Writes the title, the words, the buttons and the list of features above the text.
  static func write(on page: inout ForeignPage) {
    let hero = page.matter?["hero"]?.entries == nil ? nil : page.matter?["hero"]
    let features = page.matter?["features"]?.items ?? []
    if hero == nil, features.isEmpty { return }
    let line = page.keys.first { $0.key == "features" || $0.key.hasPrefix("hero.") }?.line ?? 0
    var blocks: [String] = []
    if let hero {
      if let name = text(hero, "name") ?? text(hero, "title"), name != page["title"]?.text {
        let isTitle = page["title"]?.text == nil && !page.hasHeading
        blocks.append(isTitle ? "# \(name)" : "**\(name)**")
      }
      blocks += ["text", "tagline"].compactMap { text(hero, $0) }
      let actions = hero["actions"]?.items ?? []
      let buttons = actions.map { "- " + ($0.text ?? link(text($0, "text"), $0)) }
      blocks.append(buttons.joined(separator: "\n"))
      noteOthers(actions, "hero.actions", knowing: ["text", "link"], line, &page)
      page.keys.removeAll { key, value, _ in
        key == "hero.actions" ? !actions.isEmpty : heroKeys.contains(key) && value.text != nil
      }
    }
    blocks.append(features.map(feature).joined(separator: "\n"))
    noteOthers(features, "features", knowing: featureKeys, line, &page)
    if !features.isEmpty { page.keys.removeAll { $0.key == "features" } }
    let lines = blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    page.lines =
      ForeignLines.of(lines).map { ForeignLine(text: $0.text, number: line) }
      + page.lines.drop(while: \.isBlank)
  }

  private static func feature(_ item: YAML) -> String {
    if let words = item.text { return "- \(words)" }
    let title = text(item, "title") ?? ""
    let more = text(item, "linkText")
    let head = more == nil ? link(title, item) : title
    let words = [
      head.isEmpty ? "" : "**\(head)**\(text(item, "details") == nil ? "" : ":")",
      text(item, "details") ?? "", more.map { link($0, item) } ?? "",
    ]
    return "- " + words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func link(_ words: String?, _ item: YAML) -> String {
    guard let target = text(item, "link") else { return words ?? "" }
    let isPlain = !target.contains { " ()<>".contains($0) }
    return "[\(words ?? target)](\(isPlain ? target : "<\(target)>"))"
  }

  /// The value of a key on one line.
  private static func text(_ value: YAML, _ key: String) -> String? {
    let words = value[key]?.text?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words?.isEmpty == false ? words : nil
  }

  private static func noteOthers(
    _ items: [YAML], _ name: String, knowing known: Set<String>, _ line: Int,
    _ page: inout ForeignPage
  ) {
    for item in items {
      for entry in item.entries ?? []
      where !known.contains(entry.key) || entry.value.text == nil {
        let words = entry.value.words
        page.note(line, "\(name).\(entry.key) is not carried over: \(words)")
      }
    }
  }
}
