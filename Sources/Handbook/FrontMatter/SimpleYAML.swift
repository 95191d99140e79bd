// The YAML that nearly all front matter is, read without the parser.

/// Reads keys at the start of lines with values on one line: plain text, text in double quotes, a
/// list in brackets, or a list with a line for each item.
///
/// Whatever else stands anywhere in the text is left to the parser, which also says what is wrong:
/// other keys and quotes, escapes, comments, empty lines and values, nesting, repeated keys. A test
/// reads texts in both ways. The parser would take a good part of the time in which a page is read.
struct SimpleYAML {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  /// The value of a text, or nil where the parser has to read it.
  static func read(_ range: Range<Int>, of file: SourceFile) -> YAML? {
    var reader = SimpleYAML(bytes: file.bytes, end: range.upperBound, index: range.lowerBound)
    return reader.mapping()
  }

  private init(bytes: [UInt8], end: Int, index: Int) {
    (self.bytes, self.end, self.index) = (bytes, end, index)
  }

  private mutating func mapping() -> YAML? {
    let range = index..<lineEnd(from: index)
    var entries: [YAML.Entry] = []
    while index < end {
      guard let key = key(), !entries.contains(where: { $0.key == text(key) }), let value = value()
      else { return nil }
      entries.append(YAML.Entry(key: text(key), keyRange: key, value: value))
    }
    return entries.isEmpty ? nil : YAML(content: .mapping(entries), range: range)
  }

  /// A key and its colon.
  private mutating func key() -> Range<Int>? {
    let start = index
    while let byte = byte, Self.isInKey(byte) { index += 1 }
    let key = start..<index
    guard !key.isEmpty, key.count <= 64, Self.isLetter(bytes[start]), pass(UInt8(ascii: ":")) else {
      return nil
    }
    return key
  }

  /// What stands behind a colon, with the end of its line or lines.
  private mutating func value() -> YAML? {
    if endLine() { return lines() }
    guard byte == 0x20 else { return nil }
    skipSpaces()
    let value = byte == UInt8(ascii: "[") ? list() : scalar(inList: false)
    skipSpaces()
    return endLine() ? value : nil
  }

  private mutating func scalar(inList: Bool) -> YAML? {
    if byte == UInt8(ascii: "\"") { return quoted() }
    let start = index
    guard let first = byte, Self.isLetter(first) || Self.isDigit(first) else { return nil }
    while let byte, byte != 0x0A {
      if inList, ",]".utf8.contains(byte) { break }
      // A colon or a hash may end the text; in lists more signs have a meaning.
      if ":#".utf8.contains(byte) || inList && "[{}?".utf8.contains(byte) { return nil }
      guard passCharacter() else { return nil }
    }
    let last = bytes[start..<index].lastIndex { $0 != 0x20 } ?? start
    return scalar(start..<last + 1)
  }

  private mutating func quoted() -> YAML? {
    index += 1
    let start = index
    while let byte, byte != UInt8(ascii: "\"") {
      guard byte != UInt8(ascii: "\\"), passCharacter() else { return nil }
    }
    let range = start..<index
    guard pass(UInt8(ascii: "\"")), !range.isEmpty else { return nil }
    return scalar(range)
  }

  private func scalar(_ range: Range<Int>) -> YAML {
    YAML(content: .scalar(text(range)), range: range)
  }

  /// `[one, two]`.
  private mutating func list() -> YAML? {
    let range = index..<lineEnd(from: index)
    var items: [YAML] = []
    repeat {
      index += 1
      skipSpaces()
      guard let item = scalar(inList: true) else { return nil }
      items.append(item)
      skipSpaces()
    } while byte == UInt8(ascii: ",")
    return pass(UInt8(ascii: "]")) ? YAML(content: .list(items), range: range) : nil
  }

  /// A line for each item, all of them set in by as much.
  private mutating func lines() -> YAML? {
    let indent = spaces()
    let range = index + indent..<lineEnd(from: index)
    var items: [YAML] = []
    while indent > 0, spaces() == indent {
      index += indent
      guard pass(UInt8(ascii: "-")), byte == 0x20 else { return nil }
      skipSpaces()
      guard let item = scalar(inList: false) else { return nil }
      items.append(item)
      skipSpaces()
      guard endLine() else { return nil }
    }
    return items.isEmpty ? nil : YAML(content: .list(items), range: range)
  }
}

extension SimpleYAML {
  private var byte: UInt8? { index < end ? bytes[index] : nil }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func pass(_ sign: UInt8) -> Bool {
    guard byte == sign else { return false }
    index += 1
    return true
  }

  private mutating func skipSpaces() { while byte == 0x20 { index += 1 } }

  /// Spaces from here on.
  private func spaces() -> Int { bytes[index..<end].prefix { $0 == 0x20 }.count }

  private mutating func endLine() -> Bool { index == end || pass(0x0A) }

  private func lineEnd(from start: Int) -> Int {
    bytes[start..<end].firstIndex(of: 0x0A) ?? end
  }

  /// Passes a character that means nothing to YAML: printable ASCII, letters of Latin 1, and dashes,
  /// quotation marks and dots.
  private mutating func passCharacter() -> Bool {
    guard let byte else { return false }
    if (0x20...0x7E).contains(byte) {
      index += 1
      return true
    }
    if byte == 0xC3, index + 1 < end {
      index += 2
      return true
    }
    guard byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80,
      (0x90...0xA6).contains(bytes[index + 2])
    else { return false }
    index += 3
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isInKey(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
  }
}
