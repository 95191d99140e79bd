// Lines compared by hashes are the lines that comparing their words finds.

import Testing
import TestSupport

@testable import Handbook

@Suite struct SpokenLinesTests {
  private static let words = ["you", "calm", "Please", "naïve"]

  /// A page of a few lines to say and to avoid, and those.
  private struct RandomPage {
    var say: [String] = []
    var avoid: [String] = []

    init(_ generator: inout SeededGenerator) {
      func line(_ most: Int) -> String {
        (0..<Int.random(in: 1...most, using: &generator)).map { _ in
          words.randomElement(using: &generator) ?? ""
        }.joined(separator: " ")
      }
      say = (0..<Int.random(in: 0...3, using: &generator)).map { _ in line(7) }
      avoid = (0..<Int.random(in: 0...1, using: &generator)).map { _ in line(5) }
    }

    var text: String {
      let says = say.map { "> [!SAY]\n> \($0)\n\n" }
      let avoids = avoid.map { "> [!AVOID]\n> \($0)\n\n" }
      return "# Title\n\n" + (says + avoids).joined(separator: "Then.\n\n")
    }
  }

  /// What the check says of a line, found word by word.
  private static func message(_ say: String, _ pages: [(path: String, page: RandomPage)]) -> String?
  {
    let words = say.lowercased().split(separator: " ")
    let avoided = pages.flatMap { path, page in
      page.avoid.map { (path: path, text: $0, words: $0.lowercased().split(separator: " ")) }
    }
    var found = avoided.first { $0.words == words }
    for length in stride(from: words.count, through: 3, by: -1) where found == nil {
      for start in 0...words.count - length where found == nil {
        found = avoided.first { $0.words[...] == words[start..<start + length] }
      }
    }
    return found.map { "\($0.path) tells staff not to say “\($0.text)”" }
  }

  @Test func areFoundWhereComparingWordsFindsThem() throws {
    var generator = SeededGenerator(seed: 1)
    var total = 0
    for _ in 0..<600 {
      let pages = (0..<Int.random(in: 1...6, using: &generator)).map {
        ("page-\($0).md", RandomPage(&generator))
      }
      let tiny = try TinyHandbook(
        Dictionary(pages.map { ($0.0, $0.1.text) }, uniquingKeysWith: { $1 }))
      let expected = pages.flatMap { $0.1.say }.compactMap { Self.message($0, pages) }
      #expect(tiny.findings("avoided-phrase").map(\.message).sorted() == expected.sorted())
      total += expected.count
    }
    #expect(total > 50)
  }

  @Test func hashTheWordsThatAreRead() {
    for text in ["", "…", "Naïve idea", "don’t — you", "a-b c", "Straße 電話 x", "Ünder, it"] {
      let words = SpokenWords.of(text)
      let again = SpokenWords.hashes(of: words.joined(separator: " "))
      #expect(SpokenWords.hashes(of: text) == again)
      #expect(again.count == words.count)
    }
  }
}
