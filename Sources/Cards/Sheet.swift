// How cards lie on a sheet, as data.

package import Handbook

/// A sheet with a place for each card.
package struct Sheet: Sendable, Equatable {
  package var name: String
  /// The paper in mm, upright.
  package var width: Millimetres
  package var height: Millimetres
  package var size: CardSize
  /// Whether cards lie on their side, their top to the right.
  package var isTurned: Bool
  package var columns: Int
  package var rows: Int
  /// Top left corner of the first card.
  package var x: Millimetres
  package var y: Millimetres
  /// From a card to the next.
  package var columnPitch: Millimetres
  package var rowPitch: Millimetres
  /// Whether each place takes a front and, beside it, its back.
  package var isFold = false
  /// Whether the paper is the card, so that nothing is cut.
  package var isWholePage = false

  /// Whether each place takes two panels, the upper one upside down, to be folded and set up.
  package var isTent: Bool { size.isTent && !isWholePage }
  /// Whether both sides of a card stand on one side of the paper.
  package var isOneSided: Bool { isFold || isTent }

  /// A place's width and height.
  package var cell: (width: Millimetres, height: Millimetres) {
    let card = size.millimetres
    let width = isFold ? 2 * card.width : card.width
    let height = isTent ? 2 * card.height : card.height
    return isTurned ? (height, width) : (width, height)
  }

  /// The places, row by row.
  package var cells: [Box] {
    let (width, height) = cell
    return (0..<rows).flatMap { row in
      (0..<columns).map { column in
        Box(
          x: x + Double(column) * columnPitch, y: y + Double(row) * rowPitch, width: width,
          height: height)
      }
    }
  }

  /// What the places cover.
  package var grid: Box {
    let (width, height) = cell
    return Box(
      x: x, y: y, width: Double(columns - 1) * columnPitch + width,
      height: Double(rows - 1) * rowPitch + height)
  }
}

extension Sheet {
  /// A grid in the middle of the paper, with `gutter` mm between cards.
  package init(
    _ name: String, _ paper: Paper, _ size: CardSize, columns: Int, rows: Int,
    isTurned: Bool = false, isFold: Bool = false, gutter: Millimetres = 0
  ) {
    self.init(
      name: name, width: paper.width, height: paper.height, size: size, isTurned: isTurned,
      columns: columns, rows: rows, x: 0, y: 0, columnPitch: 0, rowPitch: 0, isFold: isFold)
    columnPitch = cell.width + gutter
    rowPitch = cell.height + gutter
    x = (width - grid.width) / 2
    y = (height - grid.height) / 2
  }

  /// A sheet that a handbook defines itself, centred on the paper unless it says where cards
  /// begin.
  package init(_ custom: CardSheet) {
    let paper: Paper = custom.paper == "letter" ? .letter : .a4
    self.init(
      custom.name, paper, custom.size, columns: custom.columns, rows: custom.rows,
      isTurned: custom.isTurned)
    columnPitch = custom.columnPitch ?? columnPitch
    rowPitch = custom.rowPitch ?? rowPitch
    x = custom.x ?? (width - grid.width) / 2
    y = custom.y ?? (height - grid.height) / 2
  }

  /// The paper cut to the card: a page for a print shop or a screen.
  package static func wholePage(_ size: CardSize) -> Sheet {
    let (width, height) = size.millimetres
    return Sheet(
      name: "\(size.rawValue)-page", width: width, height: height, size: size, isTurned: false,
      columns: 1, rows: 1,
      x: 0, y: 0, columnPitch: width, rowPitch: height, isWholePage: true)
  }

  /// Whether every place lies on the paper and overlaps no other, to a hundredth of a millimetre.
  package var isSound: Bool {
    let (width, height) = cell
    let slip = 0.01
    return grid.x >= -slip && grid.y >= -slip && grid.right <= self.width + slip
      && grid.bottom <= self.height + slip && (columns == 1 || columnPitch >= width - slip)
      && (rows == 1 || rowPitch >= height - slip)
  }
}
