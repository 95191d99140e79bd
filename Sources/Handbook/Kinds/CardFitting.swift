// How large a card's text can be set, from widths of letters.

/// Finds the largest type size at which a side fits.
package enum CardFitting {
  /// The size found, and what is missing at the smallest one.
  package struct Fit: Sendable {
    /// Quarter points.
    package var quarters: Int
    /// Millimetres that stand over at the smallest size; 0 where it fits.
    package var excess: Double
    /// Millimetres from line to line at the smallest size.
    package var lineHeight: Double
  }

  private static let pointInMillimetres = 25.4 / 72
  private static let leading = 1.28
  /// Between blocks, in ems.
  private static let gap = 0.45
  /// Side margin that stays free on every card, in mm.
  private static let safe = 6.5
  /// Header with one line of title and its rule, and footer, in mm.
  private static let header = 13.0
  private static let footer = 8.0
  /// The theme's fonts are the reader's own; the widest common one is this much wider.
  private static let widestFont = 1.08

  /// Fits a side by bisection over quarter points.
  package static func fit(_ blocks: [CardBlock], on card: Card) -> Fit {
    let (width, height) = card.size.millimetres
    let column = width - 2 * safe
    let titleLines = lines([CardRun(text: card.title, isBold: true, isBlank: false)], 14, column)
    let room =
      height - 2 * safe - header - footer
      - Double(titleLines - 1) * 14 * pointInMillimetres * leading
    let smallest = Int((card.minimum * 4).rounded(.up))
    let largest = max(smallest, Int(card.maximum * 4))
    let lineHeight = Double(smallest) / 4 * pointInMillimetres * leading
    let least = self.height(of: blocks, Double(smallest) / 4, column)
    if least > room { return Fit(quarters: smallest, excess: least - room, lineHeight: lineHeight) }
    var (low, high) = (smallest, largest)
    while low < high {
      let middle = (low + high + 1) / 2
      if self.height(of: blocks, Double(middle) / 4, column) <= room {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return Fit(quarters: low, excess: 0, lineHeight: lineHeight)
  }

  private static func height(
    of blocks: [CardBlock], _ points: Double, _ column: Double
  ) -> Double {
    let em = points * pointInMillimetres
    var total = 0.0
    for block in blocks {
      var count: Int
      switch block {
      case .letter(_, let runs): count = lines(runs, points, column - 1.8 * em)
      case .pair(let say, let avoid):
        count = lines(say, points, column - 1.6 * em)
        if !avoid.isEmpty { count += lines(avoid, points, column - 1.6 * em) }
      case .step(_, let runs, let branches):
        count = lines(runs, points, column - 1.8 * em)
        for branch in branches { count += lines(branch, points, column - 3.2 * em) }
      case .bullet(let runs): count = lines(runs, points, column - 1.4 * em)
      case .heading(let runs), .text(let runs): count = lines(runs, points, column)
      }
      total += Double(count) * em * leading + gap * em
    }
    return total
  }

  /// Lines of greedy filling; a word breaks only where it is wider than a line.
  private static func lines(_ runs: [CardRun], _ points: Double, _ width: Double) -> Int {
    let em = points * pointInMillimetres * widestFont
    let width = max(width, em)
    var lines = 1
    var used = 0.0
    for run in runs {
      for word in run.text.split(separator: " ") {
        let length =
          word.unicodeScalars.reduce(0.0) { $0 + advance($1) } * em
          * (run.isBold ? 1.06 : 1)
        if used > 0, used + 0.28 * em + length > width {
          lines += 1
          used = length
        } else {
          used += (used > 0 ? 0.28 * em : 0) + length
        }
        let broken = Int((used / width).rounded(.up)) - 1
        if broken > 0 {
          lines += broken
          used -= Double(broken) * width
        }
      }
    }
    return lines
  }

  /// The width of a character in ems: classes of the Helvetica metrics, wide scripts as squares.
  private static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "|", "’", "‘": 0.24
    case "f", "t", "r", "I", ".", ",", ":", ";", "!", "(", ")", "[", "]", "-": 0.32
    case "m", "M", "W", "—", "…", "%", "@": 0.88
    case "w", "A", "B", "C", "D", "E", "G", "H", "K", "N", "O", "P", "Q", "R", "S", "U", "V", "X",
      "Y", "Z", "&":
      0.7
    case "a"..."z", "0"..."9", "F", "J", "L", "T": 0.56
    default: scalar.value >= 0x1100 ? 1 : 0.6
    }
  }
}
