// `cards: {sheets: …}` of `handbook.yml`: paper that only this handbook knows.

/// How cards lie on a paper of the handbook's own.
package struct CardSheet: Sendable, Equatable {
  package var name: String
  /// `a4` or `letter`.
  package var paper: String
  package var size: CardSize
  package var columns: Int
  package var rows: Int
  /// Whether cards lie on their side.
  package var isTurned: Bool
  /// The first card's top left corner, in mm; in the middle of the paper where nil.
  package var x: Double?
  package var y: Double?
  /// From a card's edge to the same edge of the next card, in mm; the card's own width and height
  /// where nil.
  package var columnPitch: Double?
  package var rowPitch: Double?

  package init(
    name: String, paper: String, size: CardSize, columns: Int, rows: Int, isTurned: Bool = false,
    x: Double? = nil, y: Double? = nil, columnPitch: Double? = nil, rowPitch: Double? = nil
  ) {
    (self.name, self.paper, self.size) = (name, paper, size)
    (self.columns, self.rows, self.isTurned) = (columns, rows, isTurned)
    (self.x, self.y) = (x, y)
    (self.columnPitch, self.rowPitch) = (columnPitch, rowPitch)
  }
}

extension ConfigurationReader {
  static func sheets(
    _ value: YAML, paper: String, size: CardSize, at path: ContentPath, _ outer: inout MappingReader
  ) -> [CardSheet] {
    var reader = MappingReader(value, at: path, what: "sheets")
    let lengths = 0.0...1_000
    let sheets = reader.all().map { entry in
      var inner = MappingReader(entry.value, at: path, what: entry.key)
      if !FileName.isPlain("cards-\(entry.key)-fronts.pdf") || entry.key.utf8.first == 0x2E {
        inner.wrong(
          entry.keyRange, "a sheet's name is part of its file's, which this cannot be",
          help: "use letters, digits, - and _")
      }
      let named = inner.text("paper")
      if let named, named.value != "a4", named.value != "letter" {
        inner.wrong(
          named.range, "there is no paper named \(named.value)", help: "use a4 or letter")
      }
      let sheet = CardSheet(
        name: entry.key, paper: named?.value ?? paper,
        size: inner.choice("size", CardSize.self)?.value ?? size,
        columns: Int(inner.number("columns", in: 1...50) ?? 1),
        rows: Int(inner.number("rows", in: 1...50) ?? 1), isTurned: inner.flag("turned") ?? false,
        x: inner.number("x", in: lengths), y: inner.number("y", in: lengths),
        columnPitch: inner.number("column-pitch", in: lengths),
        rowPitch: inner.number("row-pitch", in: lengths))
      inner.finish()
      reader.merge(inner)
      return sheet
    }
    outer.merge(reader)
    return sheets
  }
}
