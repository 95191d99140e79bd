// `synonyms.txt`: words that mean the same to search.

/// One line of `synonyms.txt`.
package struct SynonymLine: Sendable, Equatable {
  package enum Meaning: Sendable, Equatable {
    /// `a, b, c`: each finds the others.
    case twoWay([String])
    /// `x => y`: `x` finds `y`, not the other way round.
    case oneWay(from: [String], to: [String])
  }

  package var meaning: Meaning
  /// The bytes of the line.
  package var range: Range<Int>
  /// Counted from 1.
  package var number: Int
}

extension SynonymLine.Meaning {
  /// How many words and phrases it has.
  fileprivate var count: Int {
    switch self {
    case .twoWay(let words): words.count
    case .oneWay(let from, let to): from.count + to.count
    }
  }
}

/// Reads `synonyms.txt`.
package enum Synonyms {
  package static let rule = Rule(
    "synonyms", .warning, "A line of `synonyms.txt` says nothing.",
    explanation: """
      Each line is a group of words or short phrases: `angry, mad, furious` works both ways, \
      `fire a client => end the relationship` one way. `#` begins a comment. A line needs at \
      least two entries, no entry twice, and no more than 50; the file no more than 50,000.
      """,
    bad: "angry\n", good: "angry, mad, furious\n")

  /// Reads the file line by line; a line that says nothing is reported and left out.
  package static func read(_ file: SourceFile?) -> ([SynonymLine], [Diagnostic]) {
    guard let file else { return ([], []) }
    var lines: [SynonymLine] = []
    var diagnostics: [Diagnostic] = []
    var number = 1
    var total = 0
    while file.lines.offset(line: number, column: 1) < file.bytes.count || number == 1 {
      let range = file.range(ofLine: number)
      defer { number += 1 }
      var text = String(
        decoding: file.bytes[range].prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
      if number == 1, text.hasPrefix("\u{FEFF}") { text.removeFirst() }
      if text.allSatisfy(\.isWhitespace) { continue }
      let meaning = meaning(text)
      total += meaning?.count ?? 0
      if let excess = excess(meaning?.count ?? 0, total) {
        diagnostics.append(
          Diagnostic(
            rule, at: file.path, range, excess,
            help: "keep the few words that people really type for one thing"))
        // One finding tells of a file that is too long.
        if total > Limits.synonyms { break }
      } else if let meaning {
        lines.append(SynonymLine(meaning: meaning, range: range, number: number))
      } else {
        diagnostics.append(
          Diagnostic(
            rule, at: file.path, range, "this line does not say which words mean the same",
            help: "write a, b for both ways, or a => b for one"))
      }
    }
    return (lines, diagnostics)
  }

  /// What is too much of a line, in words; nil where nothing is.
  private static func excess(_ count: Int, _ total: Int) -> String? {
    if count > Limits.lineSynonyms {
      return "this line has \(count) words; the limit is \(Limits.lineSynonyms), so it was left out"
    }
    return total > Limits.synonyms
      ? "this file has more than \(Limits.synonyms) words; this line and all after it were left out"
      : nil
  }

  private static func meaning(_ text: String) -> SynonymLine.Meaning? {
    guard let arrow = text.firstRange(of: "=>") else {
      let words = entries(text[...])
      return words.count > 1 ? .twoWay(words) : nil
    }
    let from = entries(text[..<arrow.lowerBound])
    let to = entries(text[arrow.upperBound...])
    return from.isEmpty || to.isEmpty ? nil : .oneWay(from: from, to: to)
  }

  /// Entries between commas, spaces folded, none twice.
  private static func entries(_ text: Substring) -> [String] {
    var seen: Set<String> = []
    return text.split(separator: ",").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }
}
