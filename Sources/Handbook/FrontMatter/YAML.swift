// YAML with a place for every key and value. Everything stays text: `no`, `012` and `12:30` mean
// what the editor typed.

internal import Yams

/// A YAML value and the bytes of the file that it stands on.
package struct YAML: Sendable {
  package enum Content: Sendable {
    case scalar(String)
    case list([YAML])
    case mapping([Entry])
  }

  /// A key with its value.
  package struct Entry: Sendable {
    package let key: String
    package let keyRange: Range<Int>
    package let value: YAML
  }

  package let content: Content
  package let range: Range<Int>

  /// What a YAML text came to.
  package struct Reading {
    /// Absent where the text is empty or broken.
    package var value: YAML?
    package var diagnostics: [Diagnostic] = []
  }

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - range: the bytes of `file` that are YAML; must begin at the start of a line.
  ///   - file: the file, for positions.
  package static func read(_ range: Range<Int>, of file: SourceFile) -> Reading {
    if let refusal = YAMLLimits.refusal(of: range, in: file) {
      return Reading(value: nil, diagnostics: [refusal])
    }
    let places = YAMLPlaces(file: file, range: range)
    do {
      let text = String(decoding: file.bytes[range], as: UTF8.self)
      guard let root = try compose(yaml: text, Resolver.basic) else { return Reading() }
      var walker = YAMLWalker(places: places)
      let value = walker.walk(root)
      return Reading(value: walker.diagnostics.isEmpty ? value : nil, diagnostics: walker.diagnostics)
    } catch {
      return Reading(value: nil, diagnostics: [places.diagnostic(for: error)])
    }
  }
}

/// Turns composed nodes into values with places; stops at the first anchor, before it is expanded.
private struct YAMLWalker {
  let places: YAMLPlaces
  var diagnostics: [Diagnostic] = []

  mutating func walk(_ node: Node) -> YAML {
    let start = places.offset(node.mark)
    if node.anchor != nil {
      diagnostics.append(
        Diagnostic(
          YAMLRules.alias, at: places.file.path, places.lineRest(start),
          "YAML anchors and aliases (& and *) are not read",
          help: "write the value out, or put it in quotes if it begins with & or *"))
      return YAML(content: .scalar(""), range: start..<start)
    }
    switch node {
    case .scalar(let scalar):
      return YAML(content: .scalar(scalar.string), range: places.scalar(scalar.string, at: start))
    case .sequence(let sequence):
      var items: [YAML] = []
      for item in sequence where diagnostics.isEmpty { items.append(walk(item)) }
      return YAML(content: .list(items), range: places.lineRest(start))
    case .mapping(let mapping):
      var entries: [YAML.Entry] = []
      for (key, value) in mapping where diagnostics.isEmpty {
        let name = walk(key)
        entries.append(
          YAML.Entry(key: name.text ?? "", keyRange: name.range, value: walk(value)))
      }
      return YAML(content: .mapping(entries), range: places.lineRest(start))
    case .alias:
      return YAML(content: .scalar(""), range: start..<start)
    }
  }
}

/// From Yams' marks (lines, and columns in Unicode scalars) to bytes of the file.
private struct YAMLPlaces {
  let file: SourceFile
  let range: Range<Int>
  private let firstLine: Int

  init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
    firstLine = file.lines.position(of: range.lowerBound).line
  }

  func offset(_ mark: Mark?) -> Int {
    guard let mark else { return range.lowerBound }
    var offset = file.lines.offset(line: firstLine + mark.line - 1, column: 1)
    var left = mark.column - 1
    while left > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return min(offset, range.upperBound)
  }

  func lineRest(_ start: Int) -> Range<Int> {
    let line = file.range(ofLine: file.lines.position(of: start).line)
    return start..<max(start, line.upperBound)
  }

  /// The bytes of a scalar: its own text where it stands plainly or in quotes, else its first line.
  func scalar(_ text: String, at start: Int) -> Range<Int> {
    let line = lineRest(start)
    if text.isEmpty { return start..<start }
    if let exact = file.range(of: text, in: line), exact.lowerBound - start <= 1 { return exact }
    return line
  }

  func diagnostic(for error: any Error) -> Diagnostic {
    func broken(_ problem: String, _ mark: Mark?, help: String? = nil) -> Diagnostic {
      Diagnostic(
        YAMLRules.syntax, at: file.path, lineRest(offset(mark)),
        "this is not YAML that can be read: \(problem)",
        help: help ?? "put a text that contains a colon, # or quotes inside quotes: key: \"a: b\"")
    }
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return broken(problem, mark)
    case .reader(let problem, _, _, _): return broken(problem, nil)
    case .duplicatedKeysInMapping(let keys, _): return duplicate(keys.first ?? "")
    default: return broken("the text could not be read", nil)
    }
  }

  private func duplicate(_ key: String) -> Diagnostic {
    let place =
      file.range(of: "\n\(key):", in: range).map { $0.lowerBound + 1..<$0.upperBound - 1 }
      ?? range.lowerBound..<range.lowerBound
    return Diagnostic(
      YAMLRules.duplicateKey, at: file.path, place, "the key \(key) is written twice",
      help: "keep one of them")
  }
}

extension YAML {
  /// The text of a scalar.
  package var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The entries of a mapping.
  package var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The items of a list; a single value counts as a list of one, an empty one as none.
  package var items: [YAML] {
    switch content {
    case .list(let items): items
    case .scalar(let text): text.isEmpty ? [] : [self]
    case .mapping: [self]
    }
  }

  /// The value of a key.
  package subscript(_ key: String) -> YAML? {
    entries?.first { $0.key == key }?.value
  }
}
