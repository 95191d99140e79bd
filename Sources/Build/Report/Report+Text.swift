// Findings for people: the place, the words, the line with a mark under it, the likely mend.

package import Handbook

/// The parts of a report that can have a colour.
package enum Ink: String, Sendable {
  case plain = ""
  case strong = "1"
  case error = "1;31"
  case warning = "1;33"
  case mark = "1;32"
  case help = "36"

  /// The text in this ink (ECMA-48, SGR), or as it is.
  package func paint(_ text: String, _ isColored: Bool) -> String {
    isColored && self != .plain && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }

  package static func of(_ severity: Severity) -> Ink {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .help
    }
  }
}

extension Report {
  /// Places shown of findings that are counted, and the most of them that are shown all.
  private static let (shown, few) = (3, 5)

  /// All findings, each with its line, and their count at the end; "" without findings.
  ///
  /// Of many that are alike, by ``Rules/counted``, the first are shown, and behind the last of these
  /// how many there are.
  package func text(isColored: Bool) -> String {
    if diagnostics.isEmpty { return "" }
    let alike = Dictionary(
      grouping: diagnostics.filter { Rules.counted.contains($0.rule) }, by: \.message)
    var counts: [String: Int] = [:]
    var lines: [String] = []
    for diagnostic in diagnostics {
      let all = Rules.counted.contains(diagnostic.rule) ? alike[diagnostic.message] ?? [] : []
      let count = counts[diagnostic.message, default: 0] + 1
      if all.count > Self.few {
        counts[diagnostic.message] = count
        if count > Self.shown { continue }
      }
      lines += self.lines(of: diagnostic, isColored)
      if all.count > Self.few, count == Self.shown { lines.append(more(all, isColored)) }
    }
    lines.append(countLine)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line that stands for the others of many that are alike.
  private func more(_ all: [Diagnostic], _ isColored: Bool) -> String {
    let pages = Wording.count(Set(all.map(\.path)).count, "page")
    return Ink.help.paint("and", isColored)
      + " \(Wording.grouped(all.count - Self.shown)) more of these [\(all[0].rule.id)],"
      + " \(Wording.grouped(all.count)) on \(pages) in all"
  }

  private func lines(of diagnostic: Diagnostic, _ isColored: Bool) -> [String] {
    let place = place(of: diagnostic)
    let path = DisplayWidth.visible("\(path(of: diagnostic)):\(place.line):\(place.column):")
    let severity = diagnostic.severity
    let level = Ink.of(severity).paint("\(severity.rawValue):", isColored)
    let message = DisplayWidth.visible(diagnostic.message)
    var lines = [
      "\(Ink.strong.paint(path, isColored)) \(level) \(message) [\(diagnostic.rule.id)]"
    ]
    if let file = file(of: diagnostic), let excerpt = Excerpt(of: diagnostic.range, in: file) {
      lines.append(excerpt.line)
      lines.append(Ink.mark.paint(excerpt.marks, isColored))
    }
    if let help = diagnostic.help {
      lines.append("\(Ink.help.paint("help:", isColored)) \(DisplayWidth.visible(help))")
    }
    return lines
  }
}
