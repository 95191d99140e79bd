// From places in YAML to bytes of the file, and from the parser's errors to an editor's words.

internal import Yams

/// From Yams' marks (lines, and columns in Unicode scalars) to bytes of the file.
struct YAMLPlaces {
  let file: SourceFile
  private let range: Range<Int>
  /// Where lines begin as YAML 1.1 counts them, which is not as Markdown does.
  private let starts: [Int]
  private let isASCII: Bool

  init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
    starts = Self.lineStarts(in: file.bytes[range])
    isASCII = file.bytes[range].allSatisfy { $0 < 0x80 }
  }

  /// - Source: YAML 1.1, section 5.4: also U+0085, U+2028 and U+2029 break lines.
  private static func lineStarts(in yaml: ArraySlice<UInt8>) -> [Int] {
    var starts = [yaml.startIndex]
    for index in yaml.indices {
      let rest = yaml[index...]
      switch yaml[index] {
      case 0x0D where !rest.starts(with: [0x0D, 0x0A]), 0x0A: starts.append(index + 1)
      case 0xC2 where rest.starts(with: [0xC2, 0x85]): starts.append(index + 2)
      case 0xE2 where rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9]):
        starts.append(index + 3)
      default: continue
      }
    }
    return starts
  }

  func offset(_ mark: Mark?) -> Int {
    guard let mark, mark.line >= 1 else { return range.lowerBound }
    guard mark.line <= starts.count else { return range.upperBound }
    var offset = starts[mark.line - 1]
    if isASCII { return min(offset + max(0, mark.column - 1), range.upperBound) }
    var left = mark.column - 1
    while left > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return min(offset, range.upperBound)
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
}

extension YAMLPlaces {
  /// The finding for what the parser could not read.
  func diagnostic(for error: any Error) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return broken(problem, mark)
    case .reader(let problem, _, _, _): return broken(problem, nil)
    case .duplicatedKeysInMapping(let keys, _): return duplicate(keys.first ?? "")
    default: return broken("the text could not be read", nil)
    }
  }

  private func broken(_ problem: String, _ mark: Mark?) -> Diagnostic {
    Diagnostic(
      YAMLRules.syntax, at: file.path, lineRest(offset(mark)),
      "this is not YAML that can be read: \(problem)",
      help: "put a text that contains a colon, # or quotes inside quotes: key: \"a: b\"")
  }

  /// The finding for a list or a block in the place of a key.
  func keyIsNoText(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      YAMLRules.syntax, at: file.path, range, "a key should be one word or text",
      help: "write key: value; put a value that begins with { or [ in quotes")
  }

  private func duplicate(_ key: String) -> Diagnostic {
    let place =
      file.range(of: "\n\(key):".utf8, in: range).map { $0.lowerBound + 1..<$0.upperBound - 1 }
      ?? range.lowerBound..<range.lowerBound
    return Diagnostic(
      YAMLRules.duplicateKey, at: file.path, place, "the key \(key) is written twice",
      help: "keep one of them")
  }
}
