// What a printed deck depends on, as one number: while it stays the same, the deck need not be
// printed again.

internal import CPango
internal import CQpdf
internal import Handbook
internal import Text

/// A hash of everything that a PDF is made from.
package struct Fingerprint: Sendable {
  /// Gathered first and hashed in one go, as calling the hash for each number would take longer
  /// than hashing them.
  private var bytes: [UInt8] = []

  /// The fingerprint of a job.
  ///
  /// - Parameters:
  ///   - job: what is printed.
  ///   - settings: only its words count here: `fonts` stands for its fonts, and the sides hold the
  ///     links made from its address.
  ///   - fonts: a hash of the fonts' bytes.
  ///   - version: of Deskbook.
  package init(_ job: PrintJob, _ settings: CardSettings, fonts: String, version: String) {
    for text in [version, fonts, Self.libraries, job.title, job.author ?? "", job.language] {
      add(text)
    }
    add(job.date.map { "\($0)" } ?? "")
    add(job.hasMarks ? 1 : 0)
    add(settings.words)
    add(job.imposition.sheet)
    add("\(job.imposition.duplex)")
    for page in job.pages {
      add(page.sheet)
      add(page.isBack ? 1 : 0)
      for placement in page.placements {
        add(placement.card)
        add(placement.isBack ? 1 : 0)
        add(placement.box)
        add(placement.turn)
      }
    }
    for laid in job.cards {
      add(laid.card.language)
      for side in [laid.front, laid.back].compactMap(\.self) { add(side) }
    }
  }

  /// Sixteen hexadecimal digits.
  package var hex: String { ContentHash(bytes).hex }

  /// The libraries' versions, as another version may write other bytes.
  private static let libraries: String = {
    let cairo = unsafe String(cString: cairo_version_string())
    let pango = unsafe String(cString: pango_version_string())
    return "\(cairo) \(pango) \(unsafe String(cString: qpdf_get_qpdf_version()))"
  }()

  private mutating func add(_ text: String) {
    bytes += text.utf8
    // No UTF-8 text has this byte: it keeps “ab”, “c” from looking like “a”, “bc”.
    bytes.append(0xFF)
  }

  private mutating func add(_ number: UInt64) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (shift * 8))) }
  }

  private mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }
  private mutating func add(_ length: Millimetres) { add(length.bitPattern) }

  private mutating func add(_ box: Box) {
    for length in [box.x, box.y, box.width, box.height] { add(length) }
  }

  private mutating func add(_ ink: Ink) {
    add(Int(ink.red) << 16 | Int(ink.green) << 8 | Int(ink.blue))
  }
}

extension Fingerprint {
  private mutating func add(_ sheet: Sheet) {
    add(sheet.size.rawValue)
    for length in [
      sheet.width, sheet.height, sheet.x, sheet.y, sheet.columnPitch, sheet.rowPitch,
    ] { add(length) }
    for number in [sheet.columns, sheet.rows, sheet.isTurned ? 1 : 0, sheet.isFold ? 1 : 0] {
      add(number)
    }
  }

  private mutating func add(_ words: CardWords) {
    for word in [
      words.front, words.back, words.printAtFullSize, words.flipLong, words.flipShort, words.fold,
      words.measure, words.sheet,
    ] { add(word) }
  }

  private mutating func add(_ side: LaidSide) {
    for group in side.groups {
      add("\(group.kind)")
      for line in [group.marker].compactMap(\.self) + group.lines { add(line) }
    }
    for decoration in side.decorations {
      switch decoration {
      case .rule(let box, let ink):
        add(box)
        add(ink)
      case .dashes(let box, let ink):
        add("dashes")
        add(box)
        add(ink)
      case .ring(let box, let ink):
        add("ring")
        add(box)
        add(ink)
      case .shape(let shape, let box, let ink):
        add(shape.rawValue)
        add(box)
        add(ink)
      }
    }
    if let placed = side.code {
      add(placed.code.text)
      add(placed.code.side)
      add(placed.alternative)
      add(placed.box)
    }
  }

  private mutating func add(_ line: TextLine) {
    for run in line.runs {
      add(run.text)
      add((run.isBold ? 1 : 0) + (run.isBlank ? 2 : 0))
    }
    add((line.style.isBold ? 1 : 0) + (line.style.isOfInterface ? 2 : 0))
    add(line.style.color)
    for length in [line.points, line.x, line.baseline] { add(length) }
  }
}
