// merge-conflict: what git writes into a file where two people changed the same lines.

internal import CommonMark
internal import Text

enum MergeConflict {
  static let rule = Rule(
    "merge-conflict", .error, "Two versions of a text stand one above the other.",
    explanation: """
      Where two people changed the same lines, git, which keeps the versions, writes both into the file, between `<<<<<<<`, \
      `=======` and `>>>>>>>`. Keep the right one, and delete these three lines.
      """,
    bad: "# Fees\n\n<<<<<<< HEAD\nThe fee is 10.\n=======\nThe fee is 12.\n>>>>>>> new-fees\n",
    good: "# Fees\n\nThe fee is 12.\n")

  private static let opening = "<<<<<<< "

  static func findings(on page: Page) -> [Diagnostic] {
    let (bytes, lines) = (page.file.bytes, page.file.lines)
    var found: [Diagnostic] = []
    var rest = bytes[...]
    while let start = rest.position(of: UInt8(ascii: "<")) {
      guard page.file.holds(opening.utf8, at: start), lines.position(of: start).column == 1,
        !isCode(start, on: page), hasEnd(start, on: page)
      else {
        rest = bytes[(start + 1)...]
        continue
      }
      let line = page.file.range(ofLine: lines.position(of: start).line)
      found.append(
        Diagnostic(
          rule, at: page.path, start..<line.upperBound,
          "git wrote two versions of the text here",
          help: "keep the right one, and delete the lines <<<<<<<, ======= and >>>>>>>"))
      rest = bytes[line.upperBound...]
    }
    return found
  }

  /// Whether the line that parts the versions and the one that ends them follow.
  private static func hasEnd(_ start: Int, on page: Page) -> Bool {
    var number = page.file.lines.position(of: start).line + 1
    var isParted = false
    while page.file.lines.offset(line: number, column: 1) < page.file.bytes.count {
      let line = page.file.bytes[page.file.range(ofLine: number)]
      if line.elementsEqual("=======".utf8) { isParted = true }
      if line.starts(with: ">>>>>>> ".utf8) { return isParted }
      if line.starts(with: opening.utf8) { return false }
      number += 1
    }
    return false
  }

  private static func isCode(_ start: Int, on page: Page) -> Bool {
    let line = Int32(page.file.lines.position(of: start).line)
    return page.tree.nodes.contains {
      $0.kind == .codeBlock && $0.line <= line && line <= $0.endLine
    }
  }
}
