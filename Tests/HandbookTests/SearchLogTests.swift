// Logs of searches, read and merged.

import Handbook
import Testing

@Suite struct SearchLogTests {
  private static let header = "query\tcount\tlast\toutcome\topened\n"

  private func log(_ lines: String...) -> [UInt8] {
    Array((Self.header + lines.map { $0 + "\n" }.joined()).utf8)
  }

  private func merged(_ logs: [UInt8]...) throws -> [MissedQuery] {
    var queries = MissedQueries()
    for log in logs { _ = try queries.add(log) }
    return queries.sorted
  }

  private func problem(_ text: String) -> String? {
    problem(Array(text.utf8))
  }

  private func problem(_ bytes: [UInt8]) -> String? {
    do throws(SearchLog.Problem) {
      _ = try SearchLog.read(bytes)
      return nil
    } catch {
      return "\(error.line):\(error.column): \(error.message)"
    }
  }

  @Test func readsALine() throws {
    let search = try #require(
      try SearchLog.read(log("late fee\t14\t2026-11-28\tabandoned\tfees.html#late-fee")).first)
    #expect(search.query == "late fee" && search.count == 14)
    #expect(search.last == CalendarDate("2026-11-28") && search.outcome == .abandoned)
    #expect(search.opened == "fees.html#late-fee")
  }

  @Test func takesAByteOrderMarkAndLineEndsOfWindows() throws {
    let text =
      "\u{FEFF}"
      + (Self.header + "fee\t1\t2026-11-28T09:30\tnothing\t\n\n")
      .replacing("\n", with: "\r\n")
    let searches = try SearchLog.read(Array(text.utf8))
    #expect(searches.map(\.query) == ["fee"] && searches[0].opened == nil)
    #expect(searches[0].last == CalendarDate("2026-11-28"))
  }

  @Test(arguments: [
    ("'=1+1", "=1+1"), ("'+1", "+1"), ("'-1", "-1"), ("'@x", "@x"), ("'tis", "'tis"),
    ("''=", "''="), ("don't", "don't"),
  ])
  func takesOffWhatKeepsASpreadsheetFromRunningACell(_ cell: String, _ query: String) throws {
    #expect(try SearchLog.read(log("\(cell)\t1\t2026-11-28\tnothing\t"))[0].query == query)
  }

  @Test func leavesNothingThatSteersATerminal() throws {
    let query = "\u{1B}[31mred\u{7}\u{202E} \u{9B}2J\u{85}it's  \u{A0}😡👩‍⚕️"
    let search = try SearchLog.read(log("\(query)\t1\t2026-11-28\tnothing\ta\u{1B}.html"))[0]
    #expect(search.query == "[31mred 2J it's 😡👩‍⚕️")
    #expect(search.opened == "a .html")
  }

  @Test(arguments: [
    ("", "1:1: this is no search log"), ("\u{0}PNG\n", "1:1: this is no search log"),
    ("query\tcount\tday\toutcome\topened\n", "1:13: this is no search log"),
    ("query\tcount\tlast\toutcome\n", "1:25: this is no search log"),
    (header + "fee\t1\t2026-11-28\tnothing\n", "2:25: this line has 4 columns and not 5"),
    (header + "fee\t1\t2026-11-28\tnothing\t\tx\n", "2:27: this line has 6 columns and not 5"),
    (header + "\t1\t2026-11-28\tnothing\t\n", "2:1: this line has no query"),
    (header + "fee\tmany\t2026-11-28\tnothing\t\n", "2:5: the count is not"),
    (header + "fee\t-1\t2026-11-28\tnothing\t\n", "2:5: the count is not"),
    (header + "fee\t99999999999999999999\t2026-11-28\tnothing\t\n", "2:5: the count is not"),
    (header + "fee\t1\t2026-13-28\tnothing\t\n", "2:7: the last date is not"),
    (header + "fee\t1\t2026-11-28\tfound\t\n", "2:18: the outcome is none of"),
    (header + "\t1\t2026-11-28\thelped\t\n", "2:22: this line has no page"),
  ])
  func refusesWhatIsNoLog(_ text: String, _ start: String) throws {
    let found = try #require(problem(text))
    #expect(found.hasPrefix(start), "\(found)")
  }

  @Test func refusesWhatIsNotUTF8() {
    let line = Array("fee\t1\t2026-11-28\tnothing\t".utf8)
    #expect(problem(Array(Self.header.utf8) + [0xFF] + line) == "2:1: this is not UTF-8")
  }

  @Test func addsUpWhatIsOneQuery() throws {
    let queries = try merged(
      log("late fee\t2\t2026-11-28\tnothing\t", "park\t3\t2026-11-02\tabandoned\tb.html"),
      log(
        "Late  FEE\t5\t2026-11-01\tabandoned\ta.html", "late fee\t1\t2026-11-30\tabandoned\tc.html")
    )
    #expect(queries.map(\.text) == ["late fee", "park"])
    #expect(queries[0].count == 8 && queries[0].counts == [.nothing: 2, .abandoned: 6])
    #expect(queries[0].last == CalendarDate("2026-11-30"))
    #expect(queries[0].opened.map(\.address) == ["a.html", "c.html"])
    #expect(queries[0].opened.map(\.count) == [5, 1])
  }

  @Test func tellsWhichPagesDidNotHelp() throws {
    var queries = MissedQueries()
    let log = log(
      "fee\t2\t2026-11-28\tnothing\t", "\t3\t2026-11-28\tnot-helped\tb.html",
      "\t2\t2026-11-28\thelped\tb.html", "\t9\t2026-11-28\thelped\tc.html",
      "\t1\t2026-11-28\tnot-helped\ta.html")
    #expect(try queries.add(log))
    #expect(queries.sorted.map(\.text) == ["fee"])
    #expect(queries.unhelpful.map(\.address) == ["b.html", "a.html"])
    #expect(queries.unhelpful.map(\.helped) == [2, 0])
    #expect(queries.unhelpful.map(\.notHelped) == [3, 1])
  }

  @Test func ordersByCountThenDay() throws {
    let queries = try merged(
      log(
        "b\t1\t2026-11-01\tnothing\t", "a\t1\t2026-11-01\tnothing\t", "c\t1\t2026-11-02\tnothing\t",
        "d\t2\t2026-01-01\tnothing\t"))
    #expect(queries.map(\.text) == ["d", "c", "a", "b"])
  }

  @Test func countsAFileOnce() throws {
    var queries = MissedQueries()
    let log = log("fee\t2\t2026-11-28\tnothing\t")
    #expect(try queries.add(log))
    #expect(try !queries.add(log))
    #expect(queries.sorted.map(\.count) == [2])
  }

  @Test func takesNothingOfALogWithAWrongLine() throws {
    var queries = MissedQueries()
    #expect(throws: SearchLog.Problem.self) {
      try queries.add(log("fee\t2\t2026-11-28\tnothing\t", "fee"))
    }
    #expect(queries.sorted.isEmpty)
  }

  @Test(arguments: [
    ("… is shouting", "is shouting"), ("ask…", "ask"), ("late … fee", "late fee"), ("…", nil),
    ("… …!", nil), ("?!", nil), ("fee", "fee"),
  ])
  func searchesWithoutTheWordsThatWereTakenOut(_ query: String, _ searched: String?) throws {
    let missed = try merged(log("\(query)\t1\t2026-11-28\tnothing\t"))[0]
    #expect(missed.searched == searched && missed.isMasked == query.contains("…"))
  }

  @Test func mergesAHundredThousandLines() throws {
    var bytes = Array(Self.header.utf8)
    for number in 0..<100_000 {
      bytes += "query \(number % 30_000)\t1\t2026-11-28\tnothing\tpage-\(number % 7).html\n".utf8
    }
    let queries = try merged(bytes)
    #expect(queries.count == 30_000)
    #expect(queries.map(\.count).reduce(0, +) == 100_000)
  }
}
