// The body of a card as a column of texts. All lengths are in ems, so that one column can be tried
// at any size of type.

internal import Handbook

/// A sign before a text: a number, a tick, an arrow.
struct Marker: Sendable {
  var paragraph: Paragraph
  /// Its type size, as a multiple of the body's.
  var scale = 1.0
  /// From the column's edge to the sign, in ems of the body.
  var indent = 0.0
  /// From the column's edge to the sign's end, for numbers, which are aligned at their ends; nil
  /// for a sign that begins at `indent`.
  var end: Double?
  /// How far its baseline lies below the text's, in ems of the body.
  var drop = 0.0
}

/// A rule above a text.
enum FlowRule: Sendable, Equatable { case none, dashed, solid }

/// What a text is to a program that reads the card aloud.
enum Role: Sendable, Equatable { case heading, paragraph, item }

/// A text of the body with its sign and the space above it.
struct FlowItem: Sendable {
  var paragraph: Paragraph
  var role = Role.paragraph
  /// Its type size, as a multiple of the body's.
  var scale = 1.0
  /// From the column's edge, in ems of the body.
  var indent = 0.0
  var marker: Marker?
  /// Space above, in ems of the body; none above the first text.
  var gap = Flow.gap
  var rule = FlowRule.none
  /// The least height, in ems of the body, where a large letter needs more than the text.
  var least = 0.0
  /// Which block of the side it comes from.
  var block: Int

  /// The text's height in a column, in ems of the body.
  func height(in column: Double) -> Double {
    let lines = paragraph.lineCount(in: (column - indent) / scale)
    return max(least, Double(lines) * CardMeasures.leading * scale)
  }
}

/// The measures of the body, in ems.
enum Flow {
  static let gap = 0.42
  static let headingGap = 0.7
  static let pairGap = 0.62
  static let ladderGap = 0.6
  /// Between a line to say and what not to say.
  static let avoidGap = 0.12
  static let avoidScale = 0.9
  static let letterScale = 1.7
  static let letterIndent = 2.0
  static let signIndent = 1.4
  static let stepIndent = 1.75
  static let stepNumberEnd = 1.4
  static let branchIndent = 3.0
  static let branchGap = 0.16
  static let bulletIndent = 1.0
  /// Height of capitals in ems, so that the top of a large letter can be level with its first
  /// line.
  ///
  /// - Source: `sCapHeight` of Noto Sans, the default theme's font.
  static let capitals = 0.714

  /// The height of a body in a column of a width; both in ems.
  static func height(of items: [FlowItem], in column: Double) -> Double {
    var height = 0.0
    for (index, item) in items.enumerated() {
      height += (index == 0 ? 0 : item.gap) + item.height(in: column)
    }
    return height
  }
}

/// Makes the column of one side.
struct FlowBuilder {
  let card: Card
  let words: CardWords
  let fonts: FontStock
  private(set) var items: [FlowItem] = []
  private var block = 0
  private let hue: Ink

  init(card: Card, words: CardWords, fonts: FontStock) {
    self.card = card
    self.words = words
    self.fonts = fonts
    hue = Ink(card.category)
  }

  /// Adds the blocks of a side.
  ///
  /// A ladder is climbed from its foot, so its first step stands lowest.
  mutating func add(_ blocks: [CardBlock]) {
    for index in CardLayout.order(of: blocks, isLadder: card.layout == .ladder) {
      block = index
      add(blocks[index], after: items.isEmpty ? nil : blocks[items[items.count - 1].block])
    }
  }

  private mutating func add(_ content: CardBlock, after previous: CardBlock?) {
    switch content {
    case .letter(let letter, let runs): add(letter: letter, runs)
    case .pair(let say, let avoid): add(say: say, avoid: avoid, after: previous)
    case .step(let number, let runs, let branches):
      add(step: number, runs, branches, after: previous)
    case .bullet(let runs):
      var item = item(runs, role: .item, indent: Flow.bulletIndent)
      item.marker = marker("•")
      items.append(item)
    case .heading(let runs):
      var item = item(runs, TextStyle(isBold: true, color: hue), role: .heading)
      item.gap = Flow.headingGap
      items.append(item)
    case .text(let runs): items.append(item(runs))
    }
  }

  private mutating func add(letter: String, _ runs: [CardRun]) {
    var item = item(runs, role: .item, indent: Flow.letterIndent)
    var sign = marker(letter)
    sign.scale = Flow.letterScale
    sign.drop = (Flow.letterScale - 1) * Flow.capitals
    item.marker = sign
    item.least = CardMeasures.leading + sign.drop
    items.append(item)
  }

  private mutating func add(say: [CardRun], avoid: [CardRun], after previous: CardBlock?) {
    var line = item(say, TextStyle(isBold: true), indent: Flow.signIndent)
    line.marker = marker("✓")
    if case .pair? = previous { (line.rule, line.gap) = (.dashed, Flow.pairGap) }
    items.append(line)
    if avoid.isEmpty { return }
    // Isolated, as its language may run the other way than the card's (UAX #9, section 2.4).
    let name = card.isRightToLeft ? "\u{2068}\(words.insteadOf)\u{2069}" : words.insteadOf
    let label = CardRun(text: name + "\u{A0}", isBold: true)
    var other = item(
      [label] + avoid, TextStyle(color: .quiet), indent: Flow.signIndent)
    other.marker = marker("✗", color: .quiet)
    other.scale = Flow.avoidScale
    other.gap = Flow.avoidGap
    items.append(other)
  }

  private mutating func add(
    step number: Int, _ runs: [CardRun], _ branches: [[CardRun]], after previous: CardBlock?
  ) {
    var line = item(runs, role: .item, indent: Flow.stepIndent)
    line.marker = marker("\(number).")
    line.marker?.end = Flow.stepNumberEnd
    if case .step? = previous, card.layout == .ladder {
      (line.rule, line.gap) = (.solid, Flow.ladderGap)
    }
    items.append(line)
    for branch in branches {
      var way = item(branch, role: .item, indent: Flow.branchIndent)
      way.marker = marker(card.isRightToLeft ? "←" : "→")
      way.marker?.indent = Flow.stepIndent
      way.gap = Flow.branchGap
      items.append(way)
    }
  }

  private func item(
    _ runs: [CardRun], _ style: TextStyle = TextStyle(), role: Role = .paragraph,
    indent: Double = 0
  ) -> FlowItem {
    FlowItem(
      paragraph: Paragraph(runs, style, in: fonts), role: role, indent: indent, block: block)
  }

  private func marker(_ text: String, color: Ink? = nil) -> Marker {
    let style = TextStyle(isBold: true, color: color ?? hue)
    return Marker(paragraph: Paragraph([CardRun(text: text)], style, in: fonts))
  }
}
