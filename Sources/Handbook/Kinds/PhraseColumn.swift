// What the columns of a phrase table mean, by their headers.

internal import CommonMark

/// A column of a phrase table.
enum PhraseColumn: Equatable {
  case say, avoid
  case note(Phrase.Note.Kind)

  private static let names: [String: Self] = [
    "say": .say, "what to say": .say, "say this": .say, "do say": .say,
    "instead of": .avoid, "avoid": .avoid, "do not say": .avoid, "don't say": .avoid,
    "dont say": .avoid, "not": .avoid, "what not to say": .avoid, "never say": .avoid,
    "instead of saying": .avoid,
    "when": .note(.when), "why": .note(.why),
  ]

  /// Names long enough that a slip of the finger makes no other word of them.
  private static let longNames = names.keys.filter { $0.utf8.count >= 4 }.sorted()

  /// What a header means as typed; one of the editor's own where it is no known name.
  init(header: String) { self = Self.names[FoldedWords.name(of: header)] ?? .note(.other(header)) }

  /// The columns of a table: of two that hold lines of one meaning the second is a note, so that
  /// both are shown.
  static func columns(ofHeader row: Int, in tree: MarkupTree) -> [Self] {
    var seen: [Self] = []
    return tree.children(of: row).map { cell in
      let header = header(of: cell, in: tree)
      let column = Self(header: header)
      guard column == .say || column == .avoid else { return column }
      if seen.contains(column) { return .note(.other(header)) }
      seen.append(column)
      return column
    }
  }

  /// The text of a header's cell.
  static func header(of cell: Int, in tree: MarkupTree) -> String {
    tree.plainText(of: cell).split(separator: " ").joined(separator: " ")
  }

  /// The known name that a header most likely means where it is none.
  static func nearest(to header: String) -> String? {
    let name = FoldedWords.name(of: header)
    guard names[name] == nil, name.utf8.count >= 4,
      let near = Suggestion.nearest(to: name, in: longNames), near.first == name.first
    else { return nil }
    return near.prefix(1).uppercased() + near.dropFirst()
  }
}
