// What stands in a sheet's margin: which sheet it is, how to print it, and a bar to measure.

/// The margin's words at their place.
struct MarginNote: Sendable, Equatable {
  /// Top left corner of the band, from which it runs right or, turned, up.
  var x: Millimetres
  var y: Millimetres
  /// Whether it runs up the left margin.
  var isTurned: Bool
  /// How long it may be.
  var length: Millimetres

  /// A margin this wide holds the note outside the crop marks.
  static let room: Millimetres = 16
  /// From the cards to the note: past the crop marks.
  static let distance = CutMarks.far + 1
  static let points = 6.5
  static let bar: Millimetres = 50

  /// The note's place below the cards, else left of them; nil where neither margin has room.
  init?(_ sheet: Sheet) {
    let grid = sheet.grid
    if sheet.isWholePage { return nil }
    if sheet.height - grid.bottom >= Self.room {
      (x, y, isTurned, length) = (grid.x, grid.bottom + Self.distance, false, grid.width)
    } else if grid.x >= Self.room {
      let leading = Self.points * PrintUnits.point * CardMeasures.footerLeading
      x = grid.x - Self.distance - 2 * leading
      (y, isTurned, length) = (grid.bottom, true, grid.height)
    } else {
      return nil
    }
  }
}
