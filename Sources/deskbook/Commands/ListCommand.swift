// `deskbook list`.

internal import ArgumentParser
internal import Build
internal import Handbook
internal import Text

/// Lists what a handbook holds.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List every page, phrase, script and card.",
    discussion: """
      Examples:
        deskbook list
        deskbook list --csv > pages.csv
        deskbook list desk --json
      """)

  @OptionGroup var content: ContentOptions
  @OptionGroup var options: ConsoleOptions

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print comma-separated values.")
  var csv = false

  func validate() throws {
    if json, csv { throw ValidationError("choose one of --json and --csv") }
  }

  func run() async throws {
    let console = Console(options)
    let settings = try Settings(content)
    do {
      let outcome = try await Interruption.cancelling { () throws(BuildProblem) in
        try await Pipeline(settings).model()
      }
      let rows = Inventory.rows(of: outcome.handbook)
      let list =
        json
        ? Self.json(rows)
        : csv ? CSVText.of([Self.columns] + rows.map(Self.cells)) : Self.text(rows)
      try console.write(list, to: .output)
      if outcome.errors > 0, !console.isQuiet {
        try console.note(
          "\(Wording.count(outcome.errors, "error")) in the content; see deskbook check")
      }
    } catch let problem as BuildProblem {
      let text = ProblemText(problem)
      try console.error(text.message, help: text.help)
      throw text.status
    }
  }

  private static let columns = ["id", "kind", "title", "owner", "review", "due", "page"]

  private static func cells(_ row: InventoryRow) -> [String] {
    [
      row.id, row.kind, row.title, row.owner ?? "", row.review.rawValue,
      row.due?.description ?? "", row.page.text,
    ]
  }

  /// A table without the last column, the page: it is part of every id but those of cards.
  private static func text(_ rows: [InventoryRow]) -> String {
    Table(([columns] + rows.map(cells)).map { $0.dropLast().map(shortened) }).text
  }

  private static func shortened(_ text: String) -> String {
    let limit = 60
    return text.count > limit ? text.prefix(limit - 1) + "…" : text
  }

  private static func json(_ rows: [InventoryRow]) -> String {
    JSON.array(
      rows.map { row in
        .object([
          ("id", .string(row.id)), ("kind", .string(row.kind)), ("title", .string(row.title)),
          ("owner", JSON(row.owner)),
          ("review", row.review == .none ? .null : .string(row.review.rawValue)),
          ("due", JSON(row.due?.description)), ("page", .string(row.page.text)),
        ])
      }
    ).text
  }
}
