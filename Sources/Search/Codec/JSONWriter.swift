// JSON as bytes, in the order it is written, safe inside a script.

internal import Text

/// Writes JSON without white space; commas are its own business.
struct JSONWriter {
  private(set) var bytes: [UInt8]
  private var needsComma = false

  /// Goes on behind `head`, such as the beginning of a script.
  init(after head: [UInt8] = []) { bytes = head }

  mutating func reserve(_ size: Int) { bytes.reserveCapacity(bytes.count + size) }

  /// Ends the writing with what is no JSON, such as the end of a script.
  mutating func end(_ tail: [UInt8]) { bytes.append(contentsOf: tail) }

  /// Forgets what was written, but keeps its room.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Begins a run of values that is cut out later: no comma stands before it.
  mutating func beginPiece() { needsComma = false }

  mutating func beginArray() { open(UInt8(ascii: "[")) }
  mutating func endArray() { close(UInt8(ascii: "]")) }
  mutating func beginObject() { open(UInt8(ascii: "{")) }
  mutating func endObject() { close(UInt8(ascii: "}")) }

  mutating func key(_ name: StaticString) { key(name.description) }

  mutating func key(_ name: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func number(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  mutating func string(_ value: String) { string([UInt8](value.utf8)) }

  /// Writes a string, escaping what JSON must and what could end a script or a line of it.
  ///
  /// - Parameter value: valid UTF-8.
  mutating func string(_ value: [UInt8]) {
    separate()
    JSON.quote(value, isInMarkup: true, to: &bytes)
    needsComma = true
  }

  /// Writes a string of base64 digits, none of which need escaping.
  mutating func digits(_ value: [UInt8]) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: value)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  mutating func strings(_ values: [String]) {
    beginArray()
    for value in values { string(value) }
    endArray()
  }

  /// Writes a list of lists.
  mutating func numbers(_ lists: [[Int]]) {
    beginArray()
    for list in lists {
      beginArray()
      for value in list { number(value) }
      endArray()
    }
    endArray()
  }

  /// Writes a member whose value is a string.
  mutating func member(_ name: StaticString, _ value: [UInt8]) {
    key(name)
    string(value)
  }

  /// Writes a member whose value is a string of base64 digits.
  mutating func member(_ name: StaticString, digits value: [UInt8]) {
    key(name)
    digits(value)
  }

  /// Writes finished JSON, such as the inside of another writer.
  mutating func raw(_ json: ArraySlice<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }
}
