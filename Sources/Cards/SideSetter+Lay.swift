// Puts a side's parts at their places, once its type is known.

internal import Handbook

extension SideSetter {
  /// The side at a size of type.
  func lay(at size: QuarterPoints) -> LaidSide {
    var side = LaidSide(
      size: size,
      face: CardFace(
        quarters: size, titleQuarters: header.size, title: header.texts, blocks: blocks.count))
    header.lay(on: &side)
    layBody(at: size, on: &side)
    if let code { lay(code, on: &side) }
    control.lay(on: &side)
    if !isBack { punch(&side) }
    return side
  }

  /// Marks where to punch the hole, on the front only, as cards are cut by their fronts.
  private func punch(_ side: inout LaidSide) {
    let middle = CardMeasures.holeMiddle
    let x: Millimetres
    switch context.card.hole {
    case .none: return
    case .corner: x = middle
    case .top: x = context.measures.width / 2
    }
    let radius = CardMeasures.hole / 2
    let box = Box(
      x: x - radius, y: middle - radius, width: 2 * radius, height: 2 * radius)
    side.decorations.append(.ring(box, .hairline))
  }

  private func layBody(at size: QuarterPoints, on side: inout LaidSide) {
    let box = body
    let em = size.millimetres
    var top = box.y
    for (index, item) in items.enumerated() {
      if index > 0 {
        rule(of: item, top: top, em, on: &side)
        top += item.gap * em
      }
      let lines = item.paragraph.balancedLines(
        in: (box.width / em - item.indent) / item.scale)
      let leading = CardMeasures.leading * item.scale * em
      let baseline = context.fonts.baseline(CardMeasures.leading) * item.scale * em
      var group = TextGroup(kind: item.kind, marker: nil, lines: [])
      for (number, line) in lines.enumerated() {
        let width = item.paragraph.width(of: line) * item.scale * em
        group.lines.append(
          TextLine(
            runs: item.paragraph.runs(of: line), style: item.paragraph.style,
            points: size.points * item.scale,
            x: context.left(item.indent * em, width: width, from: box.x, box.width),
            baseline: top + Double(number) * leading + baseline, width: width))
      }
      if let marker = item.marker {
        group.marker = line(of: marker, baseline: top + baseline, size, in: box)
      }
      side.groups.append(group)
      side.face.lines[item.block].append(group.lines.map(\.runs))
      top += item.height(in: box.width / em) * em
    }
  }

  private func line(
    of marker: Marker, baseline: Millimetres, _ size: QuarterPoints, in box: Box
  ) -> TextLine {
    let em = size.millimetres
    let width = marker.paragraph.width * marker.scale * em
    let indent = marker.end.map { max(0, $0 * em - width) } ?? marker.indent * em
    return TextLine(
      runs: marker.paragraph.runs, style: marker.paragraph.style,
      points: size.points * marker.scale,
      x: context.left(indent, width: width, from: box.x, box.width),
      baseline: baseline + marker.drop * em, width: width)
  }

  private func rule(
    of item: FlowItem, top: Millimetres, _ em: Millimetres, on side: inout LaidSide
  ) {
    let line = Box(
      x: body.x, y: top + item.gap * em / 2, width: body.width, height: CardMeasures.footerRule)
    switch item.rule {
    case .none: return
    case .dashed: side.decorations.append(.dashes(line, .hairline))
    case .solid: side.decorations.append(.rule(line, .hairline))
    }
  }

  /// On an upright card the code stands under the body with words beside it, on a wide one beside
  /// the body.
  private func lay(_ code: QRCode, on side: inout LaidSide) {
    let measures = context.measures
    let isLeft = context.card.isRightToLeft
    let x = isLeft ? measures.safe : measures.width - measures.safe - measures.code
    let y =
      measures.isLandscape
      ? body.y
      : measures.height - context.margins(isBack: isBack).bottom - control.height
        - CardMeasures.bodyGap - measures.code
    let box = Box(x: x, y: y, width: measures.code, height: measures.code)
    side.code = PlacedCode(
      code: code, box: box, alternative: "\(context.words.codeLeadsTo) \(code.text)")
    var hint: [String] = []
    if !measures.isLandscape { hint = layHint(code, beside: box, on: &side) }
    side.face.code = CardFaceCode(
      link: code.text, side: code.side, isDark: code.isDark, hint: hint)
  }

  private func layHint(
    _ code: QRCode, beside box: Box, on side: inout LaidSide
  ) -> [String] {
    let measures = context.measures
    let em = CardMeasures.hint.millimetres
    let column = measures.column - measures.code - CardMeasures.gutter
    let hint = Paragraph(
      [CardRun(text: context.words.scan)], TextStyle(color: .quiet, isOfInterface: true),
      in: context.fonts)
    let lines = hint.balancedLines(in: column / em)
    let leading = CardMeasures.leading * em
    let top = box.y + (box.height - Double(lines.count) * leading) / 2
    let start =
      context.card.isRightToLeft
      ? measures.safe + measures.code + CardMeasures.gutter : measures.safe
    let placed = lines.enumerated().map { index, line in
      let width = hint.width(of: line) * em
      return TextLine(
        runs: hint.runs(of: line), style: hint.style, points: CardMeasures.hint.points,
        x: context.left(0, width: width, from: start, column),
        baseline: top + Double(index) * leading
          + context.fonts.baseline(CardMeasures.leading) * em,
        width: width)
    }
    side.groups.append(TextGroup(kind: .paragraph, marker: nil, lines: placed))
    return placed.map { $0.runs.map(\.text).joined() }
  }
}

extension FlowItem {
  fileprivate var kind: TextGroup.Kind {
    switch role {
    case .heading: .heading
    case .paragraph: .paragraph
    case .item: .item
    }
  }
}
