// `deskbook search-test`.

internal import ArgumentParser
internal import Build
internal import Handbook
internal import Search
internal import Text

/// Runs the queries of `Content/search-tests.yml` against an index of the content as it stands.
struct SearchTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search-test", abstract: "Run the search tests of a handbook.",
    discussion: """
      Content/search-tests.yml lists what staff type and what they must find. A test fails where \
      that is not among the first results asked for. Search learns from each entry that has no \
      teach: false, so the figures of taught and untaught queries are printed apart.

      Examples:
        deskbook search-test
        deskbook search-test desk --json
      """)

  @OptionGroup var content: ContentOptions
  @Option(help: "Colours: auto means on a terminal, unless NO_COLOR is set.")
  var color = ConsoleOptions.Color.auto
  @Flag(help: "Print the results as JSON.")
  var json = false

  func run() async throws {
    let console = Console(color: color)
    do {
      let settings = try Settings(content)
      let outcome = try await Pipeline(settings).model()
      guard outcome.texts[.searchTests] != nil else {
        try console.error(
          "there is no search-tests.yml in the content",
          help: "write a list of {query: no show, expect: policies/missed-appointment.md}")
        throw ExitStatus.usage
      }
      let tests = outcome.handbook.searchTests.tests
      let findings = outcome.handbook.searchTests.diagnostics
      let report = Report(findings, texts: outcome.texts, folder: content.shownContent)
      try console.write(report.text(isColored: console.isColored(.error)), to: .error)
      let results = try Self.results(of: tests, in: outcome.handbook)
      try console.write(json ? results.json : results.text, to: .output)
      if results.failures > 0 || !findings.isEmpty { throw ExitStatus.refused }
    } catch let problem as BuildProblem {
      throw try console.report(ProblemText(problem))
    }
  }

  private static func results(
    of tests: [SearchTest], in handbook: Handbook
  ) throws(SearchReader.Problem) -> SearchTestResults {
    var search = HandbookSearch(handbook)
    return SearchTestResults(
      try tests.map { test throws(SearchReader.Problem) in
        let page = test.expectations.lazy.compactMap(\.page).first
        let hits = try search.reader(around: page).query(test.query, limit: 10)
        let rank = hits.firstIndex { hit in
          test.expectations.contains { hit.meets($0, in: handbook) }
        }
        return SearchTestResults.Row(test: test, rank: rank.map { $0 + 1 }, hits: hits)
      })
  }
}

/// What came of the tests, and the usual measures of a search: success@k and mean reciprocal rank.
struct SearchTestResults {
  struct Row {
    let test: SearchTest
    /// From 1; nil where it is not among the first ten.
    let rank: Int?
    let hits: [SearchHit]
    var isMet: Bool { rank.map { $0 <= test.top } ?? false }
  }

  let rows: [Row]

  init(_ rows: [Row]) { self.rows = rows }

  var failures: Int { rows.count { !$0.isMet } }

  private func share(_ count: Int) -> String {
    let tenths = rows.isEmpty ? 0 : (count * 1_000 + rows.count / 2) / rows.count
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private var first: Int { rows.count { $0.rank == 1 } }
  private var firstThree: Int { rows.count { $0.rank.map { $0 <= 3 } ?? false } }
  private var empty: Int { rows.count(where: \.hits.isEmpty) }
  /// The mean of 1 / rank, in thousandths.
  private var reciprocal: Int {
    let sum = rows.reduce(0) { $0 + ($1.rank.map { 1_000 / $0 } ?? 0) }
    return rows.isEmpty ? 0 : sum / rows.count
  }

  /// The failures, then one line with success@1, success@3, mean reciprocal rank and empty answers;
  /// where some queries are taught and some are not, a line of each.
  var text: String {
    let misses = rows.filter { !$0.isMet }.map { row in
      let place = row.rank.map { "place \($0)" } ?? "not in the first ten"
      let hits = row.hits.prefix(3).map { "    \($0.title) (\($0.url))" }
      let lines =
        [
          "missed: \(row.test.query)",
          "  expected \(row.test.expected) in the first \(row.test.top): \(place)",
        ] + hits
      return lines.map { DisplayWidth.visible($0) + "\n" }.joined()
    }
    let parts = [("taught", part(isTaught: true)), ("not taught", part(isTaught: false))]
    let lines = parts.contains { $1.rows.isEmpty } ? [] : parts.map { "  \($0): \($1.figures)\n" }
    return misses.joined() + figures + "\n" + lines.joined()
  }

  private func part(isTaught: Bool) -> SearchTestResults {
    SearchTestResults(rows.filter { $0.test.isTaught == isTaught })
  }

  private var figures: String {
    let mean = String(reciprocal + 1_000).dropFirst()
    return """
      \(Wording.count(rows.count, "query", "queries")): success@1 \(share(first)), success@3 \
      \(share(firstThree)), MRR \(reciprocal >= 1_000 ? "1.000" : "0.\(mean)"), empty \(empty), \
      failed \(failures)
      """
  }

  var json: String {
    JSON.object([
      ("queries", .number(rows.count)), ("first", .number(first)),
      ("firstThree", .number(firstThree)), ("empty", .number(empty)),
      ("failed", .number(failures)),
      (
        "results",
        .array(
          rows.map { row in
            .object([
              ("query", .string(row.test.query)), ("expect", .string(row.test.expected)),
              ("top", .number(row.test.top)), ("taught", .bool(row.test.isTaught)),
              ("rank", row.rank.map { .number($0) } ?? .null),
            ])
          })
      ),
    ]).text
  }
}
