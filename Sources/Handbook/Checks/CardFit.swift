// card-fit: a card that would be cut off, or has nothing on it.

enum CardFit {
  static let rule = Rule(
    "card-fit", .error, "A card does not fit its size, or is empty.",
    explanation: """
      A card is never clipped and never set below its smallest type (`card: {min: 10.5}`). The \
      message says how many millimetres are too many and about how many lines to cut. Shorten \
      the text, move part of it to the back, pick fewer rows or steps, or choose a larger size.
      """,
    bad: "---\ntitle: Long\nkind: card\n---\n\n"
      + String(repeating: "- One more line than the card has room for.\n", count: 40),
    good: "---\ntitle: Short\nkind: card\n---\n\nBreathe. Smile. It is not about you.\n")

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    handbook.cards.flatMap { card -> [Diagnostic] in
      if card.front.isEmpty {
        return [
          Diagnostic(
            rule, at: card.page, card.range, "the card \(card.id) has nothing on its front",
            help: "write a list, phrases or a paragraph, or pick rows or steps")
        ]
      }
      let sides = [("front", card.front), ("back", card.back)].filter { !$1.isEmpty }
      return sides.compactMap { side, blocks in
        finding(card, side, CardFitting.fit(blocks, on: card))
      }
    }
  }

  private static func finding(_ card: Card, _ side: String, _ fit: CardFitting.Fit) -> Diagnostic? {
    guard fit.excess > 0 else { return nil }
    let excess = (fit.excess * 10).rounded(.up) / 10
    let lines = Int((fit.excess / fit.lineHeight).rounded(.up))
    return Diagnostic(
      rule, at: card.page, card.range,
      "the \(side) of card \(card.id) is \(excess.shown) mm too long at \(card.minimum.shown) pt",
      help: "cut about \(lines) line\(lines == 1 ? "" : "s"), or use a larger card")
  }
}
