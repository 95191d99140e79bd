// The examples of a specification in the form of the CommonMark project's spec.txt.

import FoundationEssentials
import Testing

/// One example: numbered from 1 in the order of the file, as the printed specification does.
struct SpecificationExample: CustomTestStringConvertible {
  let number: Int
  let section: String
  let markdown: String

  var testDescription: String { "\(number), \(section)" }

  /// Every example of GitHub Flavored Markdown 0.29, which holds those of CommonMark 0.29.
  static func all(filePath: String = #filePath) throws -> [SpecificationExample] {
    let file = URL(filePath: filePath).deletingLastPathComponent()
      .appending(path: "Specifications/gfm-0.29.txt")
    return examples(in: try String(contentsOf: file, encoding: .utf8))
  }

  private static func examples(in text: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var section = ""
    var markdown: [Substring]?
    var isAnswer = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(fence + " example") {
        markdown = []
        isAnswer = false
      } else if line == fence, let lines = markdown {
        let source = lines.map { $0 + "\n" }.joined()
        examples.append(
          SpecificationExample(
            number: examples.count + 1, section: section,
            markdown: String(source.map { $0 == "→" ? "\t" : $0 })))
        markdown = nil
      } else if markdown != nil {
        if line == "." { isAnswer = true }
        if !isAnswer { markdown?.append(line) }
      } else if line.hasPrefix("#") {
        section = String(line.drop { $0 == "#" || $0 == " " })
      }
    }
    return examples
  }
}
