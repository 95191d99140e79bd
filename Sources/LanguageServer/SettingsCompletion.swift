// What the editor offers to write in handbook.yml.

internal import Handbook
internal import Text

/// Finds the keys that the settings can still have.
struct SettingsCompletion {
  let file: SourceFile

  /// The keys for a byte of the file where a line begins with letters, and the bytes of these.
  func proposals(at offset: Int) -> (items: [Proposal], range: Range<Int>) {
    let line = file.range(ofLine: file.lines.position(of: offset).line)
    let typed = line.lowerBound..<max(line.lowerBound, min(offset, line.upperBound))
    // A key of the first level begins its line; others are named by the editor.
    guard file.bytes[typed].allSatisfy({ $0.isLetter || $0 == UInt8(ascii: "-") }) else {
      return ([], offset..<offset)
    }
    let written = self.written
    let rest = file.bytes[typed.upperBound..<max(typed.upperBound, line.upperBound)]
    let end = typed.upperBound + Completion.colon(in: rest)
    let keys = Configuration.keys.filter { !written.contains($0) }
    return (keys.map { Proposal(label: $0, kind: .field, text: "\($0): ") }, typed.lowerBound..<end)
  }

  /// The keys that stand there: read line by line, as half-typed YAML cannot be parsed.
  private var written: Set<String> {
    let text = String(decoding: file.bytes, as: UTF8.self)
    return Set(
      text.split(whereSeparator: \.isNewline).compactMap { line in
        line.firstIndex(of: ":").map { String(line[..<$0]) }
      })
  }
}
