// Tags of web pages, written so that what they mean outlasts pandoc.

/// Renames what pandoc knows nothing of.
///
/// - Source: HTML Living Standard, *Sections*; exports of Confluence (task lists) and Google Docs (lists
///   whose class tells their level).
enum HTMLTags {
  private static let sections: Set<String> = [
    "nav", "footer", "aside", "article", "header", "main", "details", "summary",
  ]
  private static let frames: Set<String> = ["iframe", "embed", "video", "audio", "source"]

  /// A page whose sections are divisions that say what they were, whose task lists have boxes, and whose
  /// frames are links.
  static func prepared(_ text: String) -> [UInt8] {
    let hasLevels = text.contains("lst-kix_")
    let isGoogle = hasLevels || text.contains("doc-content")
    // Google Docs writes spaces at the edges of a look so.
    let text = isGoogle ? text.replacing("&nbsp;", with: " ") : text
    var hasHead = text.contains(#/<head[\s>]/#.ignoresCase())
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      out += rest[..<start]
      rest = rest[start...]
      if rest.starts(with: "<!--".utf8) {
        rest = rest[end(of: rest, "-->")...]
        continue
      }
      let tag = Tag(rest)
      if tag.name == "script", !tag.isEnd {
        rest = rest[end(of: rest, "</script>")...]
        continue
      }
      // What nothing closes is not looked through again and again.
      if tag.end == rest.endIndex, !tag.name.isEmpty { break }
      let stop = tag.name.isEmpty ? start + 1 : tag.end + 1
      if tag.name == "title", !hasHead {
        // Without a head, which may be left out, it would be text.
        out += (tag.isEnd ? "</title></head>" : "<head><title>").utf8
        hasHead = tag.isEnd
      } else if let written = written(tag, hasLevels) {
        out += written.utf8
      } else {
        out += rest[..<stop]
      }
      rest = rest[stop...]
    }
    return out + rest
  }

  /// The index after a mark; the end where there is none.
  private static func end(of bytes: ArraySlice<UInt8>, _ mark: String) -> Int {
    let mark = Array(mark.utf8)
    var index = bytes.startIndex
    while index + mark.count <= bytes.endIndex {
      if zip(bytes[index...], mark).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
        return index + mark.count
      }
      index += 1
    }
    return bytes.endIndex
  }

  /// A tag as it is written now; nil where it stays as it is.
  private static func written(_ tag: Tag, _ hasLevels: Bool) -> String? {
    if sections.contains(tag.name) {
      return tag.isEnd ? "</div>" : "<div data-was=\"\(tag.name)\"\(tag.rest)>"
    }
    if frames.contains(tag.name), !tag.isEnd, let address = tag["src"] {
      return "<p><a href=\"\(address)\">\(address)</a></p>"
    }
    switch tag.name {
    case "ul" where hasLevels, "ol" where hasLevels:
      if tag.isEnd { return "</\(tag.name)></div>" }
      let level = tag["class"].flatMap(Self.level) ?? ""
      return "<div\(level.isEmpty ? "" : " data-level=\"\(level)\"")><\(tag.name)\(tag.rest)>"
    // Pandoc leaves out the cells of a row that has more of them than these.
    case "col", "colgroup": return ""
    case "li" where tag["data-inline-task-id"] != nil:
      let isDone = tag["class"]?.split(separator: " ").contains("checked") == true
      return "<li>\(isDone ? "☒" : "☐") "
    default: return nil
    }
  }

  /// The level of a list of Google Docs, from `lst-kix_abc-1`.
  private static func level(_ classes: String) -> String? {
    for name in classes.split(separator: " ") where name.hasPrefix("lst-kix_") {
      let digits = name.split(separator: "-").last ?? ""
      if digits.count == 1, digits.allSatisfy(\.isNumber) { return String(digits) }
    }
    return nil
  }

  /// A tag at the start of bytes.
  private struct Tag {
    let name: String
    let isEnd: Bool
    /// The index of its `>`; the end of the bytes where there is none.
    let end: Int
    /// What stands behind its name.
    let rest: String

    init(_ bytes: ArraySlice<UInt8>) {
      var body = bytes.dropFirst()
      isEnd = body.first == UInt8(ascii: "/")
      if isEnd { body = body.dropFirst() }
      let name = body.prefix {
        ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0)
      }
      self.name = String(decoding: name, as: UTF8.self).lowercased()
      var quote: UInt8?
      var index = name.endIndex
      if name.isEmpty { index = bytes.endIndex }
      while index < bytes.endIndex {
        let byte = bytes[index]
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: ">") {
          break
        }
        index += 1
      }
      end = index
      let isOne = index < bytes.endIndex
      let isClosed = isOne && index > name.endIndex && bytes[index - 1] == UInt8(ascii: "/")
      rest =
        isOne
        ? String(decoding: bytes[name.endIndex..<(isClosed ? index - 1 : index)], as: UTF8.self)
        : ""
    }

    /// The value of an attribute, as it is written between quotes.
    subscript(_ key: String) -> String? {
      for quote in ["\"", "'"] {
        guard let found = rest.firstRange(of: " \(key)=\(quote)") else { continue }
        return String(rest[found.upperBound...].prefix { String($0) != quote })
      }
      return nil
    }
  }
}
