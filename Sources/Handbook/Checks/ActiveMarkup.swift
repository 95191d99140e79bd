// Looks for programs in XML without parsing it: nothing that a parser sees can hide from it.

/// A search for scripts, handlers and addresses in the bytes of an SVG or other XML file.
///
/// It knows no comments and no quotes, so that what one parser takes for text and another for
/// markup is found in either case. Harmless text in a comment can be found too; the editor then
/// removes it.
struct ActiveMarkup {
  private let bytes: [UInt8]
  private var index = 0

  /// Elements that run or embed something, whatever their prefix.
  private static let elements: Set<String> = [
    "script", "foreignobject", "handler", "listener", "iframe", "object", "embed", "applet", "html",
    "body", "base", "form", "input", "button", "link", "meta", "audio", "video", "frame",
    "frameset",
    "img", "math", "stylesheet", "transform",
  ]
  /// Attributes that hold an address.
  private static let addresses: Set<String> = ["href", "src", "action", "data", "formaction"]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The first thing that could run or fetch; nil where there is none.
  mutating func find() -> (what: String, range: Range<Int>)? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      return ("text that is not UTF-8", error.byteOffsets)
    }
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      index += 1
      if byte == 0 { return ("a zero byte", start..<index) }
      if byte == UInt8(ascii: "<"), let what = tag() { return (what, start..<index) }
      if Self.separates(byte), let what = attribute() { return (what, start + 1..<index) }
    }
    return nil
  }

  /// What stands after `<`.
  private mutating func tag() -> String? {
    let name = word(from: index)
    let text = lowercased(name)
    if text.hasPrefix("!entity") { return "an entity" }
    if text.hasPrefix("?xml-stylesheet") { return "a style sheet from elsewhere" }
    let local = text.split(separator: ":", omittingEmptySubsequences: false).last.map(String.init)
    guard let local, Self.elements.contains(local) else { return nil }
    index = name.upperBound
    return "the element <\(local)>"
  }

  /// What stands after a blank or a quote.
  private mutating func attribute() -> String? {
    let name = word(from: index)
    if name.isEmpty { return nil }
    var place = skippingSpace(name.upperBound)
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return nil }
    let text = lowercased(name)
    let local = text.split(separator: ":").last.map(String.init) ?? text
    if local.hasPrefix("on"), local.count > 2 {
      index = name.upperBound
      return "the handler \(local)"
    }
    place = skippingSpace(place + 1)
    guard place < bytes.count,
      bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'")
    else { return nil }
    let end = bytes[(place + 1)...].firstIndex(of: bytes[place]) ?? bytes.count
    let value = lowercased(place + 1..<end)
    let isNamespace = text.hasPrefix("xmlns")
    guard let what = isNamespace ? namespaceProblem(value) : problem(local, value) else {
      return nil
    }
    index = end
    return what
  }

  private func namespaceProblem(_ value: String) -> String? {
    value.contains("xhtml") || value.contains("&") ? "HTML" : nil
  }

  private func problem(_ name: String, _ value: String) -> String? {
    if name == "attributename" {
      let target = value.split(separator: ":").last ?? ""
      return Self.addresses.contains(String(target)) || target.hasPrefix("on")
        || value.contains("&")
        ? "an animation of an address" : nil
    }
    if !Self.addresses.contains(name) { return nil }
    let isPicture = value.hasPrefix("data:image/") && !value.hasPrefix("data:image/svg")
    if value.hasPrefix("#") || isPicture { return nil }
    let isPlain =
      !value.contains(":") && !value.contains("&") && !value.hasPrefix("/")
      && !value.contains("\\")
    return isPlain ? nil : "an address that is not in the file"
  }

  private func word(from start: Int) -> Range<Int> {
    let end = bytes[start...].firstIndex { byte in
      !((0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte > 0x7F
        || "!?:-_.".utf8.contains(byte))
    }
    return start..<(end ?? bytes.count)
  }

  private func skippingSpace(_ start: Int) -> Int {
    bytes[min(start, bytes.count)...].firstIndex { $0 > 0x20 } ?? bytes.count
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  private static func separates(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "/")
  }
}
