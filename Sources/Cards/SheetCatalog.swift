// The sheets that Deskbook knows.

package import Handbook

/// Finds the sheet for a size of card.
package enum SheetCatalog {
  /// Columns, rows, and whether cards lie on their side.
  private typealias Grid = (columns: Int, rows: Int, isTurned: Bool)

  private static func grid(_ size: CardSize, _ paper: Paper) -> Grid {
    switch (size, paper) {
    case (.a7, .a4): (2, 4, true)
    case (.a7, .letter): (2, 2, false)
    case (.a6, .a4): (2, 2, false)
    case (.a6, .letter): (1, 2, true)
    case (.a5, .a4): (1, 2, true)
    case (.a5, .letter): (1, 1, false)
    case (.index3x5, _): (2, 2, false)
    case (.index4x6, .a4): (1, 2, true)
    case (.index4x6, .letter): (2, 1, false)
    case (.quarter, .a4): (1, 2, false)
    case (.quarter, .letter): (2, 2, false)
    case (.half, .a4): (1, 1, false)
    case (.half, .letter): (1, 2, true)
    case (.businessUS, _), (.businessEU, .a4): (2, 5, false)
    case (.businessEU, .letter): (3, 3, true)
    case (.tent, _): (1, 1, false)
    case (.lowTent, .a4): (1, 1, true)
    case (.lowTent, .letter): (1, 2, false)
    }
  }

  /// The sheet of a size that needs no special paper, with `gutter` mm between cards; nil where the
  /// paper has no room for them.
  package static func sheet(
    _ size: CardSize, on paper: Paper, gutter: Millimetres = 0
  ) -> Sheet? {
    let grid = grid(size, paper)
    let sheet = Sheet(
      "\(size.rawValue)-\(paper.rawValue)", paper, size, columns: grid.columns, rows: grid.rows,
      isTurned: grid.isTurned, gutter: gutter)
    return sheet.isSound ? sheet : nil
  }

  /// Sheets of perforated paper, all Letter and centred.
  ///
  /// - Source: the templates of gLabels.
  package static let perforated: [Sheet] = [
    Sheet("avery-5388", .letter, .index3x5, columns: 1, rows: 3, isTurned: true),
    Sheet("avery-5389", .letter, .index4x6, columns: 1, rows: 2, isTurned: true, gutter: 12.7),
    Sheet("avery-5371", .letter, .businessUS, columns: 2, rows: 5),
    Sheet("avery-8373", .letter, .businessUS, columns: 2, rows: 4, gutter: 12.7),
    Sheet("avery-5305", .letter, .lowTent, columns: 1, rows: 2),
  ]

  /// The sheet on which each card's front and back stand side by side, or as a tent's two panels;
  /// nil where no pair fits the paper.
  package static func foldSheet(_ size: CardSize, on paper: Paper) -> Sheet? {
    if size.isTent { return sheet(size, on: paper) }
    let (width, height) = size.millimetres
    let slip = 0.01
    func grid(_ isTurned: Bool) -> Sheet? {
      let cell = isTurned ? (height, 2 * width) : (2 * width, height)
      let columns = Int((paper.width + slip) / cell.0)
      let rows = Int((paper.height + slip) / cell.1)
      if columns == 0 || rows == 0 { return nil }
      return Sheet(
        "\(size.rawValue)-\(paper.rawValue)-fold", paper, size, columns: columns, rows: rows,
        isTurned: isTurned, isFold: true)
    }
    let sheets = [grid(false), grid(true)].compactMap(\.self)
    return sheets.max { $0.columns * $0.rows < $1.columns * $1.rows }
  }
}
