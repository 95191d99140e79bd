// Which side of which card lies where on which page.

internal import Handbook

/// A side of a card at its place on a page.
package struct Placement: Sendable, Equatable {
  /// Index of the card in the deck.
  package var card: Int
  package var isBack: Bool
  /// The place on the paper.
  package var box: Box
  /// Clockwise, in degrees: 0, 90, 180 or 270.
  package var turn: Int
}

/// One page of a PDF.
package struct PrintPage: Sendable, Equatable {
  package var isBack: Bool
  /// The sheet that it is a side of, from 1.
  package var sheet: Int
  package var placements: [Placement]
}

/// How a deck is laid on paper.
package struct Imposition: Sendable {
  package var sheet: Sheet
  package var duplex: Duplex
  /// How far backs are moved to meet their fronts on this printer, in mm: right and down.
  package var offset: (x: Millimetres, y: Millimetres)
  /// Times that each card is printed.
  package var copies: Int

  package init(
    sheet: Sheet, duplex: Duplex, offset: (x: Millimetres, y: Millimetres) = (0, 0),
    copies: Int = 1
  ) {
    (self.sheet, self.duplex, self.offset, self.copies) = (sheet, duplex, offset, copies)
  }

  /// The pages of a deck, in the order in which the printer takes them.
  ///
  /// Places that stay empty stay so on both sides.
  ///
  /// - Parameter hasBack: for each card of the deck whether it has a back.
  /// - Returns: for `separate` all fronts, then all backs in the same order.
  package func pages(_ hasBack: [Bool]) -> [PrintPage] {
    let deck = hasBack.indices.flatMap { Array(repeating: $0, count: copies) }
    let cells = sheet.cells
    var fronts: [PrintPage] = []
    var backs: [PrintPage] = []
    for start in stride(from: 0, to: deck.count, by: cells.count) {
      let cards = Array(zip(deck[start..<min(start + cells.count, deck.count)], cells))
      let number = start / cells.count + 1
      if sheet.isOneSided {
        fronts.append(
          PrintPage(
            isBack: false, sheet: number,
            placements: cards.flatMap {
              sheet.isTent
                ? panels(of: $0, in: $1, hasBack[$0]) : folded($0, in: $1, hasBack[$0])
            }))
        continue
      }
      fronts.append(
        PrintPage(
          isBack: false, sheet: number,
          placements: cards.map {
            Placement(card: $0, isBack: false, box: $1, turn: sheet.isTurned ? 90 : 0)
          }))
      backs.append(
        PrintPage(
          isBack: true, sheet: number,
          placements: cards.filter { hasBack[$0.0] }.map { back($0, behind: $1) }))
    }
    if sheet.isOneSided { return fronts }
    switch duplex {
    case .fold, .none: return fronts
    case .separate: return fronts + backs
    case .long, .short:
      // A deck of fronts only needs no empty pages between them.
      if !hasBack.contains(true) { return fronts }
      return zip(fronts, backs).flatMap { [$0, $1] }
    }
  }

  /// The pages of a deck of cards; the back of a card that turns over its top edge is upside down.
  package func pages(of cards: [LaidCard]) -> [PrintPage] {
    var pages = pages(cards.map { $0.back != nil })
    if sheet.isTent { return pages }
    for page in pages.indices {
      for index in pages[page].placements.indices {
        let placement = pages[page].placements[index]
        guard placement.isBack, cards[placement.card].card.turn == .top else { continue }
        pages[page].placements[index].turn = (placement.turn + 180) % 360
      }
    }
    return pages
  }

  /// The place behind a front once the sheet is turned over.
  ///
  /// The card turns over its side, like the page of a book, so a card that lies with its top to the
  /// right has it to the left when it is seen from behind.
  package func back(_ card: Int, behind front: Box) -> Placement {
    var box = front
    var turn = sheet.isTurned ? 270 : 0
    if duplex == .short {
      box.y = sheet.height - front.y - front.height
      turn = (turn + 180) % 360
    } else {
      box.x = sheet.width - front.x - front.width
    }
    box.x += offset.x
    box.y += offset.y
    return Placement(card: card, isBack: true, box: box, turn: turn)
  }

  private func folded(_ card: Int, in cell: Box, _ hasBack: Bool) -> [Placement] {
    var front = cell
    var back = cell
    if sheet.isTurned {
      front.height /= 2
      back.height /= 2
      back.y += back.height
    } else {
      front.width /= 2
      back.width /= 2
      back.x += back.width
    }
    let turn = sheet.isTurned ? 90 : 0
    let sides = [
      Placement(card: card, isBack: false, box: front, turn: turn),
      Placement(card: card, isBack: true, box: back, turn: turn),
    ]
    return hasBack ? sides : [sides[0]]
  }

  /// The panels of a tent: below the fold the front, upright; above it, upside down, the back, or
  /// the front again where there is none.
  private func panels(of card: Int, in cell: Box, _ hasBack: Bool) -> [Placement] {
    var (near, far) = (cell, cell)
    if sheet.isTurned {
      // The top lies to the right, so the lower panel is the left one.
      near.width /= 2
      far.width /= 2
      far.x += far.width
    } else {
      near.height /= 2
      far.height /= 2
      near.y += near.height
    }
    let turn = sheet.isTurned ? 90 : 0
    return [
      Placement(card: card, isBack: false, box: near, turn: turn),
      Placement(card: card, isBack: hasBack, box: far, turn: turn + 180),
    ]
  }
}
