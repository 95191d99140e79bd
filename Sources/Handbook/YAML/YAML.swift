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
  /// - Returns: the value, or why there is none.
  package static func read(_ range: Range<Int>, of file: SourceFile) -> Reading {
    let mark = file.holds([0xEF, 0xBB, 0xBF], at: range.lowerBound) ? 3 : 0
    let range = range.lowerBound + mark..<range.upperBound
    if let refusal = YAMLLimits.refusal(of: range, in: file) {
      return Reading(value: nil, diagnostics: [refusal])
    }
    let places = YAMLPlaces(file: file, range: range)
    do {
      let text = String(decoding: file.bytes[range], as: UTF8.self)
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      // Nodes hold their anchors weakly; the parser keeps them alive.
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else { return Reading() }
        var walker = YAMLWalker(places: places)
        let value = walker.walk(root)
        if !walker.diagnostics.isEmpty { return Reading(diagnostics: walker.diagnostics) }
        let losses = YAMLLosses.findings(in: range, of: file, value)
        let isWhole = losses.allSatisfy { $0.severity != .error }
        return Reading(value: isWhole ? value : nil, diagnostics: losses)
      }
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
      diagnostics.append(places.alias(at: start))
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
        if name.text == nil { diagnostics.append(places.keyIsNoText(name.range)) }
        entries.append(
          YAML.Entry(key: name.text ?? "", keyRange: name.range, value: walk(value)))
      }
      return YAML(content: .mapping(entries), range: places.lineRest(start))
    case .alias:
      return YAML(content: .scalar(""), range: start..<start)
    }
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
