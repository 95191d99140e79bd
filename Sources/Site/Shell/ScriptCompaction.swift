// Scripts without what only their authors read.

/// Takes comments on lines of their own, indentation and empty lines off a script.
///
/// Nothing else is touched, and a script with a template literal or a block comment, in which such
/// lines may mean something, stays as it is.
enum ScriptCompaction {
  static func of(_ script: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(script.count)
    for line in script.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 || $0 == 0x09 }
      if text.isEmpty || text.starts(with: "//".utf8) { continue }
      result += text
      result.append(0x0A)
    }
    let isSafe =
      !result.contains(UInt8(ascii: "`")) && result.firstRange(of: Array("/*".utf8)) == nil
      && result.firstRange(of: Array("\\\n".utf8)) == nil
    return isSafe ? result : script
  }
}
