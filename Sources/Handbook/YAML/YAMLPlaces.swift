// From places in YAML to bytes of the file.

internal import Yams

/// From Yams' marks (lines, and columns in Unicode scalars) to bytes of the file.
struct YAMLPlaces {
  let file: SourceFile
  let range: Range<Int>
  /// The byte of the file at which each Unicode scalar begins; empty for ASCII, where each is a
  /// byte.
  private let scalars: [Int]
  /// The index of each line's first scalar; YAML 1.1 has more line breaks than Markdown.
  private let lines: [Int]

  init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
    let yaml = file.bytes[range]
    let starts = Self.lineStarts(in: yaml)
    if yaml.allSatisfy({ $0 < 0x80 }) {
      scalars = []
      lines = starts.map { $0 - range.lowerBound }
      return
    }
    var (scalars, lines): ([Int], [Int]) = ([], [])
    for offset in range where file.bytes[offset] & 0xC0 != 0x80 {
      if lines.count < starts.count, starts[lines.count] == offset { lines.append(scalars.count) }
      scalars.append(offset)
    }
    self.scalars = scalars
    self.lines = lines
  }

  /// - Source: YAML 1.1, section 4.1.4: U+0085, U+2028 and U+2029 break lines too.
  private static func lineStarts(in yaml: ArraySlice<UInt8>) -> [Int] {
    var starts = [yaml.startIndex]
    for index in yaml.indices {
      let rest = yaml[index...]
      switch yaml[index] {
      case 0x0A: starts.append(index + 1)
      case 0x0D where !rest.starts(with: [0x0D, 0x0A]): starts.append(index + 1)
      case 0xC2 where rest.starts(with: [0xC2, 0x85]): starts.append(index + 2)
      case 0xE2
      where rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9]):
        starts.append(index + 3)
      default: continue
      }
    }
    return starts
  }

  func offset(_ mark: Mark?) -> Int {
    guard let mark, mark.line >= 1 else { return range.lowerBound }
    guard mark.line <= lines.count else { return range.upperBound }
    let scalar = lines[mark.line - 1] + max(0, mark.column - 1)
    if scalars.isEmpty { return min(range.lowerBound + scalar, range.upperBound) }
    return scalar < scalars.count ? scalars[scalar] : range.upperBound
  }

  /// From a place to the end of its line.
  func lineRest(_ start: Int) -> Range<Int> {
    let line = file.range(ofLine: file.lines.position(of: start).line)
    return start..<max(start, line.upperBound)
  }

  /// The bytes of a scalar: its own text where it stands plainly or in quotes, else its first line.
  func scalar(_ text: String, at start: Int) -> Range<Int> {
    if text.isEmpty { return start..<start }
    for lower in [start, start + 1] where file.holds(text.utf8, at: lower) {
      return lower..<lower + text.utf8.count
    }
    return lineRest(start)
  }

  /// Where a key stands a second time, given its first place: on a line of its own in the same
  /// column, or after `{` or a comma.
  func repeated(_ key: String, after first: Int) -> Range<Int> {
    let column = file.lines.position(of: first).column
    var from = min(first + key.utf8.count, range.upperBound)
    while let found = file.range(of: key.utf8, in: from..<range.upperBound) {
      from = found.upperBound
      let after = file.bytes[from..<range.upperBound].first {
        $0 != 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
      }
      let line = file.range(ofLine: file.lines.position(of: found.lowerBound).line)
      let before = file.bytes[line.lowerBound..<found.lowerBound].last {
        $0 != 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
      }
      let isBegun =
        before == UInt8(ascii: ",") || before == UInt8(ascii: "{")
        || before == nil && file.lines.position(of: found.lowerBound).column == column
      if after == UInt8(ascii: ":"), isBegun { return found }
    }
    return scalar(key, at: first)
  }
}
