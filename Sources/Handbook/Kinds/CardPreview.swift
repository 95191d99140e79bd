// A card as it is set in print, for the preview in the browser.

/// The lines of one side of a card.
package struct CardFace: Sendable, Equatable {
  /// The body's type, in quarter points.
  package var quarters: Int
  /// The title's type, in quarter points, and its lines.
  package var titleQuarters: Int
  package var title: [String]
  /// Lines of runs by block of the side and text of the block: a step's own text, then its branches.
  package var lines: [[[[CardRun]]]]
  /// Rows of the line of document control, and the parts of each.
  package var control: [[String]]
  /// The link of the QR code and the words beside it, where it has one.
  package var code: CardFaceCode?

  package init(quarters: Int, titleQuarters: Int, title: [String], blocks: Int) {
    self.quarters = quarters
    self.titleQuarters = titleQuarters
    self.title = title
    lines = Array(repeating: [], count: blocks)
    control = []
  }
}

/// A QR code as the preview draws it.
package struct CardFaceCode: Sendable, Equatable {
  package var link: String
  /// Squares to a side, and which are dark, row by row.
  package var side: Int
  package var isDark: [Bool]
  package var hint: [String]

  package init(link: String, side: Int, isDark: [Bool], hint: [String]) {
    (self.link, self.side, self.isDark, self.hint) = (link, side, isDark, hint)
  }
}

/// A card as it is set in print.
package struct CardPreview: Sendable, Equatable {
  /// Five characters by which a printed card is compared with the handbook.
  package var code: String
  /// Nil where the side cannot be set, which a finding says.
  package var front: CardFace?
  package var back: CardFace?

  package init(code: String, front: CardFace?, back: CardFace?) {
    (self.code, self.front, self.back) = (code, front, back)
  }
}
