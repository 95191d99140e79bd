// The head of a side: shape, title, and the category's word, over a rule in the category's colour.

internal import Handbook

/// The header in the making.
struct HeaderSetter {
  private let context: CardContext
  /// From the card's upper edge.
  private let edge: Millimetres
  private let title: Paragraph
  private let tag: Paragraph
  /// The title's type and lines.
  let size: QuarterPoints
  let lines: [Range<Int>]
  /// Whether the title takes more than two lines at its smallest, or a word does not fit.
  let isTooLong: Bool
  private let column: Millimetres

  init(_ context: CardContext, isBack: Bool) {
    self.context = context
    edge = context.margins(isBack: isBack).top
    let words = [context.card.category?.label, isBack ? context.words.back : nil].compactMap(\.self)
    title = Paragraph(
      [CardRun(text: context.card.title)], TextStyle(isBold: true), in: context.fonts)
    tag = Paragraph(
      words.isEmpty ? [] : [CardRun(text: words.joined(separator: " · "))],
      TextStyle(isBold: true, color: Ink(context.card.category)), in: context.fonts)
    let measures = context.measures
    let sides =
      (context.card.category == nil ? 0 : CardMeasures.shape + CardMeasures.gutter)
      + (words.isEmpty ? 0 : tag.width * CardMeasures.tag.millimetres + CardMeasures.gutter)
    column = measures.column - sides
    (size, isTooLong) = Self.size(of: title, from: measures.title, in: column)
    lines = title.balancedLines(in: column / size.millimetres)
  }

  /// The largest type in which a title takes two lines at most; the smallest where none does.
  private static func size(
    of title: Paragraph, from largest: QuarterPoints, in column: Millimetres
  ) -> (QuarterPoints, isTooLong: Bool) {
    func fits(_ size: QuarterPoints) -> Bool {
      let ems = column / size.millimetres
      return title.lineCount(in: ems) <= 2 && (title.widestPiece?.width ?? 0) <= ems
    }
    var size = largest
    while size > CardMeasures.smallestTitle, !fits(size) { size -= 1 }
    return (size, !fits(size))
  }

  var missing: [Unicode.Scalar] {
    title.missing + tag.missing.filter { !title.missing.contains($0) }
  }
  var texts: [String] { lines.map { title.runs(of: $0).map(\.text).joined() } }

  private var rowHeight: Millimetres {
    max(
      CardMeasures.shape,
      Double(lines.count) * CardMeasures.titleLeading * size.millimetres)
  }

  /// Down to the lower edge of the rule.
  var height: Millimetres { rowHeight + CardMeasures.headerGap + CardMeasures.headerRule }

  /// Puts the header on a side.
  func lay(on side: inout LaidSide) {
    let measures = context.measures
    let middle = edge + rowHeight / 2
    var start = 0.0
    if let category = context.card.category {
      let x = context.left(
        0, width: CardMeasures.shape, from: measures.safe, measures.column)
      let box = Box(
        x: x, y: middle - CardMeasures.shape / 2, width: CardMeasures.shape,
        height: CardMeasures.shape)
      side.decorations.append(.shape(category.shape, box, Ink(category)))
      start = CardMeasures.shape + CardMeasures.gutter
    }
    let leading = CardMeasures.titleLeading * size.millimetres
    let top = middle - Double(lines.count) * leading / 2
    let title = lines.enumerated().map { index, line in
      text(
        self.title, line, size, indent: start, top: top + Double(index) * leading,
        leading: CardMeasures.titleLeading)
    }
    side.groups.append(TextGroup(kind: .title, marker: nil, lines: title))
    if !tag.pieces.isEmpty {
      let em = CardMeasures.tag.millimetres
      let line = text(
        tag, tag.pieces.indices, CardMeasures.tag,
        indent: measures.column - tag.width * em,
        top: middle - CardMeasures.titleLeading * em / 2, leading: CardMeasures.titleLeading)
      side.groups.append(TextGroup(kind: .label, marker: nil, lines: [line]))
    }
    let rule = Box(
      x: measures.safe, y: edge + height - CardMeasures.headerRule,
      width: measures.column, height: CardMeasures.headerRule)
    side.decorations.append(.rule(rule, Ink(context.card.category)))
  }

  private func text(
    _ paragraph: Paragraph, _ line: Range<Int>, _ size: QuarterPoints, indent: Millimetres,
    top: Millimetres, leading: Double
  ) -> TextLine {
    let width = paragraph.width(of: line) * size.millimetres
    return TextLine(
      runs: paragraph.runs(of: line), style: paragraph.style, points: size.points,
      x: context.left(
        indent, width: width, from: context.measures.safe, context.measures.column),
      baseline: top + context.fonts.baseline(leading) * size.millimetres, width: width)
  }
}

extension FontStock {
  /// From the top of a line box to its baseline, in ems, as style sheets have it.
  ///
  /// - Source: CSS Inline Layout 3, section 3.1: half the leading stands above the text.
  func baseline(_ leading: Double) -> Double { leading / 2 + (ascent - descent) / 2 }
}
