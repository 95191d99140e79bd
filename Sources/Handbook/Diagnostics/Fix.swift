// What a finding would change, where its mend is certain.

/// A mend that a program can make: a few edits to the file of its finding.
package struct Fix: Codable, Sendable, Hashable {
  /// A text in the place of some bytes of the file; an empty range inserts.
  package struct Edit: Codable, Sendable, Hashable {
    package let range: Range<Int>
    package let text: String

    package init(_ range: Range<Int>, _ text: String) { (self.range, self.text) = (range, text) }
  }

  /// What it does, as an editor's menu says it: ``Change to `kind: script` ``.
  package let title: String
  /// In the order of the file; they do not overlap.
  package let edits: [Edit]

  package init(_ title: String, _ edits: [Edit]) { (self.title, self.edits) = (title, edits) }

  /// Puts a text in the place of a range.
  ///
  /// - Parameters:
  ///   - range: bytes of the file.
  ///   - text: what to write there.
  ///   - shown: the words of the title; the text where nil.
  init(_ range: Range<Int>, _ text: String, shown: String? = nil) {
    self.init("Change to `\(shown ?? text)`", [Edit(range, text)])
  }
}

extension Fix {
  /// The fixes of one file that can be made together: of two that overlap, the first.
  ///
  /// - Parameters:
  ///   - findings: those of the file, in its order.
  ///   - count: how many bytes the file has.
  /// - Returns: the findings whose fixes they are.
  package static func together(_ findings: [Diagnostic], in count: Int) -> [Diagnostic] {
    var taken: [Range<Int>] = []
    return findings.filter { finding in
      let ranges = finding.fix?.edits.map(\.range) ?? []
      let isFree = ranges.allSatisfy { range in
        range.upperBound <= count && !taken.contains { $0.meets(range) }
      }
      if ranges.isEmpty || !isFree { return false }
      taken += ranges
      return true
    }
  }
}

extension Range<Int> {
  /// Whether two edits cannot both be made: they share a byte, or begin at one place.
  fileprivate func meets(_ other: Self) -> Bool {
    overlaps(other) || lowerBound == other.lowerBound
  }
}

extension Located<String> {
  /// Another word in the place of a key or value of YAML.
  ///
  /// - Returns: nil where it does not stand as it reads, or where quotes may be needed.
  func fix(_ text: String?, shown: String? = nil) -> Fix? {
    guard let text, range.count == value.utf8.count, let first = text.first,
      first.isLetter || first.isNumber, text.last != " ",
      text.allSatisfy({ $0.isLetter || $0.isNumber || " -_./".contains($0) })
    else { return nil }
    return Fix(range, text, shown: shown)
  }
}
