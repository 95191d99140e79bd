// Which of the interface's words scripts ask for, so that pages need not carry the others.

internal import Handbook

/// The names in quotes of a theme's scripts.
struct ScriptWords: Sendable {
  private var names: Set<String> = []
  /// Names that end in a hyphen, to which scripts append the rest.
  private var beginnings: Set<String> = []

  init(_ scripts: [[UInt8]]) {
    for script in scripts { read(script) }
  }

  /// Takes every run of small letters, digits and hyphens that stands in quotes.
  private mutating func read(_ script: [UInt8]) {
    var start: Int?
    for (index, byte) in script.enumerated() {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        if let start, start < index { take(script[start..<index]) }
        start = index + 1
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"): break
      case UInt8(ascii: "$"):
        if let start, start < index { take(script[start..<index]) }
        start = nil
      default: start = nil
      }
    }
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    let name = String(decoding: bytes, as: UTF8.self)
    if bytes.last == UInt8(ascii: "-") { beginnings.insert(name) } else { names.insert(name) }
  }

  /// Whether a script may ask for the words of a key.
  func hold(_ key: String) -> Bool {
    if names.contains(key) { return true }
    return key.indices.contains { key[$0] == "-" && beginnings.contains(String(key[...$0])) }
  }
}
