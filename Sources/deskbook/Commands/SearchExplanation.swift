// What `deskbook search --explain` prints.

internal import Build
internal import Search
internal import Text

extension Explanation {
  /// A line for each word of the query, and one for the factors that their sum is multiplied by.
  func text(_ score: Int) -> String {
    let rows = words.map { word -> [String] in
      let met = word.met.isEmpty ? "not met" : "\(word.reason) \(word.met.joined(separator: " + "))"
      return [
        "    " + DisplayWidth.visible(word.word), DisplayWidth.visible(met),
        word.met.isEmpty ? "" : "weight \(word.weight)/64", "value \(word.value)",
        "of \(word.importance)" + (word.isHeading ? ", in the heading" : ""),
      ]
    }
    let factors =
      "    covered \(coverage)/64, in the heading \(heading)/64, kind \(kindWeight)/64, "
      + "near or in a row +\(bonus)/64 = \(score)\n"
    return Table(rows).text + factors
  }

  var json: JSON {
    .object([
      (
        "words",
        .array(
          words.map { word in
            .object([
              ("word", .string(word.word)), ("met", .array(word.met.map { .string($0) })),
              ("reason", .string(word.reason)), ("weight", .number(word.weight)),
              ("value", .number(word.value)), ("importance", .number(word.importance)),
              ("isHeading", .bool(word.isHeading)),
            ])
          })
      ),
      ("coverage", .number(coverage)), ("heading", .number(heading)),
      ("kindWeight", .number(kindWeight)), ("bonus", .number(bonus)),
    ])
  }
}
