// What stands at the place where the cursor is.

internal import Handbook

/// A link of a page and where it leads.
struct LinkAtPlace {
  /// Bytes of the file, from its bracket to the end of its target.
  let range: Range<Int>
  /// Bytes of its target.
  let target: Range<Int>
  let resolution: LinkResolution

  /// The link around a byte of a page; nil where there is none.
  init?(_ offset: Int, on page: Page, in handbook: Handbook) {
    guard let index = handbook.page(at: page.path.text) else { return nil }
    let ranges = page.destinationRanges()
    for (link, places) in ranges.enumerated() {
      for place in places ?? [] {
        let start = Self.start(of: place, in: page.file)
        if start <= offset, offset <= place.upperBound {
          (range, target) = (start..<place.upperBound, place)
          resolution = handbook.resolutions[index][link]
          return
        }
      }
    }
    return nil
  }

  /// The bracket that opens the text of the link with this target, on the same line.
  private static func start(of target: Range<Int>, in file: SourceFile) -> Int {
    let line = file.range(ofLine: file.lines.position(of: target.lowerBound).line)
    var depth = 0
    for index in stride(from: target.lowerBound - 1, through: line.lowerBound, by: -1) {
      switch file.bytes[index] {
      case UInt8(ascii: "]"): depth += 1
      case UInt8(ascii: "["):
        depth -= 1
        if depth == 0 { return index }
      default: continue
      }
    }
    return target.lowerBound
  }
}

extension Page {
  /// The phrase whose row or box holds a byte.
  func phrase(at offset: Int) -> Phrase? {
    phrases.first { text.blockRange(of: $0.node).contains(offset) }
  }

  /// The heading whose line holds a byte.
  func heading(at offset: Int) -> Heading? {
    headings.first { heading in
      let range = firstLine(of: heading.node)
      return range.lowerBound <= offset && offset <= range.upperBound
    }
  }

  /// The name of the placeholder round a byte, and where it stands.
  func placeholder(at offset: Int) -> (name: String, range: Range<Int>)? {
    let line = file.range(ofLine: file.lines.position(of: offset).line)
    let bytes = file.bytes
    var start = line.lowerBound
    while start + 3 < line.upperBound {
      defer { start += 1 }
      guard bytes[start...].starts(with: "{{".utf8) else { continue }
      var end = start + 2
      while end < line.upperBound, !bytes[end...].starts(with: "}}".utf8) { end += 1 }
      guard end < line.upperBound, start <= offset, offset <= end + 2 else { continue }
      let words = String(decoding: bytes[start + 2..<end], as: UTF8.self).split(separator: " ")
      return words.first.map { (String($0), start..<end + 2) }
    }
    return nil
  }
}
