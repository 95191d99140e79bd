// Documents put together from fragments of Markdown, the same in every run.

import TestSupport

/// Random Markdown without raw HTML and without refused schemes.
struct RandomMarkdown {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let inlines = [
    "word", "two words", "*", "**", "***", "_", "__", "~~", "~", "`", "``", "`code`", "` `` `",
    "*em*", "**strong**", "~~gone~~", "_a_b_", "[", "]", "(", ")", "![", "](", "](/u", "[x](/u)",
    "[x](/u \"t\")", "[x](<1 b> 't')", "![i](p.png)", "![i *e* `c`](p.png \"q&quot;\")", "[ref]",
    "[ref][]", "[text][ref]", "[none][nothing]", "[^1]", "[^two]", "[^none]",
    "<https://e.org/a?b=c>",
    "<me@e.org>", "https://e.org/x_y_z.", "www.e.org/(a)", "you@e.org", "&amp;", "&lt;", "&#35;",
    "&copy", "&", "\"", "'", "--", "---", "...", "\\*", "\\[", "\\", "\\\\", "|", "\\|", " :", "!",
    "{{name}}", "{{", "}}", "é", "日本", "👍", "\u{A0}", "\u{301}", "\t", " ", " ", "  ", "#", ">",
    "+", "-", "1.", "=", "[ ]", "[x]", "\u{0}", " mailto:a@e.org", "< ", "\"'",
  ]
  private static let starts = [
    "", "", "", "", "", "> ", ">", "> > ", "- ", "  - ", "    - ", "* ", "1. ", "2) ", "10. ", "# ",
    "### ", "  ", "   ", "    ", "\t", "- [ ] ", "- [x] ", "  ", "| ", "+ ", "-\t",
  ]
  private static let lines = [
    "", "", "", "***", "---", "===", "```", "```swift", "~~~", "    code", "| a | b |", "|---|:-:|",
    "| - | -: |", "c | d | e", "| `a\\|b` |", "[ref]: /ref 'title'", "[text]: <1 r l>", "- ", ">",
    "1.", "# ", "## head ##", "  ", "> ```", "- ```", "\\", "a  ", "b\\", "|", "    ",
  ]

  /// The next document.
  mutating func document() -> String {
    // Named first, the notes are shown: references in a note left out count for the library only.
    let hasNotes = generator.chance(30)
    var lines = hasNotes ? ["Notes[^1] and[^two].", ""] : []
    for _ in 0..<Int.random(in: 1...24, using: &generator) { lines.append(line()) }
    if hasNotes {
      for label in ["1", "two"] {
        let place = Int.random(in: 2...lines.count, using: &generator)
        lines.insert("[^\(label)]: " + text(), at: place)
        if generator.chance(50) { lines.insert("    " + text(), at: place + 1) }
      }
    }
    return lines.joined(separator: generator.chance(5) ? "\r\n" : "\n") + "\n"
  }

  private mutating func line() -> String {
    if generator.chance(35) { return generator.pick(Self.starts) + generator.pick(Self.lines) }
    return generator.pick(Self.starts) + text()
  }

  private mutating func text() -> String {
    let count = Int.random(in: 1...9, using: &generator)
    let separator = generator.chance(50) ? " " : ""
    return (0..<count).map { _ in generator.pick(Self.inlines) }.joined(separator: separator)
  }
}
