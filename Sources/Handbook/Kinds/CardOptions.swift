// What `card:` in front matter asks for.

/// The true sizes of cue cards, in millimetres, upright; of a tent, those of each of its two panels.
///
/// - Source: ISO 216, US index cards and business cards, Avery 5305 for the low tent; see the README's
///   card table.
package enum CardSize: String, Sendable, CaseIterable {
  case a7, a6, a5
  case index3x5 = "3x5"
  case index4x6 = "4x6"
  case quarter, half
  case businessUS = "business-us"
  case businessEU = "business-eu"
  case tent
  case lowTent = "tent-low"

  /// Width and height in mm.
  package var millimetres: (width: Double, height: Double) {
    switch self {
    case .a7: (74, 105)
    case .a6: (105, 148)
    case .a5: (148, 210)
    case .index3x5: (76.2, 127)
    case .index4x6: (101.6, 152.4)
    case .quarter: (107.95, 139.7)
    case .half: (139.7, 215.9)
    case .businessUS: (88.9, 50.8)
    case .businessEU: (85, 55)
    case .tent: (190.5, 114.3)
    case .lowTent: (215.9, 63.5)
    }
  }

  /// Whether there is room for a punched hole.
  package var canBePunched: Bool { !isTent && self != .businessUS && self != .businessEU }

  /// Whether the card stands on a table: two panels, folded between them.
  package var isTent: Bool { self == .tent || self == .lowTent }

  /// The smallest and largest type where a card names none, in points.
  ///
  /// - Source: clear print asks for an x-height of 2 mm, which 10.5 points of the cards' font have.
  package var type: ClosedRange<Double> {
    switch self {
    case .a7: 10.5...14
    case .a6, .index3x5, .index4x6, .quarter: 10.5...16
    case .a5, .half: 12...20
    case .businessUS, .businessEU: 10.5...12
    case .tent, .lowTent: 14...28
    }
  }
}

/// The form of a card's body.
package enum CardLayout: String, Sendable, CaseIterable {
  case acrostic, pairs, steps, ladder, facts

  /// The order in which blocks stand on a side: a ladder is climbed, so its first step is lowest.
  package static func order(of blocks: [CardBlock], isLadder: Bool) -> [Int] {
    guard isLadder else { return Array(blocks.indices) }
    let rungs = blocks.indices.filter { if case .step = blocks[$0] { true } else { false } }
    var turned = rungs.reversed().makeIterator()
    return blocks.indices.map { rungs.contains($0) ? turned.next() ?? $0 : $0 }
  }
}

/// Where a laminated card is punched, for a ring or a hook.
package enum CardHole: String, Sendable, CaseIterable { case none, corner, top }

/// How a person turns a card over to read its back.
package enum CardTurn: String, Sendable, CaseIterable {
  /// Over its side, like a page of a book.
  case side
  /// Over its top, like a page of a pad: the back is printed upside down to the front.
  case top
}

/// `card:` of a page: what goes on its cue card and how.
package struct CardOptions: Sendable {
  package var title: String?
  package var size: CardSize?
  package var category: Located<String>?
  package var layout: CardLayout?
  package var turn: CardTurn?
  package var hole: CardHole?
  /// Phrases to pick, by number from 1 or by id; all when empty.
  package var rows: [Located<String>] = []
  /// Steps to pick, by slug; all when empty.
  package var steps: [Located<String>] = []
  /// Phrases or steps that go on the back.
  package var back: [Located<String>] = []
  /// Smallest and largest type, in points.
  package var minimum: Double?
  package var maximum: Double?
  /// Where `card:` stands.
  package var range: Range<Int>

  static func read(
    _ value: YAML, at path: ContentPath, into diagnostics: inout [Diagnostic]
  ) -> CardOptions? {
    if let text = value.text {
      if ["true", "yes", "on"].contains(text) { return CardOptions(range: value.range) }
      if text.isEmpty || ["false", "no", "off"].contains(text) { return nil }
    }
    var reader = MappingReader(value, at: path, what: "card")
    let result = read(value, &reader)
    reader.finish()
    diagnostics += reader.diagnostics
    return result
  }

  /// Every key that a card can have, in the order of the reader.
  package static var keys: [String] {
    let nothing = YAML(content: .mapping([]), range: 0..<0)
    var reader = MappingReader(nothing, at: .configuration, what: "card")
    _ = read(nothing, &reader)
    return reader.knownKeys
  }

  private static func read(_ value: YAML, _ reader: inout MappingReader) -> CardOptions {
    var result = CardOptions(range: value.range)
    result.title = reader.text("title")?.value
    result.size = reader.choice("size", CardSize.self)?.value
    result.category = reader.text("category")
    result.layout = reader.choice("layout", CardLayout.self)?.value
    result.turn = reader.choice("turn", CardTurn.self)?.value
    let hole = reader.choice("hole", CardHole.self)
    if let size = result.size, let hole, hole.value != .none, !size.canBePunched {
      reader.wrong(
        hole.range, "a card of the size \(size.rawValue) has no room for a hole",
        help: "leave hole: out, or use a larger card")
    }
    result.hole = hole?.value
    result.rows = reader.texts("rows")
    result.steps = reader.texts("steps")
    result.back = reader.texts("back")
    result.minimum = reader.number("min", in: points)
    result.maximum = reader.number("max", in: points)
    let least = result.minimum ?? smallest
    if let most = result.maximum, most < least {
      reader.wrong(
        reader.keyRange("max") ?? value.range,
        "max is below the smallest type, \(least.shown) points",
        help: "raise max, or set min: lower")
    }
    return result
  }

  /// Type sizes that can be read and that fit.
  private static let points = 6.0...72.0
  /// The smallest type of most sizes, in points.
  static let smallest = 10.5
}
