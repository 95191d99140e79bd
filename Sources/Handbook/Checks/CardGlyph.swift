// card-glyph: a letter that no font of the cards has.

package enum CardGlyph {
  package static let rule = Rule(
    "card-glyph", .error, "A card has a character that its fonts lack.",
    explanation: """
      It would be printed as an empty box. The bundled fonts have Latin, Greek, Cyrillic, \
      Vietnamese, Arabic and Hebrew letters, arrows, ticks and common signs. For other scripts \
      put a TrueType font (`.ttf`) in the folder `Fonts` beside `Content`; its licence must allow \
      embedding.
      """,
    bad: "---\ntitle: 您好\nkind: card\n---\n\n请稍等。\n",
    good: "---\ntitle: Xin chào\nkind: card\n---\n\nXin vui lòng chờ.\n")

  /// Characters without a glyph, named; `place` is the block with the first of them.
  package static func missing(
    _ scalars: [Unicode.Scalar], _ side: CardSide, _ place: Range<Int>
  ) -> Diagnostic {
    var unique: [Unicode.Scalar] = []
    for scalar in scalars where !unique.contains(scalar) { unique.append(scalar) }
    let shown = unique.prefix(8).map { "\($0) (\(name(of: $0)))" }.joined(separator: ", ")
    let more = unique.count > 8 ? " and \(unique.count - 8) more" : ""
    return Diagnostic(
      rule, at: side.card.page, place, "no font has \(shown)\(more) on \(side.words)",
      help: "put a TrueType font that has it in the folder Fonts beside Content")
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
