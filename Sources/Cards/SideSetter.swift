// Sets one side of a card: header, body, QR code and footer.

internal import Handbook

/// Everything that the sides of a card share.
struct CardContext {
  let card: Card
  let code: String
  let words: CardWords
  let fonts: FontStock
  /// The card's QR code; nil for a site without an address, or where none fits.
  let link: QRCode?
  let measures: CardMeasures

  /// How far a side's header begins below the card's upper edge, and its footer ends above the
  /// lower one.
  ///
  /// A band stays free along the edge with the hole, which is the lower edge on a back that is
  /// printed upside down.
  func margins(isBack: Bool) -> (top: Millimetres, bottom: Millimetres) {
    let safe = measures.safe
    if card.hole == .none { return (safe, safe) }
    let band = max(safe, CardMeasures.holeBand)
    return isBack && card.turn == .top ? (safe, band) : (band, safe)
  }

  /// The left edge of a line of a `width` that begins `indent` from the column's leading edge,
  /// which is its right one in text that runs from right to left.
  func left(
    _ indent: Millimetres, width: Millimetres, from start: Millimetres, _ column: Millimetres
  )
    -> Millimetres
  { card.isRightToLeft ? start + column - indent - width : start + indent }
}

/// One side in the making.
struct SideSetter {
  let context: CardContext
  let isBack: Bool
  let blocks: [CardBlock]
  let places: [Range<Int>]
  let items: [FlowItem]
  let header: HeaderSetter
  let control: ControlSetter
  /// The QR code, on the side that has it: the back, or the front of a card that has no back.
  let code: QRCode?

  init(_ context: CardContext, isBack: Bool) {
    self.context = context
    self.isBack = isBack
    let card = context.card
    blocks = isBack ? card.back : card.front
    places = isBack ? card.backPlaces : card.frontPlaces
    var builder = FlowBuilder(card: card, words: context.words, fonts: context.fonts)
    builder.add(blocks)
    items = builder.items
    header = HeaderSetter(context, isBack: isBack)
    control = ControlSetter(context, isBack: isBack)
    code = isBack == !card.back.isEmpty ? context.link : nil
  }

  private var measures: CardMeasures { context.measures }

  /// The room for the body, from the card's top left corner.
  var body: Box {
    let margins = context.margins(isBack: isBack)
    let top = margins.top + header.height + CardMeasures.bodyGap
    var bottom = measures.height - margins.bottom - control.height - CardMeasures.bodyGap
    var (left, width) = (measures.safe, measures.column)
    if code != nil {
      if measures.isLandscape {
        width -= measures.code + CardMeasures.gutter
        if context.card.isRightToLeft { left += measures.code + CardMeasures.gutter }
      } else {
        bottom -= measures.code + CardMeasures.bodyGap
      }
    }
    return Box(x: left, y: top, width: width, height: bottom - top)
  }

  /// The sizes in which the body may be set.
  private var sizes: ClosedRange<QuarterPoints> {
    let least = Int((context.card.minimum * 4).rounded(.up))
    return least...max(least, Int(context.card.maximum * 4))
  }

  private func height(at size: QuarterPoints) -> Millimetres {
    Flow.height(of: items, in: body.width / size.millimetres) * size.millimetres
  }

  private func fits(_ size: QuarterPoints) -> Bool {
    let column = body.width / size.millimetres
    return height(at: size) <= body.height && items.allSatisfy { tooWide($0, column) == nil }
  }

  /// The widest word of a text where it is wider than its column, in ems.
  private func tooWide(_ item: FlowItem, _ column: Double) -> Paragraph.Piece? {
    guard let widest = item.paragraph.widestPiece,
      widest.width * item.scale > column - item.indent + 1e-6
    else { return nil }
    return widest.piece
  }

  /// The largest size at which the side fits; nil where it fits at none.
  ///
  /// - Complexity: O(log *n*) measurements for *n* sizes, by bisection.
  func largestSize() -> QuarterPoints? {
    var (low, high) = (sizes.lowerBound, sizes.upperBound)
    guard fits(low) else { return nil }
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// What keeps the side from being printed.
  func findings() -> [Diagnostic] {
    let side = CardSide(context.card, isBack: isBack)
    var found: [Diagnostic] = []
    if header.isTooLong { found.append(CardFit.title(side)) }
    if control.isTooLong { found.append(CardFit.control(side)) }
    for (index, item) in items.enumerated() where !item.paragraph.missing.isEmpty {
      let isFirst = index == 0 || items[index - 1].block != item.block
      let missing =
        isFirst
        ? items.filter { $0.block == item.block }.flatMap(\.paragraph.missing) : []
      if !missing.isEmpty { found.append(CardGlyph.missing(missing, side, place(item.block))) }
    }
    let missing = header.missing + control.missing.filter { !header.missing.contains($0) }
    if !isBack, !missing.isEmpty {
      found.append(CardGlyph.missing(missing, side, context.card.range))
    }
    if largestSize() != nil || items.isEmpty { return found }
    let size = sizes.lowerBound
    let column = body.width / size.millimetres
    for item in items {
      guard let piece = tooWide(item, column) else { continue }
      let word = item.paragraph.runs(of: piece).map(\.text).joined()
      found.append(
        CardFit.word(
          word, column: (column - item.indent) * size.millimetres, side, place(item.block)))
    }
    let excess = height(at: size) - body.height
    if excess > 0 { found.append(tooLong(excess, size, side)) }
    return found
  }

  private func tooLong(_ excess: Millimetres, _ size: QuarterPoints, _ side: CardSide) -> Diagnostic
  {
    let column = body.width / size.millimetres
    var bottom = 0.0
    var first = items.last?.block ?? 0
    for (index, item) in items.enumerated() {
      bottom += ((index == 0 ? 0 : item.gap) + item.height(in: column)) * size.millimetres
      if bottom > body.height {
        first = item.block
        break
      }
    }
    let line = size.millimetres * CardMeasures.leading
    return CardFit.tooLong(
      excess, lines: Int((excess / line).rounded(.up)), points: size.points, side, place(first))
  }

  /// A warning where a size of type is hard to read.
  func smallness(at size: QuarterPoints) -> Diagnostic? {
    CardType.small(size.points, CardSide(context.card, isBack: isBack), place(0))
  }

  private func place(_ block: Int) -> Range<Int> {
    places.indices.contains(block) ? places[block] : context.card.range
  }
}

extension Paragraph {
  func runs(of piece: Piece) -> [CardRun] {
    let index = pieces.firstIndex { $0.bytes == piece.bytes } ?? 0
    return runs(of: index..<index + 1)
  }
}
