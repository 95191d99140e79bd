// The foot of a side: code, name and dates, which show whether the card is still current, and on a
// front whom to reach where the handbook asks for that.

internal import Handbook

/// The footer in the making.
struct ControlSetter {
  private let context: CardContext
  /// From the card's lower edge.
  private let bottom: Millimetres
  private let parts: [Paragraph]
  /// Which parts stand on each row.
  private let rows: [Range<Int>]
  let isTooLong: Bool

  /// Between two parts, in ems.
  private static let space = 1.4

  init(_ context: CardContext, isBack: Bool) {
    self.context = context
    bottom = context.margins(isBack: isBack).bottom
    let card = context.card
    let column = context.measures.column / context.measures.footer.millimetres
    var parts = [Self.name(card.id, context)]
    // The code tells which card it is; a long name is there for people and may be cut.
    var kept = card.id.count
    while parts[0].width > column, kept > 0 {
      kept -= 1
      parts[0] = Self.name(card.id.prefix(kept) + "…", context)
    }
    if let date = card.reviewBy {
      parts.append(
        Paragraph(
          [CardRun(text: "\(context.words.reviewBy) \(date)")],
          TextStyle(color: .quiet, isOfInterface: true),
          in: context.fonts))
    }
    let contacts = isBack ? [] : Self.contacts(context, in: column)
    self.parts = contacts + parts
    let widths = parts.map(\.width)
    let isOneRow = widths.reduce(0, +) + Self.space * Double(parts.count - 1) <= column
    let own = contacts.count..<contacts.count + parts.count
    rows =
      contacts.indices.map { $0..<$0 + 1 } + (isOneRow ? [own] : own.map { $0..<$0 + 1 })
    isTooLong = self.parts.contains { $0.width > column }
  }

  /// The contacts, as many on a row as it holds.
  private static func contacts(_ context: CardContext, in column: Double) -> [Paragraph] {
    func paragraph(_ text: String) -> Paragraph {
      Paragraph(
        [CardRun(text: text)], TextStyle(isOfInterface: true), in: context.fonts)
    }
    var rows: [String] = []
    for contact in context.card.contacts {
      if let last = rows.last, paragraph("\(last) · \(contact)").width <= column {
        rows[rows.count - 1] = "\(last) · \(contact)"
      } else {
        rows.append(contact)
      }
    }
    return rows.map(paragraph)
  }

  /// Letters that no font has.
  var missing: [Unicode.Scalar] { parts.flatMap(\.missing) }

  /// Code, name and date of the last review.
  private static func name(_ name: String, _ context: CardContext) -> Paragraph {
    let dated = context.card.reviewed.map { "\(name) · \($0)" } ?? name
    return Paragraph(
      [CardRun(text: context.code, isBold: true), CardRun(text: " · \(dated)")],
      TextStyle(color: .quiet, isOfInterface: true), in: context.fonts)
  }

  /// The parts of each row as text.
  var texts: [[String]] {
    rows.map { row in row.map { parts[$0].runs.map(\.text).joined() } }
  }

  /// From the upper edge of the rule to the safe margin.
  var height: Millimetres {
    CardMeasures.footerRule + CardMeasures.footerGap
      + Double(rows.count) * CardMeasures.footerLeading * context.measures.footer.millimetres
  }

  /// Puts the footer on a side.
  func lay(on side: inout LaidSide) {
    let measures = context.measures
    let em = measures.footer.millimetres
    var top = measures.height - bottom - height
    side.decorations.append(
      .rule(
        Box(
          x: measures.safe, y: top, width: measures.column, height: CardMeasures.footerRule),
        .hairline))
    top += CardMeasures.footerRule + CardMeasures.footerGap
    for row in rows {
      let lines = row.map { index in
        let width = parts[index].width * em
        let isLast = index == row.upperBound - 1 && row.count > 1
        return TextLine(
          runs: parts[index].runs, style: parts[index].style, points: measures.footer.points,
          x: context.left(
            isLast ? measures.column - width : 0, width: width, from: measures.safe,
            measures.column),
          baseline: top + context.fonts.baseline(CardMeasures.footerLeading) * em, width: width)
      }
      side.groups += lines.map { TextGroup(kind: .control, marker: nil, lines: [$0]) }
      top += CardMeasures.footerLeading * em
    }
    side.face.control = texts
  }
}
