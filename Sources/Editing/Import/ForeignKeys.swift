// Front matter of other tools.

internal import Handbook

/// Keys of other tools' front matter that have a counterpart here.
enum ForeignKeys {
  /// The keys that most tools share; each other one is noted.
  static func common(
    _ page: inout ForeignPage, title: String?, knowing others: Set<String> = []
  ) -> [(String, String)] {
    var keys: [(String, String)] = []
    if let title = page["title"]?.text ?? title { keys.append(("title", YAMLText.scalar(title))) }
    if let summary = page["summary"]?.text ?? page["description"]?.text, !summary.isEmpty {
      let line = summary.split(whereSeparator: \.isNewline).joined(separator: " ")
      keys.append(("summary", YAMLText.scalar(line)))
    }
    if let tags = page["tags"]?.texts, !tags.isEmpty { keys.append(("tags", list(tags))) }
    for entry in page.keys where !others.contains(entry.key) && !isKept(entry.key, of: page) {
      page.note(entry.line, "\(entry.key) is not carried over\(entry.value.told)")
    }
    return keys
  }

  /// Whether a key has come along: of two that mean the same, the first does.
  private static func isKept(_ key: String, of page: ForeignPage) -> Bool {
    switch key {
    case "title", "summary": page[key]?.text != nil
    case "description": page["summary"]?.text == nil && page[key]?.text != nil
    case "tags": page[key]?.texts.isEmpty == false
    default: false
    }
  }

  /// A list in brackets.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(YAMLText.scalar).joined(separator: ", ") + "]"
  }
}
