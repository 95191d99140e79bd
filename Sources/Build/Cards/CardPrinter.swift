// Meets an order: chooses cards and sheets, prints, writes.

internal import Cards
internal import Handbook
internal import Text

extension Pipeline {
  /// Checks the handbook and writes the PDFs of an order; writes nothing where findings forbid it.
  ///
  /// - Throws: ``BuildProblem``; a PDF is written whole or not at all.
  package func print(_ order: CardOrder) async throws(BuildProblem) -> (Outcome, PrintedOrder) {
    let (outcome, stage) = try await cards()
    if outcome.isRefused { return (outcome, PrintedOrder()) }
    var printer = CardPrinter(order: order, handbook: outcome.handbook, cards: outcome.cards)
    if let size = try printer.newSize() { try await printer.set(in: size, stage) }
    let earlier = try order.changedSince.map { (path) throws(BuildProblem) in
      try EarlierCards(manifest: path)
    }
    let jobs = try printer.jobs(earlier)
    let pdfs = try await stage.pdfs(jobs.map(\.job))
    var printed = PrintedOrder(recalled: earlier?.recalled(outcome.cards) ?? [])
    if !jobs.isEmpty { try Disk.createFolders(order.output) }
    for (job, pdf) in zip(jobs, pdfs) {
      let path = Disk.join(order.output, job.name)
      try Self.replace(path, with: pdf)
      printed.decks.append(
        PrintedDeck(path: path, cards: job.job.cards.count, sheets: job.job.sheets))
    }
    return (outcome, printed)
  }

  /// Writes the pages that show a printer's offset; their path.
  package func calibrate(_ order: CardOrder) async throws(BuildProblem) -> String {
    let handbook = try await model().handbook
    let place = try ThemeFolder.find(
      settings.theme ?? handbook.configuration.theme, handbook: settings.folder)
    let language = handbook.configuration.language
    let theme = try place.load(language: language)
    let stage = try CardRenderer(
      handbook: handbook, theme: theme, folder: place, settings: settings, isNeeded: true)
    let paper = order.paper ?? Paper(rawValue: handbook.configuration.cards.paper) ?? .a4
    let pdf = try stage.calibration(on: paper, order.duplex, language: language)
    let path = Disk.join(order.output, "calibration-\(paper.rawValue).pdf")
    try Disk.createFolders(order.output)
    try Self.replace(path, with: pdf)
    return path
  }

  private static func replace(_ path: String, with bytes: [UInt8]) throws(BuildProblem) {
    let draft = Disk.join(Disk.folder(of: path), ".\(Disk.name(of: path)).deskbook")
    try Disk.replace(path, with: bytes, by: draft)
  }
}

extension PrintJob {
  /// Sheets of paper.
  var sheets: Int { pages.map(\.sheet).max() ?? 0 }
}

/// Chooses what to print.
struct CardPrinter {
  let order: CardOrder
  let handbook: Handbook
  private(set) var cards: [LaidCard]

  private var paper: Paper {
    order.paper ?? Paper(rawValue: handbook.configuration.cards.paper) ?? .a4
  }

  /// The PDFs by their names: one for each size of card.
  func jobs(_ earlier: EarlierCards?) throws(BuildProblem) -> [(name: String, job: PrintJob)] {
    do throws(CardOrderProblem) {
      let chosen = try chosen().filter { earlier?.isChanged($0) ?? true }
      let named = try namedSheet()
      var jobs: [(name: String, job: PrintJob)] = []
      for size in CardSize.allCases {
        if !order.sizes.isEmpty, !order.sizes.contains(size) { continue }
        if let named, named.size != size { continue }
        let deck = chosen.filter { $0.card.size == size }
        if deck.isEmpty { continue }
        let sheet = if let named { named } else { try sheet(for: size) }
        jobs += self.jobs(deck, on: sheet)
      }
      return jobs
    } catch {
      throw .order(error)
    }
  }

  /// The only size that is asked for, where no card that is chosen has it.
  func newSize() throws(BuildProblem) -> CardSize? {
    do throws(CardOrderProblem) {
      let chosen = try chosen()
      let only = order.sizes.count == 1 ? order.sizes[0] : nil
      guard let size = try namedSheet()?.size ?? only, !chosen.isEmpty,
        !chosen.contains(where: { $0.card.size == size })
      else { return nil }
      return size
    } catch {
      throw .order(error)
    }
  }

  /// Sets the chosen cards in another size.
  ///
  /// - Throws: `order` where one of them does not fit.
  mutating func set(in size: CardSize, _ stage: CardRenderer) async throws(BuildProblem) {
    let chosen: [LaidCard]
    do throws(CardOrderProblem) { chosen = try self.chosen() } catch { throw .order(error) }
    cards = try await stage.lay(chosen.map { $0.card.resized(to: size) })
    let others = cards.filter { !$0.isWhole || $0.card.hole != .none && !size.canBePunched }
    if !others.isEmpty {
      let known = CardSize.allCases.filter { size in chosen.contains { $0.card.size == size } }
      throw .order(
        .tooSmall(
          size: size.rawValue, cards: others.map(\.card.id), known: known.map(\.rawValue)))
    }
  }

  private func jobs(_ deck: [LaidCard], on sheet: Sheet) -> [(name: String, job: PrintJob)] {
    let imposition = Imposition(
      sheet: sheet, duplex: order.duplex, offset: order.offset, copies: order.copies)
    func job(_ suffix: String, _ pages: [PrintPage]?) -> (name: String, job: PrintJob) {
      (
        "cards-\(sheet.name)\(suffix).pdf",
        PrintJob(
          cards: deck, imposition, title: handbook.title,
          author: handbook.configuration.organization,
          language: handbook.configuration.language, hasMarks: order.hasMarks, pages: pages)
      )
    }
    if order.duplex != .separate || sheet.isOneSided { return [job("", nil)] }
    let pages = imposition.pages(of: deck)
    let backs = pages.filter { $0.isBack && !$0.placements.isEmpty }
    return [job("-fronts", pages.filter { !$0.isBack })]
      + (backs.isEmpty ? [] : [job("-backs", pages.filter(\.isBack))])
  }

  /// The cards that are asked for, in the order of the handbook.
  private func chosen() throws(CardOrderProblem) -> [LaidCard] {
    let whole = cards.filter(\.isWhole)
    if order.choices.isEmpty { return whole }
    for choice in order.choices where !whole.contains(where: { matches($0.card, choice) }) {
      throw .nothingChosen(choice.text, known: known(choice))
    }
    return whole.filter { laid in order.choices.contains { matches(laid.card, $0) } }
  }

  private func matches(_ card: Card, _ choice: CardOrder.Choice) -> Bool {
    switch choice {
    case .id(let id): return card.id == id
    case .category(let name): return card.category?.name == name
    case .tag(let tag):
      guard let page = handbook.page(at: card.page.text) else { return false }
      return handbook.pages[page].front.tags.contains(tag)
    }
  }

  private func known(_ choice: CardOrder.Choice) -> [String] {
    switch choice {
    case .id: return handbook.cards.map(\.id)
    case .category: return handbook.configuration.cards.categories.map { "category=\($0.name)" }
    case .tag:
      let pages = handbook.cards.compactMap { handbook.page(at: $0.page.text) }
      return Set(pages.flatMap { handbook.pages[$0].front.tags }).sorted().map { "tag=\($0)" }
    }
  }

  private func namedSheet() throws(CardOrderProblem) -> Sheet? {
    guard let name = order.sheet else { return nil }
    if name == "page" { return nil }
    let own = handbook.configuration.cards.sheets.map { Sheet($0) }
    let all = own + SheetCatalog.perforated
    guard let sheet = all.first(where: { $0.name == name }) else {
      throw .noSheet(name, known: all.map(\.name) + ["page"])
    }
    if !sheet.isSound { throw .unsoundSheet(name) }
    if let size = order.sizes.first, !order.sizes.contains(sheet.size) {
      throw .sheetIsFor(
        sheet: name, what: "cards of the size \(sheet.size.rawValue)", given: size.rawValue)
    }
    if let paper = order.paper, paper.width != sheet.width || paper.height != sheet.height {
      let own = Paper.allCases.first { $0.width == sheet.width && $0.height == sheet.height }
      throw .sheetIsFor(
        sheet: name, what: own?.name ?? "paper of \(sheet.width) × \(sheet.height) mm",
        given: paper.name)
    }
    return sheet
  }

  private func sheet(for size: CardSize) throws(CardOrderProblem) -> Sheet {
    if order.sheet == "page" { return .wholePage(size) }
    let isFold = order.duplex == .fold
    let found =
      isFold
      ? SheetCatalog.foldSheet(size, on: paper)
      : SheetCatalog.sheet(size, on: paper, gutter: order.gutter)
    guard let found else {
      throw .doesNotFit(size: size.rawValue, paper: paper.name, isFold: isFold)
    }
    return found
  }
}

extension Card {
  /// The card in another size, its type within the limits of that size where the editor set none.
  fileprivate func resized(to size: CardSize) -> Card {
    var card = self
    if minimum == self.size.type.lowerBound { card.minimum = size.type.lowerBound }
    if maximum == self.size.type.upperBound { card.maximum = size.type.upperBound }
    card.maximum = max(card.minimum, card.maximum)
    card.size = size
    return card
  }
}

extension CardOrder.Choice {
  fileprivate var text: String {
    switch self {
    case .id(let id): id
    case .tag(let tag): "tag=\(tag)"
    case .category(let name): "category=\(name)"
    }
  }
}
