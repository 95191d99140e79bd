// card-fit: a card that would be cut off, or has nothing on it.

/// A side of a card, as findings name it.
package struct CardSide: Sendable {
  let card: Card
  let name: String

  package init(_ card: Card, isBack: Bool) {
    self.card = card
    name = isBack ? "back" : "front"
  }

  /// The front of card heart.
  var words: String { "the \(name) of card \(card.id)" }
}

/// The rule; all but the empty card is found where cards are set in their fonts.
package enum CardFit {
  package static let rule = Rule(
    "card-fit", .error, "A card does not fit its size, or is empty.",
    explanation: """
      A card is never clipped and never set below its smallest type (`card: {min: 10.5}`). The \
      message says how many millimetres are too many and about how many lines to cut. Shorten \
      the text, move part of it to the back, pick fewer rows or steps, or choose a larger size. \
      A word that is wider than the card needs a hyphen or a shorter word.
      """,
    bad: "---\ntitle: Long\nkind: card\n---\n\n---\n\nThe back of nothing.\n",
    good: "---\ntitle: Short\nkind: card\n---\n\nBreathe. Smile. It is not about you.\n")

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    handbook.cards.filter(\.front.isEmpty).map { card in
      Diagnostic(
        rule, at: card.page, card.range, "the card \(card.id) has nothing on its front",
        help: "write a list, phrases or a paragraph, or pick rows or steps")
    }
  }

  /// A text that no card holds, so that it is not even set.
  package static func tooMuch(_ card: Card) -> Diagnostic {
    Diagnostic(
      rule, at: card.page, card.range,
      "the card \(card.id) has the text of a book; a card has no more than \(Limits.cardBytes) bytes",
      help: "make a page of it, and put on the card what is needed with a caller on the line")
  }

  /// A body higher than its room at the smallest type: by `excess` mm, which is about so many
  /// lines; `place` is the first block that does not fit.
  package static func tooLong(
    _ excess: Double, lines: Int, points: Double, _ side: CardSide, _ place: Range<Int>
  ) -> Diagnostic {
    let excess = (excess * 10).rounded(.up) / 10
    return Diagnostic(
      rule, at: side.card.page, place,
      "\(side.words) is \(excess.shown) mm too long at \(points.shown) pt",
      help: "cut about \(lines) line\(lines == 1 ? "" : "s"), or use a larger card")
  }

  /// A word that no line is wide enough for; `column` in mm.
  package static func word(
    _ word: String, column: Double, _ side: CardSide, _ place: Range<Int>
  ) -> Diagnostic {
    let column = (column * 10).rounded(.down) / 10
    let shown = word.count > 60 ? word.prefix(40) + "…" : word[...]
    return Diagnostic(
      rule, at: side.card.page, place,
      "“\(shown)” is wider than the \(column.shown) mm column on \(side.words)",
      help: "use a shorter word, a hyphen, or a larger card")
  }

  /// A title that two lines do not hold.
  package static func title(_ side: CardSide) -> Diagnostic {
    Diagnostic(
      rule, at: side.card.page, side.card.range,
      "the title does not fit on two lines on \(side.words)",
      help: "give the card a shorter title: card: {title: …}")
  }

  /// A foot that is wider than the card.
  package static func control(_ side: CardSide) -> Diagnostic {
    Diagnostic(
      rule, at: side.card.page, side.card.range,
      "a line at the foot is wider than the card on \(side.words)",
      help: "use a shorter file name or contact, or a larger card")
  }
}
