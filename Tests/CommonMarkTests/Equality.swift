// Says where two outputs part.

import Testing

/// Expects the library's renderer and ours to write the same bytes for a document.
func expectEqualHTML(
  _ markdown: [UInt8], smartPunctuation: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let expected = Reference.html(markdown, smartPunctuation: smartPunctuation)
  let actual = deskbookHTML(markdown, smartPunctuation: smartPunctuation)
  if actual == expected { return }
  Issue.record(
    """
    \(difference(actual, expected))
    markdown: \(String(decoding: markdown.prefix(2_000), as: UTF8.self))
    """, sourceLocation: sourceLocation)
}

/// The same, of a text.
func expectEqualHTML(
  _ markdown: String, smartPunctuation: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectEqualHTML(
    Array(markdown.utf8), smartPunctuation: smartPunctuation, sourceLocation: sourceLocation)
}

/// The first place where two texts differ, with what stands round it.
func difference(_ actual: [UInt8], _ expected: [UInt8]) -> String {
  let place = zip(actual, expected).prefix { $0 == $1 }.count
  func excerpt(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.dropFirst(max(0, place - 60)).prefix(160), as: UTF8.self)
  }
  return """
    differs at byte \(place)
    ours: \(excerpt(actual))
    cmark: \(excerpt(expected))
    """
}
