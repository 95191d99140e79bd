// Logs of searches that led nowhere and of pages that helped or not, as readers' browsers send them.

internal import Text

/// One line of a log: what was searched for, and what came of it; or whether a page helped.
package struct LoggedSearch: Sendable, Equatable {
  package enum Outcome: String, Sendable, CaseIterable {
    /// There was no hit.
    case nothing
    /// There were hits, but nobody opened or copied one, or they typed anew at once.
    case abandoned
    /// What readers say of the page that was ``opened``; such lines have no query.
    case helped
    case notHelped = "not-helped"

    var isAnswer: Bool { self == .helped || self == .notHelped }
  }

  /// Harmless to a terminal, with single spaces.
  package let query: String
  package let count: Int
  package let last: CalendarDate
  package let outcome: Outcome
  /// What was opened in the end, as its address in the site; nil where nothing was.
  package let opened: String?
}

/// Reads a log: tab-separated values, UTF-8, the names of the columns first.
package enum SearchLog {
  /// Why a file is no log, and where.
  package struct Problem: Error, Equatable {
    package let line: Int
    /// From 1, in bytes.
    package let column: Int
    package let message: String
  }

  package static let columns = ["query", "count", "last", "outcome", "opened"]
  private static let mostCount = 1_000_000

  /// The lines of a log; an empty line says nothing.
  package static func read(_ bytes: [UInt8]) throws(Problem) -> [LoggedSearch] {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var result: [LoggedSearch] = []
    for (index, line) in rest.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let line = line.last == 0x0D ? line.dropLast() : line
      var row = Row(line, number: index + 1)
      if index == 0 {
        try row.expectHeader()
      } else if !line.isEmpty {
        result.append(try row.search())
      }
    }
    return result
  }

  /// A text without what steers a terminal or turns the direction of writing, and with single spaces.
  package static func cleaned(_ text: some StringProtocol) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: kept.append(" ")
      // Persian, Indic scripts and emoji need the joiners.
      case .format where scalar != "\u{200C}" && scalar != "\u{200D}": continue
      default: kept.append(scalar)
      }
    }
    return String(kept).split(separator: " ").joined(separator: " ")
  }

  /// One line, cell by cell.
  private struct Row {
    private let line: ArraySlice<UInt8>
    private let number: Int
    private let cells: [ArraySlice<UInt8>]

    init(_ line: ArraySlice<UInt8>, number: Int) {
      (self.line, self.number) = (line, number)
      cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
    }

    func expectHeader() throws(Problem) {
      let names = SearchLog.columns
      if zip(cells, names).allSatisfy({ $0.elementsEqual($1.utf8) }), cells.count == names.count {
        return
      }
      let sound = zip(cells, names).prefix { $0.elementsEqual($1.utf8) }.count
      throw problem(
        sound,
        "this is no search log: its first line has to be \(names.joined(separator: ", ")), with tabs between them"
      )
    }

    mutating func search() throws(Problem) -> LoggedSearch {
      let wanted = SearchLog.columns.count
      if cells.count != wanted {
        throw problem(
          min(cells.count, wanted), "this line has \(cells.count) columns and not \(wanted)")
      }
      var texts: [String] = []
      for index in cells.indices { texts.append(try text(index)) }
      guard let count = Int(texts[1]), (1...SearchLog.mostCount).contains(count) else {
        throw problem(1, "the count is not a number from 1 to \(SearchLog.mostCount)")
      }
      // The time of day, where there is one, says nothing that is needed.
      guard let last = CalendarDate(String(texts[2].cut(at: "T").before)) else {
        throw problem(2, "the last date is not a day such as 2026-01-31")
      }
      guard let outcome = LoggedSearch.Outcome(rawValue: texts[3]) else {
        let names = LoggedSearch.Outcome.allCases.map(\.rawValue).joined(separator: ", ")
        throw problem(3, "the outcome is none of \(names)")
      }
      if outcome.isAnswer, texts[4].isEmpty { throw problem(4, "this line has no page") }
      if !outcome.isAnswer, texts[0].isEmpty { throw problem(0, "this line has no query") }
      return LoggedSearch(
        query: texts[0], count: count, last: last, outcome: outcome,
        opened: texts[4].isEmpty ? nil : texts[4])
    }

    /// A cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
    private func text(_ index: Int) throws(Problem) -> String {
      var cell = cells[index]
      if cell.first == UInt8(ascii: "'"), let next = cell.dropFirst().first,
        "=+-@".utf8.contains(next)
      {
        cell = cell.dropFirst()
      }
      guard let text = String(validating: cell, as: UTF8.self) else {
        throw problem(index, "this is not UTF-8")
      }
      return SearchLog.cleaned(text)
    }

    /// A problem at the beginning of a cell, or at the end of the line.
    private func problem(_ cell: Int, _ message: String) -> Problem {
      let place = cell < cells.count ? cells[cell].startIndex : line.endIndex
      return Problem(line: number, column: place - line.startIndex + 1, message: message)
    }
  }
}
