// From blocks of a page to the blocks of its card.

internal import CommonMark
internal import Text

/// A block of a card, and its first line in the page's file.
struct PlacedBlock {
  let block: CardBlock
  let place: Range<Int>
}

/// Reads the card of a page, written or derived.
package struct CardReader {
  private let page: Page
  private let configuration: Configuration

  package init(page: Page, configuration: Configuration) {
    self.page = page
    self.configuration = configuration
  }

  /// The page's card; nil where it has none.
  package func read() -> Card? {
    let options = page.front.card
    guard page.kind == .card || options != nil else { return nil }
    let (front, back) = sides(options)
    let category = options?.category.flatMap { name in
      configuration.cards.categories.first { $0.name == name.value }
    }
    let interval = page.front.review ?? configuration.review?.every
    let size = options?.size ?? configuration.cards.defaultSize
    let minimum = options?.minimum ?? min(size.type.lowerBound, options?.maximum ?? .infinity)
    return Card(
      id: id, title: options?.title ?? page.title, page: page.path, size: size, category: category,
      front: front.map(\.block), back: back.map(\.block), frontPlaces: front.map(\.place),
      backPlaces: back.map(\.place),
      contacts: configuration.cards.hasContacts ? configuration.contacts.map(\.line) : [],
      language: configuration.language(of: page), layout: options?.layout,
      turn: options?.turn ?? .side,
      hole: size.canBePunched ? options?.hole ?? .none : .none,
      minimum: minimum, maximum: options?.maximum ?? max(size.type.upperBound, minimum),
      reviewed: page.front.reviewed?.value,
      reviewBy: page.front.reviewed.flatMap { date in interval.flatMap { date.value.adding($0) } },
      range: options?.range ?? 0..<0, isWritten: page.kind == .card)
  }

  /// The page's path with `/` as `-`, without the folder `cards`.
  private var id: String {
    let folder = page.path.folder
    let parts = folder.pathNames.filter { $0 != "cards" }.map(String.init)
    let stem =
      ["index", "readme"].contains(page.path.stem.lowercased()) && !parts.isEmpty
      ? [] : [page.path.stem]
    let name = Slug.base((parts + stem).joined(separator: "-"))
    return name.isEmpty ? "card" : name
  }

  private func sides(_ options: CardOptions?) -> (front: [PlacedBlock], back: [PlacedBlock]) {
    switch page.structure {
    case .card(let text):
      return (blocks(in: text.front), text.back.map { blocks(in: $0) } ?? [])
    case .model(let steps):
      let pick = CardPicking(names: steps.map(\.heading.slug.text), options?.steps, options?.back)
      return (pick.front.flatMap { letter(steps[$0]) }, pick.back.flatMap { letter(steps[$0]) })
    case .script(let script):
      let names = script.steps.map(\.heading.slug.text)
      let pick = CardPicking(names: names, options?.steps, options?.back)
      let numbers = Dictionary(
        firstWins: (pick.front + pick.back).enumerated().map { (names[$1], $0 + 1) })
      func make(_ index: Int) -> [PlacedBlock] { step(script.steps[index], numbers) }
      return (pick.front.flatMap(make), pick.back.flatMap(make))
    case .faq(let questions):
      let pick = CardPicking(
        names: questions.map(\.heading.slug.text), options?.steps, options?.back)
      func make(_ index: Int) -> [PlacedBlock] {
        let heading = questions[index].heading
        return [placed(.heading(runs(in: heading.node)), heading.node)]
          + firstParagraph(questions[index].content)
      }
      return (pick.front.flatMap(make), pick.back.flatMap(make))
    case .plain, .practice:
      let phrases = page.phrases.filter { $0.say != nil }
      if phrases.isEmpty { return (firstParagraph(1..<page.tree.nodes.count), []) }
      let pick = CardPicking(phrases: phrases.map(\.id), options?.rows, options?.back)
      return (pick.front.map { pair(phrases[$0]) }, pick.back.map { pair(phrases[$0]) })
    }
  }

  private func letter(_ step: ModelStep) -> [PlacedBlock] {
    var runs = bold(step.heading)
    if case .text(let first)? = firstParagraph(step.content).first?.block {
      runs += [plain(" — ")] + first
    }
    return [placed(.letter(step.letter, runs), step.heading.node)]
  }

  private func step(_ step: ScriptStep, _ numbers: [String: Int]) -> [PlacedBlock] {
    var runs = bold(step.heading)
    let line = page.phrases(in: step.content).first { $0.say != nil }?.say
    if let line { runs += [plain(": ")] + self.runs(line.nodes) }
    let branches = step.choices.map { choice -> [CardRun] in
      let target = choice.anchor.flatMap { numbers[$0] }.map { "\($0)" }
      return self.runs(in: choice.link) + (target.map { [plain(" → " + $0)] } ?? [])
    }
    let number = numbers[step.heading.slug.text] ?? 1
    return [placed(.step(number: number, runs, branches: branches), step.heading.node)]
  }

  private func pair(_ phrase: Phrase) -> PlacedBlock {
    let (say, avoid) = (phrase.say?.nodes ?? 0..<0, phrase.avoid?.nodes ?? 0..<0)
    return placed(.pair(say: runs(say), avoid: runs(avoid)), phrase.node)
  }

  private func placed(_ block: CardBlock, _ node: Int) -> PlacedBlock {
    PlacedBlock(block: block, place: page.firstLine(of: node))
  }

  private func firstParagraph(_ range: Range<Int>) -> [PlacedBlock] {
    let block = page.blocks(in: range).first { block in
      page.tree.nodes[block].kind == .paragraph
    }
    return block.map { [placed(.text(runs($0 + 1..<Int(page.tree.nodes[$0].end))), $0)] } ?? []
  }

  private func bold(_ heading: Page.Heading) -> [CardRun] {
    runs(in: heading.node).map { CardRun(text: $0.text, isBold: true, isBlank: $0.isBlank) }
  }

  private func runs(in node: Int) -> [CardRun] {
    runs(node + 1..<Int(page.tree.nodes[node].end))
  }

  private func plain(_ text: String) -> CardRun {
    CardRun(text: text, isBold: false, isBlank: false)
  }
}

extension CardReader {
  /// The blocks of a written side.
  private func blocks(in range: Range<Int>) -> [PlacedBlock] {
    page.blocks(in: range).filter { $0 != page.titleNode }.flatMap { block -> [PlacedBlock] in
      let node = page.tree.nodes[block]
      let inside = block + 1..<Int(node.end)
      switch node.kind {
      case .heading: return [placed(.heading(runs(inside)), block)]
      case .paragraph: return [placed(.text(runs(inside)), block)]
      case .list: return items(of: block)
      case .htmlBlock:
        let words = runs(inside)
        return words.isEmpty ? [] : [placed(.text(words), block)]
      case .blockQuote, .table: return phrases(in: block)
      default: return []
      }
    }
  }

  private func phrases(in block: Int) -> [PlacedBlock] {
    guard let found = page.phraseBlocks[block] else {
      return [placed(.text(runs(block + 1..<Int(page.tree.nodes[block].end))), block)]
    }
    return found.phrases.map { pair(page.phrases[$0]) }
  }

  private func items(of list: Int) -> [PlacedBlock] {
    let tree = page.tree
    let first = Int(tree.nodes[list].value)
    return tree.children(of: list).enumerated().map { offset, item in
      placed(block(of: item, number: first >= 0 ? first + offset : nil), item)
    }
  }

  /// A list's item; `number` where the list is numbered.
  private func block(of item: Int, number: Int?) -> CardBlock {
    let tree = page.tree
    let children = tree.children(of: item)
    let line = children.first.map { runs($0 + 1..<Int(tree.nodes[$0].end)) } ?? []
    let inner = children.dropFirst().first { tree.nodes[$0].kind == .list }
    let branches = (inner.map { tree.children(of: $0) } ?? []).map {
      runs($0 + 1..<Int(tree.nodes[$0].end))
    }
    if let number { return .step(number: number, line, branches: branches) }
    if let say = after("Say:", line) {
      return .pair(say: say, avoid: branches.first.flatMap { after("Instead of:", $0) } ?? [])
    }
    if let head = line.first, head.isBold, head.text.count == 1 {
      return .letter(head.text, trimmed(Array(line.dropFirst())))
    }
    return .bullet(line)
  }

  /// The rest of a line that begins with a word.
  private func after(_ word: String, _ line: [CardRun]) -> [CardRun]? {
    guard let first = line.first, first.text.hasPrefix(word) else { return nil }
    var rest = line
    rest[0].text = String(first.text.dropFirst(word.count))
    return trimmed(rest)
  }

  private func trimmed(_ line: [CardRun]) -> [CardRun] {
    var line = line
    guard let first = line.first else { return line }
    line[0].text = String(first.text.drop { $0 == " " })
    return line[0].text.isEmpty ? Array(line.dropFirst()) : line
  }

  /// Inlines as runs: bold and placeholders kept, all else as text.
  func runs(_ range: Range<Int>) -> [CardRun] {
    let tree = page.tree
    var result: [CardRun] = []
    var boldEnd = 0
    func add(_ text: String, blank: Bool = false, bold: Bool) {
      if let last = result.last, last.isBold == bold, !last.isBlank, !blank {
        result[result.count - 1].text += text
      } else {
        result.append(CardRun(text: text, isBold: bold, isBlank: blank))
      }
    }
    for index in range {
      let node = tree.nodes[index]
      if node.kind == .strong { boldEnd = Int(node.end) }
      let bold = index < boldEnd
      switch node.kind {
      case .text:
        for segment in Placeholder.segments(of: tree.slice(node.text)) {
          switch segment {
          case .literal(let bytes): add(String(decoding: bytes, as: UTF8.self), bold: bold)
          case .hole(let name, _):
            if let value = configuration.values[name] {
              add(value, bold: bold)
            } else {
              add(configuration.field(name)?.label ?? name, blank: true, bold: bold)
            }
          }
        }
      case .code: add(tree.string(node.text), bold: bold)
      case .softBreak, .lineBreak: add(" ", bold: bold)
      case .paragraph where index > range.lowerBound: add(" ", bold: bold)
      default: break
      }
    }
    return result
  }
}
