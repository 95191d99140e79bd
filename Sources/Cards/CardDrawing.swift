// Draws a laid side.

internal import Handbook

extension Canvas {
  /// Draws a side from its own top left corner, its texts tagged in reading order.
  func side(_ side: LaidSide) {
    for decoration in side.decorations { draw(decoration) }
    tagged("Sect") {
      var index = 0
      while index < side.groups.count {
        let kind = side.groups[index].kind
        if kind == .control, let code = side.code, index == side.firstControl { draw(code) }
        guard kind == .item else {
          tagged(kind.tag) { draw(side.groups[index]) }
          index += 1
          continue
        }
        let end = side.groups[index...].firstIndex { $0.kind != .item } ?? side.groups.endIndex
        tagged("L") { for group in side.groups[index..<end] { draw(item: group) } }
        index = end
      }
    }
  }

  private func draw(_ group: TextGroup) {
    if let marker = group.marker { text(marker) }
    for line in group.lines { text(line) }
  }

  private func draw(item group: TextGroup) {
    tagged("LI") {
      if let marker = group.marker { tagged("Lbl") { text(marker) } }
      tagged("LBody") { for line in group.lines { text(line) } }
    }
  }

  private func draw(_ placed: PlacedCode) {
    let module = placed.code.module(in: placed.box.width)
    let quiet = Double(QRCode.quietZone) * module
    let side = placed.code.side
    var bars: [Box] = []
    for row in 0..<side {
      var column = 0
      while column < side {
        guard placed.code.isDark[row * side + column] else {
          column += 1
          continue
        }
        let start = column
        while column < side, placed.code.isDark[row * side + column] { column += 1 }
        bars.append(
          Box(
            x: placed.box.x + quiet + Double(start) * module,
            y: placed.box.y + quiet + Double(row) * module,
            width: Double(column - start) * module, height: module))
      }
    }
    tagged("Figure") { fill(bars, .black) }
  }

  private func draw(_ decoration: Decoration) {
    switch decoration {
    case .rule(let box, let color): fill([box], color)
    case .dashes(let box, let color):
      let line = MarkLine(
        kind: .fold, from: (box.x, box.y + box.height / 2), to: (box.right, box.y + box.height / 2))
      stroke([line], width: box.height, dashes: [1.2, 0.9], color)
    case .ring(let box, let color): stroke(circle: box, width: CutMarks.width, color)
    case .shape(let shape, let box, let color): draw(shape, box, color)
    }
  }

  private func draw(_ shape: CardShape, _ box: Box, _ color: Ink) {
    let corners: [(Double, Double)]
    switch shape {
    case .circle: return fill(circle: box, color)
    case .square: corners = [(4, 4), (96, 4), (96, 96), (4, 96)]
    case .triangle: corners = [(50, 4), (100, 96), (0, 96)]
    case .diamond: corners = [(50, 0), (100, 50), (50, 100), (0, 50)]
    case .hexagon: corners = [(25, 6), (75, 6), (100, 50), (75, 94), (25, 94), (0, 50)]
    case .star:
      corners = [
        (50, 2), (62, 36), (98, 36), (69, 58), (80, 93), (50, 72), (20, 93), (31, 58), (2, 36),
        (38, 36),
      ]
    }
    fill(
      polygon: corners.map {
        (x: box.x + $0 * box.width / 100, y: box.y + $1 * box.height / 100)
      }, color)
  }
}

extension LaidSide {
  fileprivate var firstControl: Int? { groups.firstIndex { $0.kind == .control } }
}

extension TextGroup.Kind {
  fileprivate var tag: String {
    switch self {
    case .title: "H1"
    case .heading: "H2"
    case .label, .paragraph, .item, .control: "P"
    }
  }
}
