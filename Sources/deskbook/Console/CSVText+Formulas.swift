// Cells that no spreadsheet runs and no terminal obeys.

internal import Build

extension CSVText {
  /// What makes a spreadsheet take a cell for a formula, in narrow and in wide letters.
  ///
  /// - Source: OWASP, *CSV Injection*.
  private static let openers: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t", "\r", "\n",
  ]

  /// A cell with an apostrophe before what would be a formula, and without controls but line ends.
  ///
  /// Some programs leave out spaces at the start, so a formula behind them is one, too.
  static func inert(_ cell: String) -> String {
    let text = DisplayWidth.visible(cell, hasLines: true)
    let first = text.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" }
    return first.map(openers.contains) == true ? "'" + text : text
  }
}
