// What is printed round the cards: where to cut, where to fold.

/// A straight line on paper.
package struct MarkLine: Sendable, Equatable {
  package enum Kind: Sendable { case crop, cut, fold }
  package var kind: Kind
  package var from: (x: Millimetres, y: Millimetres)
  package var to: (x: Millimetres, y: Millimetres)

  package static func == (left: Self, right: Self) -> Bool {
    left.kind == right.kind && left.from == right.from && left.to == right.to
  }
}

/// The marks of a sheet; they stand on fronts only, as backs never meet them to the millimetre.
package enum CutMarks {
  /// Crop marks begin and end this far outside the cards; these lengths are in mm.
  static let near = 1.5
  static let far = 6.0
  /// Where the cards reach the paper's edge, ticks on the cut lines begin this far in.
  static let inset = 5.0
  static let tick = 3.0
  /// All lines are this wide.
  package static let width = 0.1

  /// Every mark of a sheet, in groups to be drawn with one stroke each.
  ///
  /// A group has lines of one kind that do not lie on one another: the cards' outlines are groups
  /// of their own, as neighbours share an edge.
  package static func strokes(of sheet: Sheet) -> [[MarkLine]] {
    if sheet.isWholePage { return [] }
    let cells = sheet.cells
    return cells.map(outline) + [crops(of: sheet, cells)]
      + [sheet.isOneSided ? cells.map { fold($0, sheet.isTurned != sheet.isTent) } : []]
  }

  private static func outline(_ cell: Box) -> [MarkLine] {
    let corners = [
      (cell.x, cell.y), (cell.right, cell.y), (cell.right, cell.bottom), (cell.x, cell.bottom),
    ]
    return corners.indices.map {
      MarkLine(kind: .cut, from: corners[$0], to: corners[($0 + 1) % 4])
    }
  }

  private static func crops(of sheet: Sheet, _ cells: [Box]) -> [MarkLine] {
    let grid = sheet.grid
    let columns = unique(cells.flatMap { [$0.x, $0.right] })
    let rows = unique(cells.flatMap { [$0.y, $0.bottom] })
    var lines: [MarkLine] = []
    for x in columns {
      for span in spans(before: grid.y, after: grid.bottom, paper: sheet.height)
      where !span.isTick || x > near && x < sheet.width - near {
        lines.append(MarkLine(kind: .crop, from: (x, span.from), to: (x, span.to)))
      }
    }
    for y in rows {
      for span in spans(before: grid.x, after: grid.right, paper: sheet.width)
      where !span.isTick || y > near && y < sheet.height - near {
        lines.append(MarkLine(kind: .crop, from: (span.from, y), to: (span.to, y)))
      }
    }
    return lines
  }

  private typealias Span = (from: Millimetres, to: Millimetres, isTick: Bool)

  /// Where marks run on both sides of the cards, along one axis of the paper.
  private static func spans(
    before start: Millimetres, after end: Millimetres, paper: Millimetres
  ) -> [Span] {
    let first: Span =
      start > near + 1 ? (max(0, start - far), start - near, false) : (inset, inset + tick, true)
    let last: Span =
      paper - end > near + 1
      ? (end + near, min(paper, end + far), false)
      : (paper - inset - tick, paper - inset, true)
    return [first, last]
  }

  /// The fold through the middle of a place.
  private static func fold(_ cell: Box, _ isLevel: Bool) -> MarkLine {
    let (x, y) = (cell.x + cell.width / 2, cell.y + cell.height / 2)
    return isLevel
      ? MarkLine(kind: .fold, from: (cell.x, y), to: (cell.right, y))
      : MarkLine(kind: .fold, from: (x, cell.y), to: (x, cell.bottom))
  }

  /// Ascending, equal ones once.
  private static func unique(_ values: [Millimetres]) -> [Millimetres] {
    values.sorted().reduce(into: []) { result, value in
      if let last = result.last, value - last < 0.001 { return }
      result.append(value)
    }
  }
}
