// Which headings the rule on repeated names reports, whatever numbers names have themselves.

import Handbook
import TestSupport
import Testing

@Suite struct RepeatedHeadingTests {
  private static let names = [
    "Fees", "fees", "Fees 1", "Fees-1", "Fees 1-1", "?", "!", "Section", "2", "Refunds", "Été",
  ]

  @Test func areThoseWhoseNameCameBefore() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<60 {
      let headings = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        (
          level: Int.random(in: 2...4, using: &generator),
          text: Self.names.randomElement(using: &generator) ?? ""
        )
      }
      let text = headings.map {
        "\(String(repeating: "#", count: $0.level)) \($0.text)\n\nText.\n\n"
      }
      let found = try TinyHandbook(["index.md": "# Home\n\n" + text.joined()]).findings(
        "duplicate-id")
      var seen: Set<String> = ["home"]
      let repeated = headings.filter { $0.level <= 3 && !seen.insert(Slug.base($0.text)).inserted }
      #expect(found.count == repeated.count, "\(headings)")
    }
  }
}
