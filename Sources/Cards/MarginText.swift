// Writes a sheet's margin note.

internal import Handbook

/// The margin note of one page.
struct MarginText {
  private let note: MarginNote
  private let lines: [TextLine]
  /// Whether the bar to measure is drawn, as it is on fronts.
  private let hasBar: Bool
  private let label: TextLine
  private let language: String
  private let fonts: FontStock

  private static let leading = CardMeasures.footerLeading
  private static let em = MarginNote.points * PrintUnits.point

  /// Nil where the sheet's margins have no room.
  init?(
    job: PrintJob, page: PrintPage, sheets: Int, words: CardWords, fonts: FontStock, set: SetLines
  ) {
    guard let note = MarginNote(job.imposition.sheet) else { return nil }
    self.note = note
    self.fonts = fonts
    language = job.language
    hasBar = !page.isBack
    fonts.speak(job.language, rightToLeft: false)
    let size = job.imposition.sheet.size.millimetres
    let name = "\(job.imposition.sheet.size.rawValue) \(size.width.short)×\(size.height.short) mm"
    let side = page.isBack ? words.back : words.front
    let first = "\(job.title) · \(name) · \(words.sheet) \(page.sheet)/\(sheets) · \(side)"
    let second = [words.printAtFullSize, job.turning(words)].compactMap(\.self)
      .joined(separator: " ")
    let room = note.length - (hasBar ? MarginNote.bar + 4 : 0)
    lines = [first, second].enumerated().map { index, text in
      Self.line(text, x: 0, row: Double(index), room: room, fonts, set)
    }
    label = Self.line(
      "\(words.measure) 50 mm", x: note.length - MarginNote.bar, row: 1, room: MarginNote.bar,
      fonts, set)
  }

  private static func line(
    _ text: String, x: Millimetres, row: Double, room: Millimetres, _ fonts: FontStock,
    _ set: SetLines
  ) -> TextLine {
    let style = TextStyle(color: .quiet)
    let paragraph = set.note(text, style, fonts)
    var pieces = paragraph.pieces.indices
    while pieces.count > 1, paragraph.width(of: pieces) * em > room { pieces.removeLast() }
    return TextLine(
      runs: paragraph.runs(of: pieces), style: style, points: MarginNote.points, x: x,
      baseline: (row * leading + fonts.baseline(leading)) * em,
      width: paragraph.width(of: pieces) * em)
  }

  func draw(on canvas: Canvas) {
    fonts.speak(language, rightToLeft: false)
    let box = Box(
      x: note.x, y: note.isTurned ? note.y - note.length : note.y, width: 0,
      height: note.isTurned ? note.length : 0)
    canvas.inside(box, turn: note.isTurned ? 270 : 0) {
      canvas.tagged("P") { for line in lines { canvas.text(line) } }
      guard hasBar else { return }
      canvas.tagged("P") { canvas.text(label) }
      let start = note.length - MarginNote.bar
      let y = Self.leading * Self.em / 2
      canvas.fill(
        [
          Box(x: start, y: y - 0.15, width: MarginNote.bar, height: 0.3),
          Box(x: start, y: y - 1, width: 0.2, height: 2),
          Box(x: start + MarginNote.bar - 0.2, y: y - 1, width: 0.2, height: 2),
        ], .black)
    }
  }
}

extension PrintJob {
  /// How the sheet is turned over, in words.
  fileprivate func turning(_ words: CardWords) -> String? {
    if imposition.sheet.isOneSided { return words.fold }
    switch imposition.duplex {
    case .long: return words.flipLong
    case .short: return words.flipShort
    case .fold: return words.fold
    case .separate, .none: return nil
    }
  }
}

extension Double {
  /// Without needless digits: 105, 76.2.
  fileprivate var short: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
