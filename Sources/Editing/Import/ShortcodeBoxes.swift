// Where the boxes of a Hugo page begin and end.

/// Pairs of shortcodes that each have a line of their own.
struct ShortcodeBoxes {
  struct Box {
    let name: String
    let arguments: String
    /// The index of its last line.
    let end: Int
  }

  private enum Fence {
    case open(name: String, arguments: String)
    case close(name: String)
  }

  /// No page that people read has more boxes in one another.
  private static let mostLevels = 20
  private static let names: Set<String> = [
    "hint", "notice", "callout", "alert", "admonition", "note", "tip", "warning", "important",
    "caution",
  ]

  /// Boxes by the indices of their first lines.
  private(set) var byFirstLine: [Int: Box] = [:]
  /// The lines of boxes that are left as text.
  private(set) var tooDeep: [Int] = []

  /// - Complexity: O(*n*) in the bytes of the lines.
  init(_ lines: [ForeignLine]) {
    var open: [(index: Int, name: String, arguments: String)] = []
    for (index, line) in lines.enumerated() where !line.isCode {
      switch Self.fence(line.text) {
      case .open(let name, let arguments): open.append((index, name, arguments))
      case .close(let name):
        let near = open.suffix(Self.mostLevels)
        guard let place = near.lastIndex(where: { $0.name == name }) else { continue }
        let head = open[place]
        open.removeSubrange(place...)
        if place < Self.mostLevels {
          byFirstLine[head.index] = Box(name: name, arguments: head.arguments, end: index)
        } else {
          tooDeep.append(lines[head.index].number)
        }
      case nil: continue
      }
    }
    tooDeep.sort()
  }

  private static func fence(_ line: String) -> Fence? {
    let text = line.trimmed
    guard text.count > 6, text.hasPrefix("{{<") || text.hasPrefix("{{%"),
      text.hasSuffix(">}}") || text.hasSuffix("%}}")
    else { return nil }
    let inside = text.dropFirst(3).dropLast(3)
    if inside.contains(where: { "<>%".contains($0) }) { return nil }
    let words = inside.trimmed
    if words.first == "/" { return .close(name: words.dropFirst().trimmed) }
    let name = words.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard names.contains(String(name)) else { return nil }
    return .open(name: String(name), arguments: words.dropFirst(name.count).trimmed)
  }
}
