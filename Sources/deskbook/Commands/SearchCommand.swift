// `deskbook search`.

internal import ArgumentParser
internal import Build
internal import Search
internal import Text

/// Asks the index of a built handbook, as its search box does.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search the built handbook, as its search box does.",
    discussion: """
      Examples:
        deskbook search missed appointment
        deskbook search refund --kind phrase --limit 3
        deskbook search phrase: sorry
        deskbook search tag:billing refund --explain
        deskbook search "double charge" --json -C desk
      """)

  @Argument(help: "What to look for.")
  var words: [String]

  @Option(help: ArgumentHelp("Most hits to print.", valueName: "n"))
  var limit = 10

  @Option(help: "Only hits of this kind.")
  var kind: SearchRecord.Kind?

  @Flag(help: "Print the hits as JSON, best first.")
  var json = false

  @Flag(help: "Show every factor of each hit's score.")
  var explain = false

  @OptionGroup var place: FolderOption

  @Option(
    help: ArgumentHelp("Where the site is (default: DIR/Output).", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(help: "Colours: auto means on a terminal, unless NO_COLOR is set.")
  var color = ConsoleOptions.Color.auto

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run() throws {
    let console = Console(color: color)
    let index = SiteIndex(folder: place.folder, output: output)
    do {
      let reader = try SearchReader(root: try index.readRoot()) { index.readShard($0) }
      let query = words.joined(separator: " ")
      let hits = try reader.explained(query, kind: kind, limit: limit)
      if json {
        try console.write(Self.json(hits, isExplained: explain), to: .output)
      } else if hits.isEmpty {
        let closest = reader.closest(to: query)
        let help = closest.isEmpty ? "" : "; did you mean \(closest.joined(separator: ", "))?"
        try console.note("nothing found" + help)
      } else {
        let text = hits.map { hit, explanation in
          Self.text(hit, console.isColored(.output)) + (explain ? explanation.text(hit.score) : "")
        }
        try console.write(text.joined(separator: "\n"), to: .output)
      }
    } catch let problem as BuildProblem {
      let text = ProblemText(problem)
      try console.error(text.message, help: "deskbook build makes the index")
      throw text.status
    } catch let problem as SearchReader.Problem {
      try console.error("\(index.path) \(Self.words(problem))", help: "build the handbook again")
      throw ExitStatus.file
    }
  }

  private static func words(_ problem: SearchReader.Problem) -> String {
    switch problem {
    case .notJSON: "is not JSON"
    case .unknownFormat, .unknownAnalyzer: "was made by another version of Deskbook"
    case .damaged(let part): "is damaged in \(part)"
    }
  }

  private static func text(_ hit: SearchHit, _ isColored: Bool) -> String {
    let places = (hit.crumbs + (hit.page == hit.title ? [] : [hit.page])).joined(separator: " › ")
    let title = Ink.strong.paint(DisplayWidth.visible(hit.title), isColored)
    var lines = ["\(title) [\(hit.kind.rawValue)]"]
    if !places.isEmpty { lines.append("  " + DisplayWidth.visible(places)) }
    let text = hit.text.split(separator: "\n").joined(separator: " ")
    if !text.isEmpty, text != hit.title { lines.append("  " + DisplayWidth.visible(text)) }
    lines.append("  " + Ink.help.paint(DisplayWidth.visible(hit.url), isColored))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func json(
    _ hits: [(hit: SearchHit, explanation: Explanation)], isExplained: Bool
  ) -> String {
    JSON.array(
      hits.map { hit, explanation in
        .object(
          [
            ("url", .string(hit.url)), ("title", .string(hit.title)),
            ("kind", .string(hit.kind.rawValue)), ("page", .string(hit.page)),
            ("crumbs", .array(hit.crumbs.map { .string($0) })), ("text", .string(hit.text)),
            ("avoid", .array(hit.avoid.map { .string($0) })),
            ("when", .array(hit.when.map { .string($0) })),
            ("reviewDue", JSON(hit.reviewDue)), ("score", .number(hit.score)),
          ] + (isExplained ? [("explanation", explanation.json)] : []))
      }
    ).text
  }
}

extension SearchRecord.Kind: ExpressibleByArgument {}
