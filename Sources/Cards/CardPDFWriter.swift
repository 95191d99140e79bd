// From laid cards to a PDF.

internal import Handbook

/// Prints decks, one after the other, in fonts that it opens once.
///
/// Opening them takes longer than printing a sheet, so use one writer for many jobs, but only in
/// one task.
package final class CardPDFWriter {
  private let settings: CardSettings
  private let fonts: FontStock
  private let lines = SetLines()

  /// Opens the fonts.
  ///
  /// - Throws: ``CardProblem`` where one cannot be used.
  package init(_ settings: CardSettings) throws(CardProblem) {
    self.settings = settings
    fonts = try FontStock(settings.fonts)
  }

  /// The PDF of a job; the same job gives the same bytes.
  ///
  /// - Throws: ``CardProblem`` where a library fails.
  package func pdf(_ job: PrintJob) throws(CardProblem) -> [UInt8] {
    let sheet = job.imposition.sheet
    let canvas = try Canvas(
      width: sheet.width, height: sheet.height, fonts: fonts, lines: lines)
    canvas.describe(title: job.title, author: job.author, date: job.date)
    canvas.tagged("Document") { draw(job, on: canvas) }
    canvas.showPage()
    return try PDFFinisher.finish(
      canvas.finish(),
      PDFFacts(
        language: job.language, alternatives: Self.alternatives(job), hasDate: job.date != nil,
        duplex: job.duplexHint))
  }

  /// Draws all pages; the caller ends the last one, once the document's tag is closed.
  private func draw(_ job: PrintJob, on canvas: Canvas) {
    let sheets = job.pages.map(\.sheet).max() ?? 0
    for (index, page) in job.pages.enumerated() {
      if index > 0 { canvas.showPage() }
      let note = MarginText(
        job: job, page: page, sheets: sheets, words: settings.words, fonts: fonts, set: lines)
      Self.draw(page, of: job, on: canvas, fonts)
      note?.draw(on: canvas)
    }
  }

  private static func draw(
    _ page: PrintPage, of job: PrintJob, on canvas: Canvas, _ fonts: FontStock
  ) {
    if job.hasMarks, !page.isBack {
      for lines in CutMarks.strokes(of: job.imposition.sheet) { draw(lines, on: canvas) }
    }
    for placement in page.placements {
      let laid = job.cards[placement.card]
      guard let side = placement.isBack ? laid.back : laid.front else { continue }
      fonts.speak(laid.card.language, rightToLeft: laid.card.isRightToLeft)
      canvas.inside(placement.box, turn: placement.turn) { canvas.side(side) }
    }
  }

  /// Draws marks of one kind.
  private static func draw(_ lines: [MarkLine], on canvas: Canvas) {
    switch lines.first?.kind {
    case nil: return
    case .crop: canvas.stroke(lines, width: CutMarks.width, .black)
    case .cut: canvas.stroke(lines, width: CutMarks.width, .hairline)
    case .fold: canvas.stroke(lines, width: 2 * CutMarks.width, dashes: [1.5, 1.5], .quiet)
    }
  }

  /// What each QR code leads to, in the order of the pages.
  private static func alternatives(_ job: PrintJob) -> [String] {
    job.pages.flatMap(\.placements).compactMap { placement in
      let laid = job.cards[placement.card]
      return (placement.isBack ? laid.back : laid.front)?.code?.alternative
    }
  }
}

extension PrintJob {
  /// What the print dialog should offer first; a value of `/Duplex`.
  fileprivate var duplexHint: String {
    guard pages.contains(where: \.isBack), pages.contains(where: { !$0.isBack }) else {
      return "/Simplex"
    }
    switch imposition.duplex {
    case .long: return "/DuplexFlipLongEdge"
    case .short: return "/DuplexFlipShortEdge"
    case .separate, .fold, .none: return "/Simplex"
    }
  }
}
