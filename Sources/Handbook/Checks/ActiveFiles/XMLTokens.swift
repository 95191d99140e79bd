// XML in pieces, for files whose programs must not hide: what is not plain is refused, never guessed.

internal import Text

/// The pieces of an XML file in UTF-8.
///
/// Browsers stop at the first mistake and read all before it in one way only. So the same holds here, and
/// what would need a grammar of its own (entities, other encodings) ends the reading with a problem.
///
/// - Source: XML 1.0, fifth edition.
struct XMLTokens {
  /// An attribute's name, and its value as written.
  struct Attribute {
    let name: ArraySlice<UInt8>
    let value: ArraySlice<UInt8>
    let range: Range<Int>
  }

  enum Token {
    case start(name: ArraySlice<UInt8>, [Attribute], isEmpty: Bool)
    case end(name: ArraySlice<UInt8>)
    /// Text; as written, or in a section that knows no escapes.
    case text(ArraySlice<UInt8>, isLiteral: Bool)
    /// A processing instruction, by its target.
    case instruction(ArraySlice<UInt8>, rest: ArraySlice<UInt8>)
    /// A comment, or a document type.
    case other
  }

  /// What cannot be read, and where.
  struct Problem: Error {
    let what: String
    let range: Range<Int>
  }

  private let bytes: [UInt8]
  /// Where the next piece begins.
  private(set) var index: Int

  /// - Throws: ``Problem`` where the bytes are no plain text in UTF-8.
  init(_ bytes: [UInt8]) throws(Problem) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let zero = bytes[...].position(of: 0) {
      throw Problem(what: "a zero byte", range: zero..<zero + 1)
    }
    do throws(UTF8.ValidationError) { _ = try UTF8Span(validating: bytes.span) } catch {
      throw Problem(what: "text that is not UTF-8", range: error.byteOffsets)
    }
    if let control = bytes.firstIndex(where: { $0 < 0x20 && !$0.isXMLSpace }) {
      throw Problem(what: "a control character", range: control..<control + 1)
    }
  }

  /// The next piece; nil at the end.
  mutating func next() throws(Problem) -> Token? {
    guard index < bytes.count else { return nil }
    if bytes[index] != UInt8(ascii: "<") {
      let end = bytes[index...].position(of: UInt8(ascii: "<")) ?? bytes.count
      defer { index = end }
      return .text(bytes[index..<end], isLiteral: false)
    }
    if stands("<!--") {
      _ = try take("<!--", upTo: "-->")
      return .other
    }
    if stands("<![CDATA[") { return .text(try take("<![CDATA[", upTo: "]]>"), isLiteral: true) }
    if stands("<?") { return instruction(try take("<?", upTo: "?>")) }
    if stands("<!DOCTYPE") { return try documentType() }
    return try stands("</") ? endTag() : startTag()
  }

  private func stands(_ mark: String) -> Bool { bytes[index...].starts(with: mark.utf8) }

  /// What stands between two marks, the first of which stands here; both are stepped over.
  private mutating func take(
    _ start: String, upTo end: String
  ) throws(Problem) -> ArraySlice<UInt8> {
    let from = index + start.utf8.count
    let last = UInt8(ascii: ">")
    var rest = bytes[from...]
    while let found = rest.position(of: last) {
      rest = bytes[(found + 1)...]
      let inside = bytes[from...found]
      if inside.count >= end.utf8.count, inside.suffix(end.utf8.count).elementsEqual(end.utf8) {
        index = found + 1
        return inside.dropLast(end.utf8.count)
      }
    }
    throw unclosed
  }

  private var unclosed: Problem {
    Problem(what: "markup that is not closed", range: index..<index + 1)
  }

  private func instruction(_ inside: ArraySlice<UInt8>) -> Token {
    let target = inside.prefix { !$0.isXMLSpace }
    return .instruction(target, rest: inside[target.endIndex...])
  }

  /// A document type without declarations of its own: browsers load none from elsewhere.
  private mutating func documentType() throws(Problem) -> Token {
    var quote: UInt8?
    for place in index + 2..<bytes.count {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        throw Problem(what: "entities of its own", range: index..<place)
      } else if byte == UInt8(ascii: ">") {
        index = place + 1
        return .other
      }
    }
    throw unclosed
  }

  private mutating func endTag() throws(Problem) -> Token {
    let name = name(from: index + 2)
    let end = skippingSpace(name.endIndex)
    guard !name.isEmpty, end < bytes.count, bytes[end] == UInt8(ascii: ">") else {
      throw unclosed
    }
    index = end + 1
    return .end(name: name)
  }

  private mutating func startTag() throws(Problem) -> Token {
    let name = name(from: index + 1)
    var place = name.endIndex
    var attributes: [Attribute] = []
    while !name.isEmpty {
      let next = skippingSpace(place)
      let rest = bytes[next...]
      let isEmpty = rest.starts(with: "/>".utf8)
      if isEmpty || rest.first == UInt8(ascii: ">") {
        index = next + (isEmpty ? 2 : 1)
        return .start(name: name, attributes, isEmpty: isEmpty)
      }
      guard next > place, let attribute = attribute(from: next) else { break }
      attributes.append(attribute)
      place = attribute.range.upperBound
    }
    throw Problem(what: "a tag that is not XML", range: index..<min(place + 1, bytes.count))
  }

  private func attribute(from start: Int) -> Attribute? {
    let name = name(from: start)
    let equals = skippingSpace(name.endIndex)
    guard !name.isEmpty, equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else {
      return nil
    }
    let open = skippingSpace(equals + 1)
    guard open < bytes.count,
      bytes[open] == UInt8(ascii: "\"") || bytes[open] == UInt8(ascii: "'"),
      let close = bytes[(open + 1)...].position(of: bytes[open])
    else { return nil }
    let value = bytes[open + 1..<close]
    if value.position(of: UInt8(ascii: "<")) != nil { return nil }
    return Attribute(name: name, value: value, range: start..<close + 1)
  }

  private func name(from start: Int) -> ArraySlice<UInt8> {
    bytes[min(start, bytes.count)...].prefix { byte in
      byte.isLetter || byte.isDigit || byte > 0x7F || ":-_.".utf8.contains(byte)
    }
  }

  private func skippingSpace(_ start: Int) -> Int {
    bytes[min(start, bytes.count)...].firstIndex { !$0.isXMLSpace } ?? bytes.count
  }
}

/// A text with `&lt;` as `<`; nil where it names an entity that XML itself does not know.
func withoutEntities(_ text: ArraySlice<UInt8>) -> [UInt8]? {
  var result: [UInt8] = []
  var rest = text
  while let sign = rest.position(of: UInt8(ascii: "&")) {
    result += rest[..<sign]
    rest = rest[(sign + 1)...]
    guard let end = rest.prefix(12).position(of: UInt8(ascii: ";")),
      let character = character(named: rest[..<end])
    else { return nil }
    result += Array(String(character).utf8)
    rest = rest[(end + 1)...]
  }
  return result + rest
}

private func character(named name: ArraySlice<UInt8>) -> Unicode.Scalar? {
  let text = String(decoding: name, as: UTF8.self)
  switch text {
  case "amp": return "&"
  case "lt": return "<"
  case "gt": return ">"
  case "quot": return "\""
  case "apos": return "'"
  default: break
  }
  guard name.first == UInt8(ascii: "#") else { return nil }
  let isHex = name.dropFirst().first == UInt8(ascii: "x")
  let code = UInt32(text.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
  return code.flatMap(Unicode.Scalar.init)
}

extension UInt8 {
  /// Whether it is white space to XML.
  var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
