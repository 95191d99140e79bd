// Boxes of other tools: between `:::` or `{% hint %}` lines, and quotes with a kind.

internal import Text

/// Turns boxes into alerts.
///
/// - Source: Docusaurus, *Admonitions*; VitePress, *Custom Containers*; Starlight, *Asides*; GitBook,
///   *Hints*; Obsidian's help, *Callouts*.
struct FencedBoxes {
  private enum Fence {
    case open(kind: String?, title: String?)
    case close
  }

  private struct Box {
    let head: ForeignLine
    /// Nil where the box stays as it is written.
    let kind: String?
    let title: String?
    var body: [ForeignLine] = []
  }

  /// No page that people read has more boxes in one another.
  private static let mostLevels = 20
  private static let kinds: Set<String> = [
    "note", "tip", "info", "warning", "danger", "caution", "important", "details", "success",
    "hint", "error",
  ]

  private let readsHints: Bool
  private var open: [Box] = []
  /// Boxes that are open within the innermost of ``open``, and stay as they are written.
  private var deeper = 0
  private var done: [ForeignLine] = []
  private(set) var left: [Int] = []

  /// - Parameters:
  ///   - lines: of a page.
  ///   - readsHints: whether boxes are `{% hint %}` rather than `:::`.
  private init(_ lines: [ForeignLine], readsHints: Bool) {
    self.readsHints = readsHints
    for line in lines {
      switch line.isCode ? nil : fence(line.text) {
      case .open where open.count >= Self.mostLevels:
        deeper += 1
        left.append(line.number)
        add([line])
      case .open(let kind, let title): open.append(Box(head: line, kind: kind, title: title))
      case .close where deeper > 0:
        deeper -= 1
        add([line])
      case .close where !open.isEmpty: close(line)
      default: add([line])
      }
    }
    // What nothing closes stays as it is.
    for box in open {
      left.append(box.head.number)
      done += [box.head] + box.body
    }
  }

  /// The lines with alerts in place of boxes, and the lines of boxes that stay as they are.
  static func converted(
    _ lines: [ForeignLine], readsHints: Bool
  ) -> (lines: [ForeignLine], left: [Int]) {
    let boxes = FencedBoxes(lines, readsHints: readsHints)
    return (boxes.done, boxes.left.sorted())
  }

  private mutating func add(_ lines: [ForeignLine]) {
    if open.isEmpty { done += lines } else { open[open.count - 1].body += lines }
  }

  private mutating func close(_ line: ForeignLine) {
    guard let box = open.popLast() else { return }
    guard let kind = box.kind else {
      left.append(box.head.number)
      return add([box.head] + box.body + [line])
    }
    let lines = box.body.map { line in
      var line = line
      line.text = String(line.text.dropFirst(min(box.head.indent, line.indent)))
      return line
    }
    add(
      ForeignLines.alert(
        ForeignLines.alertKind(kind), title: box.title, lines, at: box.head.number,
        indent: box.head.indent))
  }

  private func fence(_ line: String) -> Fence? {
    let text = line.trimmed
    return readsHints ? Self.hint(text) : Self.container(text)
  }

  /// `:::kind Title`, `:::kind[Title]`, `::: kind Title`, or `:::`.
  private static func container(_ text: String) -> Fence? {
    guard text.hasPrefix(":::") else { return nil }
    let rest = text.drop { $0 == ":" }.trimmed
    if rest.isEmpty { return .close }
    let kind = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    var title = rest.dropFirst(kind.count).trimmed
    if title.hasPrefix("["), let end = title.lastIndex(of: "]") {
      title = String(title[..<end].dropFirst() + title[end...].dropFirst())
    }
    let name = kind.lowercased()
    return .open(kind: kinds.contains(name) ? name : nil, title: title.isEmpty ? nil : title)
  }

  /// `{% hint style="info" %}`, or `{% endhint %}`.
  private static func hint(_ text: String) -> Fence? {
    guard text.hasPrefix("{%"), text.hasSuffix("%}") else { return nil }
    let words = text.dropFirst(2).dropLast(2).trimmed
    if words == "endhint" { return .close }
    guard words.hasPrefix("hint") else { return nil }
    let style = words.parts(at: "\"").dropFirst().first.map(String.init)
    return .open(kind: style ?? "info", title: nil)
  }
}

/// The first line of a quote that is a callout, `> [!kind]- Title`.
enum Callout {
  private static let kinds: Set<String> = [
    "NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "SAY", "AVOID", "WHY", "OUTCOME",
  ]

  /// The lines that stand for it here; nil where it is none, or needs no change.
  static func lines(_ line: String) -> [String]? {
    let margin = line.prefix { $0 == ">" || $0 == " " }
    let rest = line.dropFirst(margin.count)
    guard margin.contains(">"), rest.hasPrefix("[!"), let end = rest.firstIndex(of: "]") else {
      return nil
    }
    let name = String(rest[..<end].dropFirst(2))
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
      return nil
    }
    var title = rest[end...].dropFirst()
    let isFolded = title.first == "-" || title.first == "+"
    if isFolded { title = title.dropFirst() }
    let words = title.trimmed
    let isKnown = kinds.contains(name.uppercased())
    if isKnown, words.isEmpty {
      let new = "\(margin)[!\(name.uppercased())]"
      return new == line ? nil : [new]
    }
    let kind = ForeignLines.alertKind(name).map { ["\(margin)[!\($0)]"] } ?? []
    let shown = words.isEmpty ? name.prefix(1).uppercased() + name.dropFirst() : words
    return kind + ["\(margin)**\(shown)**", margin.trimmed]
  }
}
