// Where the targets of links are written, so that they can be changed.

internal import CommonMark

extension Page {
  /// Where each link's target is written, in the order of ``links``, as bytes of the file.
  ///
  /// Links that share a definition share its place. Nil where the place is not certain.
  package func destinationRanges() -> [[Range<Int>]?] {
    var places = InlinePlaces(self)
    let direct = links.map { link -> Range<Int>? in
      let place = places.place(of: link)
      return file.bytes[place].elementsEqual(link.destination.utf8) ? place : nil
    }
    if direct.allSatisfy({ $0 != nil }) { return direct.map { $0.map { [$0] } } }
    let written = writtenDestinations()
    let known = Set(direct.compactMap { $0?.lowerBound })
    return zip(links, direct).map { link, place in
      if let place { return [place] }
      let others = written.filter {
        $0.destination == link.destination && !known.contains($0.range.lowerBound)
      }
      return others.isEmpty ? nil : others.map(\.range)
    }
  }

  private typealias Written = (range: Range<Int>, destination: String)

  /// Every target behind `](`, and every one of a line `[name]:`, code left out.
  private func writtenDestinations() -> [Written] {
    let code = tree.nodes.enumerated().filter { $0.element.kind == .codeBlock }.map {
      text.blockRange(of: $0.offset)
    }
    var result: [Written] = []
    var index = bodyText.startIndex
    while index + 1 < file.bytes.count {
      defer { index += 1 }
      guard file.bytes[index] == UInt8(ascii: "]"), !code.contains(where: { $0.contains(index) })
      else { continue }
      switch file.bytes[index + 1] {
      case UInt8(ascii: "("): if let found = written(from: index + 2) { result.append(found) }
      case UInt8(ascii: ":") where isDefinition(index):
        if let found = written(from: index + 2) { result.append(found) }
      default: continue
      }
    }
    return result
  }

  /// Whether the `]` before a colon closes a name that begins its line.
  ///
  /// - Source: CommonMark 0.31, section 4.7; quotes and list marks may stand before it.
  private func isDefinition(_ bracket: Int) -> Bool {
    let line = file.range(ofLine: file.lines.position(of: bracket).line)
    let first = file.bytes[line].first { !" \t>-*+".utf8.contains($0) }
    return first == UInt8(ascii: "[")
  }

  /// The target that begins at an offset, spaces before it left out.
  private func written(from start: Int) -> Written? {
    var start = start
    let bytes = file.bytes
    while start < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[start]) { start += 1 }
    guard start < bytes.count else { return nil }
    let isAngled = bytes[start] == UInt8(ascii: "<")
    if isAngled { start += 1 }
    var (end, depth) = (start, 0)
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\\") {
        end += 2
        continue
      }
      if isAngled ? byte == UInt8(ascii: ">") : byte <= 0x20 { break }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")"), !isAngled {
        if depth == 0 { break }
        depth -= 1
      }
      end += 1
    }
    end = min(end, bytes.count)
    guard end > start else { return nil }
    return (start..<end, Self.unescaped(bytes[start..<end]))
  }

  /// A target as the parser reads it: backslashes before punctuation gone, `&amp;` as `&`.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), let next = rest.first, next < 0x80,
        !Character(Unicode.Scalar(next)).isLetter, !Character(Unicode.Scalar(next)).isNumber
      {
        result.append(next)
        rest = rest.dropFirst()
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self).replacing("&amp;", with: "&")
  }
}
