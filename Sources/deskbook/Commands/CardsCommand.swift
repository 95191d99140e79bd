// `deskbook cards`.

internal import ArgumentParser
internal import Build
internal import Cards
internal import Handbook

/// Prints cue cards.
struct CardsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards", abstract: "Make PDF sheets of cue cards, ready to print and cut.",
    discussion: """
      Writes one PDF for each size of card. Print it at 100 % (actual size), cut along the lines, \
      then laminate. Cards are checked first; where the content has errors nothing is written.

      Examples:
        deskbook cards                             all, on the handbook's paper
        deskbook cards --paper letter --size 3x5   index cards for Letter
        deskbook cards --select heart abuse        two cards only
        deskbook cards --select category=policy --copies 4
        deskbook cards --sheet avery-5388          perforated index cards
        deskbook cards --size tent                 cards to fold and set on the desk
        deskbook cards --duplex fold               one-sided: cut and fold
        deskbook cards --calibrate                 find this printer's --offset
        deskbook cards --offset 1,-0.5             move backs right and up
        deskbook cards --changed-since earlier/deskbook.json

      Sizes: a7, a6, a5, 3x5, 4x6, quarter, half, business-us, business-eu; tent and tent-low \
      (two panels on one side of the paper, the upper one upside down, with the back or the \
      front again).

      Sheets: the usual one of each size; avery-5388, avery-5389, avery-5371, avery-8373, \
      avery-5305; page (each side a page of its own, for a print shop); those of handbook.yml \
      under cards: {sheets: …}.
      """)

  @OptionGroup var content: ContentOptions

  @Option(help: ArgumentHelp("The theme: a name or a path.", valueName: "name"))
  var theme: String?

  @Option(
    help: ArgumentHelp("Where the PDFs go (default: DIR/Cards).", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(help: "The paper: a4 or letter (default: that of handbook.yml).")
  var paper: Paper?

  @Option(
    parsing: .upToNextOption,
    help: "Sizes to print (default: all); where no card has the only one, all are set in it.")
  var size: [CardSize] = []

  @Option(help: ArgumentHelp("The sheet, by its name.", valueName: "name"))
  var sheet: String?

  @Option(
    help: """
      How backs come behind fronts: long or short edge, separate files, fold (side by side), none.
      """)
  var duplex = Duplex.long

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Cards to print: names, tag=NAME or category=NAME.", valueName: "cards"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp(
      "Print what differs from an earlier site's deskbook.json, and name the cards to recall.",
      valueName: "file"))
  var changedSince: String?

  @Option(
    help: ArgumentHelp("Move backs by X right and Y down, in mm.", valueName: "x,y"),
    transform: Offset.init)
  var offset = Offset(x: 0, y: 0)

  @Flag(help: "Make two pages that show this printer's offset.")
  var calibrate = false

  @Option(help: ArgumentHelp("Times to print each card.", valueName: "n"))
  var copies = 1

  @Option(help: ArgumentHelp("Space between cards, in mm.", valueName: "mm"))
  var gutter = 0.0

  @Flag(inversion: .prefixedNo, help: "Print cut lines and crop marks.")
  var marks = true

  @OptionGroup var findings: FindingOptions
  @OptionGroup var options: ConsoleOptions

  func validate() throws {
    if !(1...1_000).contains(copies) {
      throw ValidationError("--copies takes a number from 1 to 1000")
    }
    if !(0...50).contains(gutter) { throw ValidationError("--gutter takes 0 to 50 mm") }
    if sheet != nil, duplex == .fold {
      throw ValidationError("--sheet and --duplex fold do not go together")
    }
  }

  func run() async throws {
    var settings = try Settings(content, isStrict: findings.strict)
    settings.theme = theme
    let console = Console(options)
    let order = order(in: settings.folder)
    let run = HandbookRun(
      settings: settings, content: content.run, findings: findings, console: console)
    if calibrate {
      try await run.reporting { (pipeline) throws(BuildProblem) in
        try await pipeline.calibrate(order)
      } then: { path in
        try console.print(path)
      }
      return
    }
    let printed = PrintedBox()
    try await run.run { (pipeline) throws(BuildProblem) in
      let (outcome, decks) = try await pipeline.print(order)
      await printed.set(decks)
      return RunResult(outcome)
    } ending: { _ in
      ""
    }
    try show(await printed.value, console)
  }

  private func order(in folder: String) -> CardOrder {
    var order = CardOrder(output: output ?? (folder == "." ? "Cards" : folder + "/Cards"))
    order.paper = paper
    order.sizes = size
    order.sheet = sheet
    order.duplex = duplex
    order.choices = select.map(CardOrder.Choice.init)
    order.changedSince = changedSince
    order.offset = (offset.x, offset.y)
    order.copies = copies
    order.gutter = gutter
    order.hasMarks = marks
    return order
  }

  private func show(_ printed: PrintedOrder, _ console: Console) throws {
    if findings.format == .text {
      for deck in printed.decks {
        let cards = Wording.count(deck.cards, "card")
        try console.print("\(deck.path): \(cards), \(Wording.count(deck.sheets, "sheet"))")
      }
    }
    if console.isQuiet { return }
    if printed.decks.isEmpty { try console.note("there is nothing to print") }
    for card in printed.recalled {
      try console.note("recall: \(card.id) with the code \(card.code)")
    }
  }
}

/// Holds what a run has printed, as the run itself returns only its findings.
private actor PrintedBox {
  private(set) var value = PrintedOrder()
  func set(_ value: PrintedOrder) { self.value = value }
}

/// A move in millimetres, as `1,-0.5`.
struct Offset {
  let x: Double
  let y: Double

  init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

  init(_ text: String) throws {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let x = Double(parts[0]), let y = Double(parts[1]),
      abs(x) <= 20, abs(y) <= 20
    else { throw ValidationError("--offset takes two numbers of at most 20 mm, such as 1,-0.5") }
    self.init(x: x, y: y)
  }
}

extension CardOrder.Choice {
  fileprivate init(_ text: String) {
    if text.hasPrefix("tag=") {
      self = .tag(String(text.dropFirst(4)))
    } else if text.hasPrefix("category=") {
      self = .category(String(text.dropFirst(9)))
    } else {
      self = .id(text)
    }
  }
}

extension Paper: ExpressibleByArgument {}
extension Duplex: ExpressibleByArgument {}
extension CardSize: ExpressibleByArgument {}
