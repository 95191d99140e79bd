// Random damage to texts, the same in every run.

import TestSupport

/// One damaged text after another.
struct Mutation {
  private var random: SeededGenerator

  /// What editors' slips are made of.
  private static let scraps = [
    "---\n", "\n", "#", "> ", "> [!SAY]\n", "> [!OUTCOME]\n", "| ", "| Say |\n| --- |\n", "- ",
    "1. ", "[", "](",
    ")", "<", ">", "<!--", "-->", "<!-- deskbook: allow raw-html x -->", "{{", "}}", "\\", "`",
    "```\n", "*", "&amp;",
    "\t", "    ", "\r", "\r\n", ": ", "\"", "'", "é", "\u{2028}", "\u{85}", "[^1]", "[^1]: x\n",
    "{%", "<div>", "---",
    "card: {rows: [1, 9], back: [x]}\n", "scenarios:\n", "&a ", "*a ", "\u{0}", "=\n", "![](",
    "~~", "\u{FEFF}",
  ]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A text with one to four slips in it, as UTF-8.
  mutating func damage(_ text: [UInt8]) -> [UInt8] {
    var bytes = text
    for _ in 0..<Int.random(in: 1...4, using: &random) { slip(&bytes) }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private mutating func slip(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0 where place < bytes.count:
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.removeSubrange(place...)
    case 2: bytes.removeSubrange(..<place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + 9))
    case 4: move(line: place, in: &bytes, keeping: true)
    case 5: move(line: place, in: &bytes, keeping: false)
    default:
      let scrap = Self.scraps.randomElement(using: &random) ?? ""
      bytes.insert(contentsOf: scrap.utf8, at: place)
    }
  }

  /// Puts a line elsewhere, or a copy of it.
  private mutating func move(line place: Int, in bytes: inout [UInt8], keeping: Bool) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let index = lines.indices.randomElement(using: &random) else { return }
    let line = keeping ? lines[index] : lines.remove(at: index)
    lines.insert(line, at: place % (lines.count + 1))
    bytes = Array(lines.joined(separator: [0x0A]))
  }
}
