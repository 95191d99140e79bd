// Scripts without what only their authors read.

/// Takes comments, indentation and needless spaces and line ends off a script; strings, templates
/// and regular expressions stay as they are.
///
/// A line's end is kept wherever it could end a statement.
struct ScriptCompaction {
  private let script: [UInt8]
  private var index = 0
  private var result: [UInt8] = []
  /// White space that has been read and not yet written: a space, or a line's end.
  private var gap: UInt8?

  static func of(_ script: [UInt8]) -> [UInt8] {
    var compaction = ScriptCompaction(script: script)
    while compaction.index < script.count { compaction.step() }
    return compaction.result + (compaction.result.isEmpty ? [] : [0x0A])
  }

  private init(script: [UInt8]) {
    self.script = script
    result.reserveCapacity(script.count)
  }

  private mutating func step() {
    let byte = script[index]
    switch byte {
    case 0x0A, 0x0D:
      gap = 0x0A
      index += 1
    case 0x20, 0x09:
      gap = gap ?? 0x20
      index += 1
    case UInt8(ascii: "/") where next == UInt8(ascii: "/"): skipLine()
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"): skipBlock()
    case UInt8(ascii: "/") where beginsExpression: copy(through: endOfPattern())
    case UInt8(ascii: "'"), UInt8(ascii: "\""): copy(through: endOfString(from: index))
    case UInt8(ascii: "`"): copy(through: endOfTemplate(from: index))
    default: copy(through: index)
    }
  }

  private var next: UInt8? { index + 1 < script.count ? script[index + 1] : nil }

  private mutating func skipLine() {
    while index < script.count, script[index] != 0x0A { index += 1 }
  }

  private mutating func skipBlock() {
    index += 2
    while index < script.count {
      if script[index] == UInt8(ascii: "*"), next == UInt8(ascii: "/") { break }
      if script[index] == 0x0A { gap = 0x0A }
      index += 1
    }
    index = min(index + 2, script.count)
    gap = gap ?? 0x20
  }

  /// Writes what stands up to and with a place, after the gap before it if that parts anything.
  private mutating func copy(through last: Int) {
    if let gap, let before = result.last, parts(before, script[index], gap) { result.append(gap) }
    gap = nil
    result += script[index...min(last, script.count - 1)]
    index = last + 1
  }

  private func parts(_ before: UInt8, _ after: UInt8, _ gap: UInt8) -> Bool {
    if gap == 0x0A { return !"{([,;".utf8.contains(before) && !"})],;.".utf8.contains(after) }
    if Self.isWord(before), Self.isWord(after) { return true }
    // `a + +b`, and a slash that would begin a comment.
    return before == after && "+-/".utf8.contains(before)
  }
}

extension ScriptCompaction {
  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
      || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Whether a slash begins a regular expression: no value stands before it that it could divide.
  private var beginsExpression: Bool {
    guard let last = result.last else { return true }
    if last == UInt8(ascii: ")") || last == UInt8(ascii: "]") || last == UInt8(ascii: "}") {
      return false
    }
    if !Self.isWord(last) { return true }
    let word = result.reversed().prefix { Self.isWord($0) }.reversed()
    return ["return", "typeof", "case", "in", "of"].contains { $0.utf8.elementsEqual(word) }
  }

  private func endOfPattern() -> Int {
    var place = index + 1
    var isInClass = false
    while place < script.count, script[place] != 0x0A {
      switch script[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/"): if !isInClass { return place }
      default: break
      }
      place += 1
    }
    return place - 1
  }

  private func endOfString(from start: Int) -> Int {
    var place = start + 1
    while place < script.count, script[place] != script[start] {
      place += script[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return place
  }

  /// The end of a template literal; those inside its holes are passed over whole.
  private func endOfTemplate(from start: Int) -> Int {
    var place = start + 1
    var depth = 0
    while place < script.count {
      switch script[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "`"):
        if depth == 0 { return place }
        place = endOfTemplate(from: place)
      case UInt8(ascii: "'") where depth > 0, UInt8(ascii: "\"") where depth > 0:
        place = endOfString(from: place)
      case UInt8(ascii: "{"):
        if depth > 0 || script[place - 1] == UInt8(ascii: "$") { depth += 1 }
      case UInt8(ascii: "}"): if depth > 0 { depth -= 1 }
      default: break
      }
      place += 1
    }
    return place
  }
}
