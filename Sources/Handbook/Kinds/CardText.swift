// What goes on a cue card: from a `kind: card` page, or picked from another page by `card:`.

internal import CommonMark

/// The front and back of a written card, as runs of blocks, title included.
package struct CardText: Sendable {
  package let front: Range<Int>
  /// What follows the first thematic break; nil for a card with one side.
  package let back: Range<Int>?

  static func read(_ text: PageText) -> CardText {
    let tree = text.tree
    let end = Int(tree.nodes[0].end)
    let turn = text.blocks(in: 1..<end).first { tree.nodes[$0].kind == .thematicBreak }
    guard let turn else { return CardText(front: 1..<end, back: nil) }
    return CardText(front: 1..<turn, back: Int(tree.nodes[turn].end)..<end)
  }
}

/// A run of text on a card: the only styles there are.
package struct CardRun: Sendable, Hashable {
  package var text: String
  package var isBold: Bool
  /// A placeholder: a ruled blank with this label.
  package var isBlank: Bool

  package init(text: String, isBold: Bool = false, isBlank: Bool = false) {
    self.text = text
    self.isBold = isBold
    self.isBlank = isBlank
  }
}

/// A block of a card's body.
package enum CardBlock: Sendable, Equatable {
  /// `H  Hear — Let them finish.`
  case letter(String, [CardRun])
  case pair(say: [CardRun], avoid: [CardRun])
  /// A numbered step with its branches; `from` is its number.
  case step(number: Int, [CardRun], branches: [[CardRun]])
  case bullet([CardRun])
  case heading([CardRun])
  case text([CardRun])
}

/// A cue card: what stands on each side, before layout.
package struct Card: Sendable, Equatable {
  package var id: String
  package var title: String
  package var page: ContentPath
  package var size: CardSize
  package var category: CardCategory?
  package var front: [CardBlock]
  package var back: [CardBlock]
  /// Where each block of a side stands in the page's file.
  package var frontPlaces: [Range<Int>] = []
  package var backPlaces: [Range<Int>] = []
  /// Whom to reach, at the foot of the front.
  package var contacts: [String] = []
  /// BCP 47.
  package var language = "en"
  package var layout: CardLayout?
  /// Without meaning for tents, whose panels are seen from two sides.
  package var turn = CardTurn.side
  package var hole = CardHole.none
  package var minimum: Double
  package var maximum: Double
  package var reviewed: CalendarDate?
  package var reviewBy: CalendarDate?
  /// Where to report what is wrong with it.
  package var range: Range<Int>
  /// Whether it is a page of its own or comes from another page.
  package var isWritten: Bool
}

extension CardBlock {
  /// The bytes of its text, and some for itself.
  fileprivate var bytes: Int {
    let runs: [CardRun] =
      switch self {
      case .letter(_, let runs), .bullet(let runs), .heading(let runs), .text(let runs): runs
      case .pair(let say, let avoid): say + avoid
      case .step(_, let runs, let branches): runs + branches.flatMap(\.self)
      }
    return runs.reduce(8) { $0 + $1.text.utf8.count }
  }
}

extension Card {
  /// Its name on the pages that show it.
  package var anchor: String { "c-" + id }

  /// Whether it has more text than any card can hold.
  package var isBeyondMeasure: Bool {
    let bytes = (front + back).reduce(title.utf8.count) { $0 + $1.bytes }
    return bytes > Limits.cardBytes
  }

  /// Whether its text runs from right to left.
  package var isRightToLeft: Bool { Language.isRightToLeft(language) }
}
