// card-length: more on a side than somebody under strain can follow.

enum CardLength {
  static let rule = Rule(
    "card-length", .warning, "A side of a card has too many steps or phrases.",
    explanation: """
      A card is read with a caller on the line. More than seven steps, letters or rungs on a side, \
      or more than five lines to say, and nobody finds the one that is needed. Put the rest on the \
      back, on a second card, or pick fewer with `rows:` or `steps:`.
      """,
    bad: "---\ntitle: Opening up\nkind: card\n---\n\n"
      + (1...8).map { "\($0). Switch on room \($0).\n" }.joined(),
    good: "---\ntitle: Opening up\nkind: card\n---\n\n"
      + (1...7).map { "\($0). Switch on room \($0).\n" }.joined())

  /// What a person keeps in view.
  ///
  /// - Source: Miller 1956, seven plus or minus two, taken from below for whole sentences to say.
  static let steps = 7
  static let pairs = 5

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    handbook.cards.flatMap { card in
      side(card.front, card.frontPlaces, CardSide(card, isBack: false))
        + side(card.back, card.backPlaces, CardSide(card, isBack: true))
    }
  }

  private static func side(
    _ blocks: [CardBlock], _ places: [Range<Int>], _ side: CardSide
  ) -> [Diagnostic] {
    let steps = blocks.indices.filter { blocks[$0].isStep }
    let pairs = blocks.indices.filter { blocks[$0].isPair }
    return [
      tooMany(steps, most: Self.steps, "steps", places, side),
      tooMany(pairs, most: Self.pairs, "lines to say", places, side),
    ].compactMap(\.self)
  }

  /// A finding at the first block that is too many.
  private static func tooMany(
    _ found: [Int], most: Int, _ what: String, _ places: [Range<Int>], _ side: CardSide
  ) -> Diagnostic? {
    guard found.count > most else { return nil }
    let first = found[most]
    return Diagnostic(
      rule, at: side.card.page, places.indices.contains(first) ? places[first] : side.card.range,
      "\(side.words) has \(found.count) \(what); \(most) can be followed",
      help: "put the rest on the back or on another card")
  }
}

extension CardBlock {
  /// A step, a rung of a ladder, or a letter of an acrostic.
  fileprivate var isStep: Bool {
    switch self {
    case .step, .letter: true
    case .pair, .bullet, .heading, .text: false
    }
  }

  fileprivate var isPair: Bool { if case .pair = self { true } else { false } }
}
