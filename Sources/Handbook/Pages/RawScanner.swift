// Cuts raw HTML into tags and the text between them.

/// Reads raw HTML from front to back and passes over what no reader sees.
///
/// Scripts and styles go with their content, as do comments, declarations, instructions and CDATA
/// sections; without their end they reach to the end of the text.
///
/// - Source: *Raw HTML*, CommonMark 0.29 section 6.10, and for tags that break its rules *Tag open
///   state*, HTML standard section 13.2.5.6, cut short at the next `<`.
package struct RawScanner {
  package enum Piece: Equatable {
    /// Text with its character references; a `<` in it begins no tag.
    case text(Range<Int>)
    /// A tag; its name is in lower case.
    case start(name: String, attributes: Range<Int>)
    case end(name: String)
    /// A script or a style; `isWhole` tells whether its end was found.
    case code(name: String, isWhole: Bool)
    case nothing
  }

  private let bytes: ArraySlice<UInt8>
  /// Where the next piece begins.
  package private(set) var index: Int
  private let end: Int
  /// Bytes that may still be read in vain, so that no input takes squared time.
  private var patience: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
    end = bytes.endIndex
    patience = bytes.count * 4
  }

  /// The next piece; nil at the end.
  package mutating func next() -> Piece? {
    guard index < end else { return nil }
    if let piece = markup() { return piece }
    let start = index
    index = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? end
    return .text(start..<index)
  }

  /// What `<` begins, unless it is text; moves behind it.
  private mutating func markup() -> Piece? {
    guard bytes[index] == UInt8(ascii: "<") else { return nil }
    if starts("<!--", at: index) { return skip(past: "-->", from: index + 2) }
    if starts("<![CDATA[", at: index) { return skip(past: "]]>", from: index + 9) }
    if starts("<?", at: index) { return skip(past: "?>", from: index + 2) }
    if starts("<!", at: index), isLetter(at: index + 2) {
      return skip(past: ">", from: index + 2)
    }
    if starts("</", at: index), isLetter(at: index + 2) {
      let name = name(at: index + 2)
      guard let close = plainClose(from: name.upperBound) else { return nil }
      index = close
      return .end(name: word(name))
    }
    return isLetter(at: index + 1) ? startTag() : nil
  }

  private mutating func skip(past mark: String, from start: Int) -> Piece {
    index = find(mark, from: start).map { $0 + mark.utf8.count } ?? end
    return .nothing
  }

  private mutating func startTag() -> Piece? {
    let name = name(at: index + 1)
    guard let close = tagClose(from: name.upperBound) ?? plainClose(from: name.upperBound) else {
      return nil
    }
    index = close
    let word = word(name)
    guard word == "script" || word == "style" else {
      return .start(name: word, attributes: name.upperBound..<close - 1)
    }
    let codeEnd = codeEnd(of: word)
    index = codeEnd ?? end
    return .code(name: word, isWhole: codeEnd != nil)
  }

  /// The end of a script or style that has just begun.
  private func codeEnd(of element: String) -> Int? {
    var start = index
    while let slash = find("</", from: start) {
      let name = name(at: slash + 2)
      if word(name) == element { return plainClose(from: name.upperBound) }
      start = max(name.upperBound, slash + 2)
    }
    return nil
  }

  /// The end of a tag that keeps the rules, from behind its name.
  private mutating func tagClose(from start: Int) -> Int? {
    var place = start
    while patience > 0 {
      let next = skippingSpace(from: place)
      if next < end, bytes[next] == UInt8(ascii: ">") { return next + 1 }
      if starts("/>", at: next) { return next + 2 }
      guard next > place, let attribute = attribute(at: next) else {
        patience -= next - start
        return nil
      }
      place = attribute.end
    }
    return nil
  }

  /// The index after the next `>`; nil where a `<` comes first.
  private func plainClose(from start: Int) -> Int? {
    let close = bytes[start...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
    return close.flatMap { bytes[$0] == UInt8(ascii: ">") ? $0 + 1 : nil }
  }
}

extension RawScanner {
  private struct Attribute {
    let name: Range<Int>
    /// Without quotes; empty where there is none.
    let value: Range<Int>
    let end: Int
  }

  /// The value of an attribute that a tag has, empty for one without; the first counts.
  package mutating func value(of name: String, in attributes: Range<Int>) -> Range<Int>? {
    var place = attributes.lowerBound
    while place < attributes.upperBound {
      guard let attribute = attribute(at: skippingSpace(from: place)) else { return nil }
      if word(attribute.name) == name { return attribute.value }
      place = attribute.end
    }
    return nil
  }

  private mutating func attribute(at start: Int) -> Attribute? {
    guard isLetter(at: start) || starts("_", at: start) || starts(":", at: start) else {
      return nil
    }
    let nameEnd = bytes[start...].firstIndex { !Self.isInAttributeName($0) } ?? end
    let name = start..<nameEnd
    let equals = skippingSpace(from: nameEnd)
    guard starts("=", at: equals) else {
      return Attribute(name: name, value: nameEnd..<nameEnd, end: nameEnd)
    }
    let first = skippingSpace(from: equals + 1)
    guard first < end else { return nil }
    if bytes[first] == UInt8(ascii: "\"") || bytes[first] == UInt8(ascii: "'") {
      guard let close = bytes[(first + 1)...].firstIndex(of: bytes[first]) else {
        patience -= end - first
        return nil
      }
      return Attribute(name: name, value: first + 1..<close, end: close + 1)
    }
    let close = bytes[first...].firstIndex { Self.endsPlainValue($0) } ?? end
    return close > first ? Attribute(name: name, value: first..<close, end: close) : nil
  }

  private static func isInAttributeName(_ byte: UInt8) -> Bool {
    isInTagName(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":")
  }

  private static func isInTagName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static func endsPlainValue(_ byte: UInt8) -> Bool {
    isSpace(byte) || "\"'=<>`".utf8.contains(byte)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func isLetter(at place: Int) -> Bool { place < end && Self.isLetter(bytes[place]) }

  private func name(at start: Int) -> Range<Int> {
    start..<(bytes[start...].firstIndex { !Self.isInTagName($0) } ?? end)
  }

  private func word(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  private func skippingSpace(from start: Int) -> Int {
    bytes[start...].firstIndex { !Self.isSpace($0) } ?? end
  }

  private func starts(_ mark: String, at place: Int) -> Bool {
    place < end && bytes[place...].starts(with: mark.utf8)
  }

  private func find(_ mark: String, from start: Int) -> Int? {
    guard let first = mark.utf8.first else { return nil }
    var place = start
    while let next = bytes[min(place, end)...].firstIndex(of: first) {
      if starts(mark, at: next) { return next }
      place = next + 1
    }
    return nil
  }
}
