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
        deskbook list --kind phrase --tag billing
        deskbook list --owner "Front desk lead" --due
      """)

  /// What can be listed.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case guide, model, phrases, phrase, script, faq, practice, card
  }

  @OptionGroup var content: ContentOptions
  @OptionGroup var options: ConsoleOptions

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print comma-separated values.")
  var csv = false

  @Option(help: ArgumentHelp("Only this kind, such as script or phrase.", valueName: "kind"))
  var kind: Kind?

  @Option(help: ArgumentHelp("Only what this owner answers for.", valueName: "name"))
  var owner: String?

  @Option(help: ArgumentHelp("Only what stands on pages with this tag.", valueName: "tag"))
  var tag: String?

  @Flag(help: "Only what stands on pages that `deskbook review` lists.")
  var due = false

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
      try outcome.handbook.expectOwner(owner, console)
      try outcome.handbook.expectTag(tag, console)
      let rows = chosen(in: outcome.handbook)
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
      throw try console.report(ProblemText(problem))
    }
  }

  private func chosen(in handbook: Handbook) -> [InventoryRow] {
    let reviews = due ? DueReviews(in: handbook, within: 30, owner: nil).rows : []
    let isDue = Set(reviews.map(\.index))
    return Inventory.rows(of: handbook).filter { row in
      (kind == nil || row.kind == kind?.rawValue)
        && (owner == nil || row.owner?.lowercased() == owner?.lowercased())
        && (tag.map(handbook.pages[row.index].front.tags.contains) ?? true)
        && (!due || isDue.contains(row.index))
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
