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

  /// Records a review.
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
      checked it, and a fingerprint of its text, with a tab between each. Deskbook tells by it \
      whether a page was edited after its review. Mend the line, or remove it.
      """,
    bad: "fees.md, 2026-11-01, Ana\n", good: "fees.md\t2026-11-01\tAna\t8d3a0b12cc94e7f1\n")

  /// The last stamp of each page by day; of one day's the lowest in the file.
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
            help: "write page, day, name and fingerprint with a tab between each"))
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

/// How far a page's review is.
package enum ReviewState: String, Sendable {
  case current, overdue, never
  /// A review is due some day, but the page says of none that was done.
  case unreviewed
  case none = ""
}

extension Handbook {
  /// How far a page's review is.
  package func reviewState(of page: Page) -> ReviewState {
    guard let interval = page.front.review ?? configuration.reviewEvery else { return .none }
    if interval == .never { return .never }
    guard let due = nextReview(of: page) else { return .unreviewed }
    return due < today ? .overdue : .current
  }

  /// The stamp of the review that a page's `reviewed:` tells of.
  package func stamp(of page: Page) -> ReviewStamp? { settings.stamp(of: page) }

  /// Whether a page's text is no longer what was reviewed.
  package func isEditedSinceReview(_ page: Page) -> Bool {
    settings.isEditedSinceReview(page)
  }
}

extension HandbookSettings {
  fileprivate func stamp(of page: Page) -> ReviewStamp? {
    reviews[page.path.text].flatMap { $0.day == page.front.reviewed?.value ? $0 : nil }
  }

  func isEditedSinceReview(_ page: Page) -> Bool {
    stamp(of: page).map { $0.hash != page.textHash } ?? false
  }
}

extension Page {
  /// A hash of the page's text, front matter left out.
  ///
  /// Line ends count as one, and those at either end not at all: tools that move files between
  /// systems change them.
  package var textHash: String {
    var text: [UInt8] = []
    let body = bodyText
    for (index, byte) in zip(body.indices, body) {
      if byte == 0x0D {
        if index + 1 == body.endIndex || body[index + 1] != 0x0A { text.append(0x0A) }
      } else {
        text.append(byte)
      }
    }
    while text.last == 0x0A { text.removeLast() }
    return ContentHash(Array(text.drop { $0 == 0x0A })).hex
  }
}
