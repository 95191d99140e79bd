// How the pages of one shape are put together: pieces of the template, and the holes between them.

/// What a template makes of pages of one shape.
///
/// Mustache takes 0.25 ms for a page, and most of that says the same of every page: which parts it has,
/// and which words of the interface. So it is asked once for each shape, with marks in place of texts,
/// and pages are put together from what stands between the marks.
struct PagePlan: Sendable {
  /// A part of the page.
  private enum Piece: Equatable {
    case markup([UInt8])
    case hole(PageHole, isEscaped: Bool)
    /// Each item of a list from its first hole to its last, and what stands between two.
    case items(PageHole.Series, each: [Piece], between: [Piece])
  }

  private let pieces: [Piece]

  /// Finds the pieces; nil where the template does more than to put texts into holes.
  ///
  /// - Parameters:
  ///   - page: any page of the shape.
  ///   - render: what the template makes of a page.
  init?(_ page: FilledPage, _ render: (FilledPage) -> String) {
    var holes: [PageHole] = []
    let marked = page.recast(items: 2) { hole in
      holes.append(hole)
      return PageMark.text(holes.count - 1)
    }
    guard let parts = PageMark.split(Array(render(marked).utf8), count: holes.count),
      let pieces = Self.folded(
        parts.map { part in
          switch part {
          case .markup(let bytes): .markup(bytes)
          case .mark(let number, let isEscaped): .hole(holes[number], isEscaped: isEscaped)
          }
        }[...])
    else { return nil }
    self.pieces = pieces
    guard isRight(page.recast(items: 3) { "aB<\"\($0)'&\n" }, render),
      isRight(page.recast(items: 1) { _ in "" }, render)
    else { return nil }
  }

  /// Whether the plan makes of a page what the template makes of it.
  private func isRight(_ page: FilledPage, _ render: (FilledPage) -> String) -> Bool {
    fill(page) == Array(render(page).utf8)
  }

  /// Finds the items of lists in a page that has two of each.
  private static func folded(_ pieces: ArraySlice<Piece>) -> [Piece]? {
    var result: [Piece] = []
    var index = pieces.startIndex
    while index < pieces.endIndex {
      guard case .hole(let hole, _) = pieces[index], let list = hole.item?.list else {
        result.append(pieces[index])
        index += 1
        continue
      }
      guard let second = pieces[index...].firstIndex(where: { item($0, of: list) == 1 }),
        let firstEnd = pieces[..<second].lastIndex(where: { item($0, of: list) == 0 }),
        firstEnd >= index
      else { return nil }
      let each = pieces[index...firstEnd]
      let end = second + each.count
      guard end <= pieces.endIndex, zip(each, pieces[second..<end]).allSatisfy(isSame) else {
        return nil
      }
      result.append(
        .items(list, each: Array(each), between: Array(pieces[(firstEnd + 1)..<second])))
      index = end
    }
    return result
  }

  private static func item(_ piece: Piece, of list: PageHole.Series) -> Int? {
    guard case .hole(let hole, _) = piece, let item = hole.item, item.list == list else {
      return nil
    }
    return item.number
  }

  /// Whether a piece of a first item is that of a second.
  private static func isSame(_ first: Piece, _ second: Piece) -> Bool {
    guard case .hole(let hole, let isEscaped) = first else { return first == second }
    return second == .hole(hole.at(1), isEscaped: isEscaped)
  }
}

extension PagePlan {
  /// The HTML of a page of the plan's shape.
  func fill(_ page: FilledPage) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(page.page.body.count + page.page.navigation.count + 20_000)
    for piece in pieces { write(piece, of: page, item: 0, to: &out) }
    return out
  }

  private func write(_ piece: Piece, of page: FilledPage, item: Int, to out: inout [UInt8]) {
    switch piece {
    case .markup(let bytes): out += bytes
    case .hole(let hole, let isEscaped):
      switch page.value(of: item == 0 ? hole : hole.at(item)) {
      case .text(let text) where isEscaped: PageMark.escape(text.utf8, to: &out)
      case .text(let text): out += text.utf8
      case .html(let bytes) where isEscaped: PageMark.escape(bytes, to: &out)
      case .html(let bytes): out += bytes
      }
    case .items(let list, let each, let between):
      for number in 0..<list.count(in: page.page) {
        if number > 0 { for piece in between { write(piece, of: page, item: 0, to: &out) } }
        for piece in each { write(piece, of: page, item: number, to: &out) }
      }
    }
  }
}
