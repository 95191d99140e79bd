// Findings whose places are marked in the text, so that no test counts columns.

import Handbook
import Testing

/// A text with the places that its marks ① to ⑳ stood at.
struct MarkedText {
  let text: String
  /// The marks of each offset into the text without marks, in order.
  let places: [Character: Int]

  init(_ marked: String) {
    var text = ""
    var places: [Character: Int] = [:]
    for character in marked {
      if let scalar = character.unicodeScalars.first, (0x2460...0x2473).contains(scalar.value) {
        places[character] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.places = places
  }
}

/// Expects exactly the findings that the marks of a page announce, and none besides on that page.
///
/// - Parameters:
///   - marked: the page's text, with a mark before each place where a finding begins. A finding about
///     the whole page begins at its very start.
///   - path: the page's path; by default the root's own page, which needs no link to it.
///   - others: the other files of the handbook.
///   - expected: for each mark the rule, `: ` and a part of the message.
///   - sourceLocation: where to report a failure.
/// - Throws: where a mark is not in the text, or a path is none.
func expectFindings(
  _ marked: String, path: String = "index.md", alongside others: [String: String] = [:],
  _ expected: KeyValuePairs<Character, String>, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let page = MarkedText(marked)
  let tiny = try TinyHandbook(others.merging([path: page.text]) { _, page in page })
  var left = tiny.diagnostics.filter { $0.path.text == path }
  for (mark, announced) in expected {
    let offset = try #require(
      page.places[mark], "no \(mark) in the text", sourceLocation: sourceLocation)
    let index = left.firstIndex { finding in
      finding.range.lowerBound == offset
        && "\(finding.rule.id): \(finding.message)".matches(announced)
    }
    if let index {
      left.remove(at: index)
    } else {
      Issue.record("\(mark): no finding “\(announced)”", sourceLocation: sourceLocation)
    }
  }
  for finding in left {
    Issue.record("not announced: \(tiny.line(finding))", sourceLocation: sourceLocation)
  }
}

extension String {
  /// Whether the text names the announced rule and holds the announced part of a message.
  fileprivate func matches(_ announced: String) -> Bool {
    guard let colon = announced.firstRange(of: ": ") else { return hasPrefix(announced + ": ") }
    return hasPrefix(announced[..<colon.upperBound])
      && self[colon.upperBound...].contains(announced[colon.upperBound...])
  }
}
