// Where lines end: as few as can be, and as even as can be.

internal import Handbook

extension Paragraph {
  /// How many lines the text takes in a column of a width in ems.
  ///
  /// - Complexity: O(*n*) in pieces.
  func lineCount(in column: Double) -> Int {
    var lines = 1
    var used = 0.0
    for piece in pieces {
      if used > 0, used + piece.width > column + Self.slip {
        lines += 1
        used = 0
      }
      used += piece.width + piece.space
    }
    return pieces.isEmpty ? 0 : lines
  }

  /// Tolerance in ems, less than anybody sees: sums of widths are rounded differently at each
  /// size.
  private static let slip = 1e-6

  /// The widest piece, which no line may be narrower than; in ems.
  var widestPiece: (width: Double, piece: Piece)? {
    pieces.max { $0.width < $1.width }.map { ($0.width, $0) }
  }

  /// The pieces of each line: fewest lines first, then the least sum of squared empty ends.
  ///
  /// `column` is its width in ems; a piece that is wider has a line of its own.
  ///
  /// - Complexity: O(*nm*) in pieces and pieces to a line.
  func balancedLines(in column: Double) -> [Range<Int>] {
    if pieces.isEmpty { return [] }
    typealias Way = (lines: Int, cost: Double, from: Int)
    var best: [Way] = [(0, 0, 0)]
    for end in 1...pieces.count {
      var way: Way = (.max, .infinity, end - 1)
      var used = 0.0
      for start in stride(from: end - 1, through: 0, by: -1) {
        used += pieces[start].width + (start < end - 1 ? pieces[start].space : 0)
        if used > column + Self.slip, start < end - 1 { break }
        let slack = max(0, column - used)
        let isLonely = start == end - 1 && start > 0
        let weight = end < pieces.count ? 1 : isLonely ? Self.lonelyEnd : Self.end
        let cost = best[start].cost + slack * slack * weight
        let lines = best[start].lines + 1
        if (lines, cost) < (way.lines, way.cost) { way = (lines, cost, start) }
      }
      best.append(way)
    }
    var lines: [Range<Int>] = []
    var end = pieces.count
    while end > 0 {
      lines.append(best[end].from..<end)
      end = best[end].from
    }
    return lines.reversed()
  }

  /// How much the empty end of the last line counts beside those of others: a paragraph may end
  /// where it likes, but not with one word alone.
  private static let end = 0.25
  private static let lonelyEnd = 1.5

  /// The runs of a line, without the white space at its end.
  func runs(of line: Range<Int>) -> [CardRun] {
    let bytes =
      pieces[line.lowerBound].bytes.lowerBound..<pieces[line.upperBound - 1].bytes.upperBound
    var result: [CardRun] = []
    var start = 0
    for run in runs {
      let end = start + run.text.utf8.count
      let part =
        max(
          bytes.lowerBound, start)..<max(
          max(bytes.lowerBound, start), min(bytes.upperBound, end))
      if !part.isEmpty {
        let text = Array(run.text.utf8)[(part.lowerBound - start)..<(part.upperBound - start)]
        result.append(run.saying(String(decoding: text, as: UTF8.self)))
      }
      start = end
    }
    while let last = result.indices.last {
      while result[last].text.unicodeScalars.last?.properties.isWhitespace == true,
        result[last].text.unicodeScalars.last != "\u{A0}"
      {
        result[last].text.unicodeScalars.removeLast()
      }
      if !result[last].text.isEmpty { break }
      result.removeLast()
    }
    return result
  }

  /// The width of a line, in ems.
  func width(of line: Range<Int>) -> Double {
    line.reduce(0) { sum, index in
      sum + pieces[index].width + (index + 1 < line.upperBound ? pieces[index].space : 0)
    }
  }
}

extension CardRun {
  /// The same look with another text.
  func saying(_ text: String) -> CardRun { CardRun(text: text, isBold: isBold, isBlank: isBlank) }
}
