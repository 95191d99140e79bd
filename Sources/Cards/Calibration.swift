// Two pages that show how far a printer's backs lie from its fronts.

internal import Handbook

extension CardPDFWriter {
  /// A front with scales and a back with a cross, for `--offset`.
  ///
  /// Printed on one sheet and held against the light, it shows the back's cross on the front's
  /// scales; where the cross meets them are the two numbers to give, in mm.
  ///
  /// - Throws: ``CardProblem`` where a font cannot be used or a library fails.
  package static func calibration(
    on paper: Paper, _ duplex: Duplex, language: String, _ settings: CardSettings
  ) throws(CardProblem) -> [UInt8] {
    let fonts = try FontStock(settings.fonts)
    fonts.speak(language, rightToLeft: false)
    let canvas = try Canvas(
      width: paper.width, height: paper.height, fonts: fonts, lines: SetLines())
    canvas.describe(title: settings.words.calibration, author: nil, date: nil)
    let sheet = CalibrationSheet(
      paper: paper, isShort: duplex == .short, words: settings.words, fonts: fonts)
    canvas.tagged("Document") {
      sheet.front(on: canvas)
      canvas.showPage()
      sheet.back(on: canvas)
    }
    canvas.showPage()
    return try PDFFinisher.finish(
      canvas.finish(),
      PDFFacts(
        language: language, alternatives: [], hasDate: false,
        duplex: duplex == .short ? "/DuplexFlipShortEdge" : "/DuplexFlipLongEdge"))
  }
}

/// Draws the two pages.
private struct CalibrationSheet {
  let paper: Paper
  let isShort: Bool
  let words: CardWords
  let fonts: FontStock

  /// Reach of the scales to each side of the middle, in mm.
  private static let reach = 12

  private var middle: (x: Millimetres, y: Millimetres) { (paper.width / 2, paper.height / 2) }

  func front(on canvas: Canvas) {
    canvas.tagged("Sect") {
      canvas.tagged("H1") { text(words.calibration, y: 30, size: 64, isBold: true, canvas) }
      canvas.tagged("P") { text(words.calibrationHelp, y: 42, size: 44, canvas) }
    }
    let (x, y) = middle
    for step in -Self.reach...Self.reach {
      let at = Double(step)
      let isLabelled = step % 2 == 0
      let length = isLabelled ? 3.0 : 1.5
      stroke((x + at, y - length), (x + at, y + length), canvas)
      stroke((x - length, y + at), (x + length, y + at), canvas)
      guard isLabelled, step != 0 else { continue }
      // Seen through the sheet, a back that was turned over the long edge is mirrored left to
      // right, one turned over the short edge top to bottom.
      label(isShort ? -step : step, x: x + at, y: y - 4.5, canvas)
      label(isShort ? step : -step, x: x + 7, y: y + at + 0.8, canvas)
    }
    let reach = Double(Self.reach)
    stroke((x - reach, y), (x + reach, y), canvas)
    stroke((x, y - reach), (x, y + reach), canvas)
    text("X", y: y + 1, x: x + reach + 3, size: 44, isBold: true, canvas)
    text("Y", y: y + reach + 6, x: x - 1, size: 44, isBold: true, canvas)
    canvas.fill([Box(x: x - 50, y: y + 60, width: 100, height: 0.3)], .black)
    for end in [x - 50, x + 49.8] {
      canvas.fill([Box(x: end, y: y + 58, width: 0.2, height: 4)], .black)
    }
    text("\(words.measure) 100 mm", y: y + 66, x: x - 50, size: 36, canvas)
  }

  func back(on canvas: Canvas) {
    let (x, y) = middle
    stroke((x - 30, y), (x + 30, y), canvas)
    stroke((x, y - 30), (x, y + 30), canvas)
  }

  private func stroke(
    _ from: (Millimetres, Millimetres), _ to: (Millimetres, Millimetres), _ canvas: Canvas
  ) {
    canvas.stroke([MarkLine(kind: .crop, from: from, to: to)], width: 0.15, .black)
  }

  private func label(_ number: Int, x: Millimetres, y: Millimetres, _ canvas: Canvas) {
    let paragraph = Paragraph([CardRun(text: "\(number)")], in: fonts)
    let width = paragraph.width * 24.millimetres
    canvas.text(
      TextLine(
        runs: paragraph.runs, style: paragraph.style, points: 24.points, x: x - width / 2,
        baseline: y, width: width))
  }

  /// A text of as many lines as it needs, from the left margin unless a place is given.
  private func text(
    _ text: String, y: Millimetres, x: Millimetres = 20, size: QuarterPoints, isBold: Bool = false,
    _ canvas: Canvas
  ) {
    let paragraph = Paragraph([CardRun(text: text)], TextStyle(isBold: isBold), in: fonts)
    let em = size.millimetres
    let lines = paragraph.balancedLines(in: (paper.width - x - 15) / em)
    for (index, line) in lines.enumerated() {
      canvas.text(
        TextLine(
          runs: paragraph.runs(of: line), style: paragraph.style, points: size.points, x: x,
          baseline: y + Double(index) * CardMeasures.leading * em,
          width: paragraph.width(of: line) * em))
    }
  }
}
