// Words of the interface that stand on cards and sheets, in the handbook's language.

/// What is printed beside the author's own text.
package struct CardWords: Sendable {
  package var insteadOf: String
  package var back: String
  package var front: String
  package var reviewBy: String
  /// Beside a QR code.
  package var scan: String
  /// What a QR code leads to, for people who hear the card.
  package var codeLeadsTo: String
  /// How to print, on each sheet, by duplex mode.
  package var printAtFullSize: String
  package var flipLong: String
  package var flipShort: String
  package var fold: String
  /// What the bar is for; `50 mm` stands beside it.
  package var measure: String
  package var sheet: String
  package var calibration: String
  package var calibrationHelp: String

  package init(_ word: (String) -> String) {
    insteadOf = word("instead-of") + ":"
    back = word("card-back")
    front = word("card-front")
    reviewBy = word("review-by")
    scan = word("card-scan")
    codeLeadsTo = word("card-code-alt")
    printAtFullSize = word("print-full-size")
    flipLong = word("print-flip-long")
    flipShort = word("print-flip-short")
    fold = word("print-fold")
    measure = word("print-measure")
    sheet = word("print-sheet")
    calibration = word("print-calibration")
    calibrationHelp = word("print-calibration-help")
  }
}
