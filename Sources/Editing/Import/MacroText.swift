// A macro's text as help desks export it, HTML and all, as a cell of a table.

internal import Handbook

/// Turns HTML into Markdown as far as a line to say needs it.
struct MacroText {
  private var text = ""
  /// The target of the link that is open.
  private var target: String?

  /// The text with a line for each paragraph or item; as it is where it holds no HTML.
  static func plain(_ source: String) -> String {
    let bytes = Array(source.utf8)[...]
    var scanner = RawScanner(bytes)
    var macro = MacroText()
    var isHTML = false
    while true {
      let start = scanner.index
      guard let piece = scanner.next() else { break }
      switch piece {
      case .text(let range): macro.write(bytes[range])
      case .start(let name, _) where !HTMLNames.known.contains(name),
        .end(let name) where !HTMLNames.known.contains(name):
        macro.write(bytes[start..<scanner.index])
      case .start(let name, let attributes):
        isHTML = true
        let target = name == "a" ? scanner.value(of: "href", in: attributes) : nil
        macro.begin(name, target.map { String(decoding: bytes[$0], as: UTF8.self) })
      case .end(let name):
        isHTML = true
        macro.end(name)
      case .code, .nothing: isHTML = true
      }
    }
    guard isHTML else { return source }
    return macro.text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  /// Text that means nothing to Markdown; what stands on several lines of HTML is one.
  private mutating func write(_ bytes: ArraySlice<UInt8>) {
    let words = String(decoding: CharacterReferences.decoded(bytes) ?? Array(bytes), as: UTF8.self)
    for character in words {
      if "\\`*_[]<>".contains(character) { text.append("\\") }
      text.append(character.isNewline ? " " : character)
    }
  }

  private mutating func begin(_ name: String, _ link: String?) {
    if name == "br" || HTMLNames.parts(name) { text.append("\n") }
    if let mark = Self.mark(name) { text += mark }
    if let link, ["http", "https", "mailto", "tel"].contains(Handbook.scheme(of: link) ?? ""),
      !link.contains(where: { " ()<>|".contains($0) })
    {
      target = link
      text.append("[")
    }
  }

  private mutating func end(_ name: String) {
    if let mark = Self.mark(name) { text += mark }
    if HTMLNames.parts(name) { text.append("\n") }
    if name == "a", let link = target {
      text += "](\(link))"
      target = nil
    }
  }

  private static func mark(_ name: String) -> String? {
    switch name {
    case "b", "strong": "**"
    case "i", "em": "*"
    default: nil
    }
  }
}
