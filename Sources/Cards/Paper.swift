// The paper in the printer.

/// A sheet of paper, upright.
package enum Paper: String, Sendable, CaseIterable {
  case a4, letter

  /// Width in mm.
  ///
  /// - Source: ISO 216; ANSI/ASME Y14.1.
  package var width: Millimetres { self == .a4 ? 210 : 215.9 }
  /// Height in mm.
  package var height: Millimetres { self == .a4 ? 297 : 279.4 }
  package var name: String { self == .a4 ? "A4" : "Letter" }
}

/// How the backs of cards come to stand behind their fronts.
package enum Duplex: String, Sendable, CaseIterable {
  /// The printer turns the sheet over its long edge, like a page of a book.
  case long
  /// The printer turns the sheet over its short edge, like a page of a pad.
  case short
  /// Fronts and backs as two files, for printers that print one side.
  case separate
  /// Front and back side by side, to be folded.
  case fold
  /// Fronts only.
  case none
}
