// card-type: type that is hard to read at arm's length.

package enum CardType {
  package static let rule = Rule(
    "card-type", .warning, "A side of a card is set in very small type.",
    explanation: """
      Under 11 points a laminated card is hard to read on a desk, at about 60 cm and through \
      reflections. Cards are set as large as their text allows, so cut a line or two, move text to \
      the other side, or use a larger size.
      """,
    bad: "A card of the size a7 with 90 words on a side, which is set at 10.5 points.",
    good: "The same card with 60 words on each side, or of the size a6.")

  /// The smallest type that is set without a warning, in points.
  ///
  /// - Source: 16 minutes of arc for capitals at 60 cm are 10.9 points of the cards' font
  ///   (ISO 9241-3, NUREG-0700).
  package static let least = 11.0

  /// A side set at `points`, where that is under ``least``; `place` is its first block.
  package static func small(
    _ points: Double, _ side: CardSide, _ place: Range<Int>
  ) -> Diagnostic? {
    if points >= least { return nil }
    return Diagnostic(
      rule, at: side.card.page, place,
      "\(side.words) is set at \(points.shown) pt; under \(least.shown) pt is hard to read",
      help: "cut a line or two, or use a larger card")
  }
}
