// Findings as people and programs see them.

internal import Text

import Handbook
import Testing

@testable import Build
import Site

struct ReportTests {
  private static let rule = Rule(
    "test-rule", .error, "Wrong.", explanation: "Why.", bad: "a", good: "b")

  /// A file whose text has `‹` and `›` round the span, and its finding.
  private func report(
    _ marked: String, name: String = "a.md", help: String? = nil, message: String = "this is wrong"
  ) throws -> Report {
    let bytes = Array(marked.utf8)
    let open = Array("‹".utf8)
    let close = Array("›".utf8)
    let start = try #require(bytes.firstRange(of: open)?.lowerBound)
    let end = try #require(bytes.firstRange(of: close)?.lowerBound) - open.count
    let plain = Array(marked.filter { $0 != "‹" && $0 != "›" }.utf8)
    let path = try ContentPath(name)
    let finding = Diagnostic(Self.rule, at: path, start..<end, message, help: help)
    return Report(
      [finding], texts: [path: SourceFile(path: path, bytes: plain)], folder: "Content")
  }

  private func lines(_ marked: String) throws -> [String] {
    try report(marked).text(isColored: false).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test func showsPlaceLineMarksAndHelp() throws {
    let report = try report("# A\n\nSee [keys](‹kyes.md›).\n", help: "did you mean keys.md?")
    #expect(
      report.text(isColored: false) == """
        Content/a.md:3:12: error: this is wrong [test-rule]
        See [keys](kyes.md).
                   ^~~~~~~
        help: did you mean keys.md?
        1 error

        """)
  }

  @Test func countsManyMarksOfOneSortAndShowsTheFirst() throws {
    let rule = try #require(Rules.named("template-tag"))
    let findings = try (0..<6).map { number in
      Diagnostic(rule, at: try ContentPath("\(number / 2).md"), 0..<0, "this shows as typed")
    }
    func lines(_ count: Int) -> [String] {
      Report(Array(findings.prefix(count)), texts: [:], folder: "").text(isColored: false)
        .split(separator: "\n").map(String.init)
    }
    #expect(lines(5).count == 6)
    #expect(
      lines(6) == [
        "0.md:1:1: warning: this shows as typed [template-tag]",
        "0.md:1:1: warning: this shows as typed [template-tag]",
        "1.md:1:1: warning: this shows as typed [template-tag]",
        "and 3 more of these [template-tag], 6 on 3 pages in all", "6 warnings",
      ])
  }

  @Test func keepsTabsBeforeTheSpan() throws {
    let lines = try lines("\ta\t‹bc›d\n")
    #expect(lines[1] == "\ta\tbcd")
    #expect(lines[2] == "\t \t^~")
  }

  @Test func coversATabInTheSpan() throws {
    #expect(try lines("ab‹\tc›\n")[2] == "  ^~~~~~~")
  }

  @Test func countsTwoColumnsForWideLettersAndNoneForMarks() throws {
    #expect(try lines("漢字‹漢›x\n")[2] == "    ^~")
    #expect(try lines("e\u{301}e\u{301}‹o\u{308}o›\n")[2] == "  ^~")
    #expect(try lines("👩‍👩‍👧‹👍🏽›\n")[2] == "  ^~")
    #expect(try lines("é‹ö›\n")[2] == " ^")
  }

  @Test func givesColumnsInBytes() throws {
    #expect(try lines("漢字‹x›\n")[0].hasPrefix("Content/a.md:1:7: "))
  }

  @Test func marksAPlaceWithoutLength() throws {
    #expect(try lines("abc‹›\n")[2] == "   ^")
  }

  @Test func underlinesTheFirstLineOfALongSpan() throws {
    let lines = try lines("a ‹bc\nde›\n")
    #expect(lines[1] == "a bc")
    #expect(lines[2] == "  ^~")
  }

  @Test func cutsALongLineRoundTheSpan() throws {
    let words = String(repeating: "word ", count: 200_000)
    let lines = try lines(words + "‹here›" + words + "\n")
    #expect(lines[1].count < 140)
    let column = lines[2].prefix { $0 == " " }.count
    #expect(lines[1].dropFirst(column).hasPrefix("here"))
    #expect(lines[1].hasPrefix("…") && lines[1].hasSuffix("…"))
  }

  @Test func showsNothingThatSteersATerminal() throws {
    let report = try report("a\u{1B}[2J‹b›\u{202E}c\r\n", message: "no \u{1B}]0;x\u{7}")
    let text = report.text(isColored: false)
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("\r"))
  }

  @Test func leavesTheLineOutOfAFindingAboutTheFile() throws {
    let path = try ContentPath("a.md")
    let finding = Diagnostic(Self.rule, at: path, 0..<0, "all of it", severity: .warning)
    let file = SourceFile(path: path, bytes: Array("text\n".utf8))
    let report = Report([finding], texts: [path: file], folder: "docs/")
    #expect(
      report.text(isColored: false)
        == "docs/a.md:1:1: warning: all of it [test-rule]\n1 warning\n")
  }

  @Test func showsALineThatIsNotUTF8() throws {
    let path = try ContentPath("a.md")
    let file = SourceFile(path: path, bytes: Array("caf".utf8) + [0xE9] + Array(" x\n".utf8))
    let report = Report([FileRules.notUTF8(path, at: 3)], texts: [path: file], folder: "Content")
    #expect(report.text(isColored: false).contains("\ncaf\u{FFFD} x\n   ^\n"))
  }

  @Test func paintsOnlyWhenAsked() throws {
    let report = try report("‹a›\n")
    #expect(report.text(isColored: true).contains("\u{1B}[1;31merror:\u{1B}[0m"))
  }

  @Test func writesJSON() throws {
    let report = try report("a \"‹b›\"\n", message: "say \"b\"\n\u{7F}")
    #expect(
      report.json(summary: [("pages", .number(1))]).text == #"""
        {
          "diagnostics": [
            {
              "path": "Content/a.md",
              "line": 1,
              "column": 4,
              "endLine": 1,
              "endColumn": 5,
              "severity": "error",
              "rule": "test-rule",
              "message": "say \"b\"\n\u007f",
              "help": null,
              "fix": null
            }
          ],
          "summary": {
            "errors": 1,
            "warnings": 0,
            "notes": 0,
            "pages": 1
          }
        }

        """#)
  }

  @Test func writesGitHubsCommands() throws {
    let report = try report("‹a›\n", name: "a,b.md", help: "50% off", message: "wrong: a, b")
    #expect(
      report.github
        == "::error file=Content/a%2Cb.md,line=1,col=1,title=test-rule"
        + "::wrong: a, b%0Ahelp: 50%25 off\n")
  }

  @Test func writesSARIFWithColumnsInCodePoints() throws {
    let report = try report("漢‹字x›\n", name: "a b.md")
    let text = report.sarif(version: "1").text
    #expect(text.contains("\"startColumn\": 2,"))
    #expect(text.contains("\"endColumn\": 4\n"))
    #expect(text.contains("\"uri\": \"Content/a%20b.md\""))
    for rule in Rules.all { #expect(text.contains("\"id\": \"\(rule.id)\"")) }
  }

  @Test func writesNumbersForPeople() {
    #expect(Wording.count(1, "page") == "1 page")
    #expect(Wording.count(0, "page") == "0 pages")
    #expect(Wording.count(1_234_567, "page") == "1,234,567 pages")
    #expect(Wording.size(999) == "999 B")
    #expect(Wording.size(88_400) == "88 kB")
    #expect(Wording.size(1_250_000) == "1.3 MB")
    #expect(Wording.time(.milliseconds(210)) == "0.21 s")
    #expect(Wording.time(.milliseconds(61_009)) == "61.00 s")
  }
}
