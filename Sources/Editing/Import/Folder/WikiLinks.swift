// Links in double brackets, as Obsidian and its like write them.

internal import Handbook
internal import Text

/// One link between `[[` and `]]`.
///
/// - Source: Obsidian's help, *Internal links* and *Embed files*.
struct WikiLink {
  let target: String
  let heading: String?
  let shown: String?
  let isEmbedded: Bool

  init(_ inside: Substring, isEmbedded: Bool) {
    let (before, behind) = inside.cut(at: "|")
    // In a table the bar is escaped.
    let (path, anchor) = (before.hasSuffix("\\") ? before.dropLast() : before).cut(at: "#")
    target = path.trimmed
    heading = anchor.map { String($0.trimmed) }
    shown = behind.map { String($0.trimmed) }
    self.isEmbedded = isEmbedded
  }

  /// What stands in the text where the link says nothing else.
  var words: String {
    if let shown, !shown.isEmpty { return shown }
    let names = [target, heading ?? ""].filter { !$0.isEmpty }
    return names.joined(separator: " › ")
  }

  /// The heading as an address; a block has none.
  var anchor: String {
    guard let last = heading?.parts(at: "#").last, !last.isEmpty, !last.begins(with: "^") else {
      return ""
    }
    return "#" + Slug.base(String(last))
  }

  var isPicture: Bool {
    guard isEmbedded, let end = target.lowercased().parts(at: ".").last else { return false }
    return PictureFile.shown.contains(String(end))
  }

  /// A text with its links replaced.
  static func replacing(in text: String, _ change: (WikiLink) -> String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[["),
      let close = rest[open.upperBound...].firstRange(of: "]]")
    {
      let inside = rest[open.upperBound..<close.lowerBound]
      if inside.contains("[") || inside.allSatisfy(\.isWhitespace) {
        result += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
        continue
      }
      var before = rest[..<open.lowerBound]
      let isEmbedded = before.last == "!"
      if isEmbedded { before.removeLast() }
      result += before + change(WikiLink(inside, isEmbedded: isEmbedded))
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
