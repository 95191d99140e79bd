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
  /// All findings, each with its line, and their count at the end; "" without findings.
  package func text(isColored: Bool) -> String {
    if diagnostics.isEmpty { return "" }
    var lines: [String] = []
    for diagnostic in diagnostics { lines += self.lines(of: diagnostic, isColored) }
    lines.append(countLine)
    return lines.joined(separator: "\n") + "\n"
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
