// `reviews.tsv`: who reviewed which page when, and what its text was then.

internal import Text

/// One line of the history.
package struct ReviewStamp: Sendable, Equatable {
  /// The page's path.
  package let page: String
  package let day: CalendarDate
  package let name: String
  /// ``Page/textHash`` on that day.
  package let hash: String

  package init(page: String, day: CalendarDate, name: String, hash: String) {
    self.page = page
    self.day = day
    self.name = name
    self.hash = hash
  }

  /// As it stands in the file, without a line end.
  package var line: String { "\(page)\t\(day)\t\(name)\t\(hash)" }
}

/// Reads `reviews.tsv`: a page, a day, a name and a hash on each line, tabs between them.
package enum ReviewHistory {
  /// The first line of a new file.
  package static let header =
    "# page\tday\tby\ttext as it was (deskbook review stamp writes this file)"

  package static let rule = Rule(
    "review-history", .warning, "A line of `reviews.tsv` cannot be read.",
    explanation: """
      `deskbook review stamp` adds a line to `reviews.tsv` for each review: the page, the day, who \
      checked it, and a code made of its text as it was (a fingerprint), with a tab between each. Deskbook tells by it \
      whether a page was edited after its review. Mend the line, or remove it.
      """,
    bad: "fees.md, 2026-11-01, Ana\n", good: "fees.md\t2026-11-01\tAna\t8d3a0b12cc94e7f1\n")

  /// Reads the stamp of each page's latest review: of several on one day, the last one in the
  /// file.
  package static func read(_ file: SourceFile?) -> ([String: ReviewStamp], [Diagnostic]) {
    guard let file else { return ([:], []) }
    var stamps: [String: ReviewStamp] = [:]
    var diagnostics: [Diagnostic] = []
    var number = 1
    while file.lines.offset(line: number, column: 1) < file.bytes.count {
      let range = file.range(ofLine: number)
      number += 1
      let text = String(decoding: file.bytes[range], as: UTF8.self)
      if text.begins(with: "#") || text.begins(with: "\u{FEFF}#") || text.allSatisfy(\.isWhitespace)
      {
        continue
      }
      if let stamp = stamp(text) {
        if stamp.day >= stamps[stamp.page]?.day ?? stamp.day { stamps[stamp.page] = stamp }
      } else {
        diagnostics.append(
          Diagnostic(
            rule, at: file.path, range, "this line does not say who reviewed which page when",
            help: "take the line out, and let deskbook review stamp write it"))
      }
    }
    return (stamps, diagnostics)
  }

  private static func stamp(_ line: String) -> ReviewStamp? {
    let cells = line.parts(at: "\t").map(String.init)
    guard cells.count == 4, !cells[0].isEmpty, !cells[2].isEmpty,
      let day = CalendarDate(cells[1]), cells[3].utf8.count == 16,
      cells[3].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    return ReviewStamp(page: cells[0], day: day, name: cells[2], hash: cells[3])
  }
}
