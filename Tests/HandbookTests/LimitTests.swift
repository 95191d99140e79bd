// What no person writes is refused with a place, before it takes the machine down.

import Handbook
import Testing

@Suite struct LimitTests {
  private func lines(_ rule: String, _ files: [String: String]) throws -> [String] {
    let tiny = try TinyHandbook(files)
    return tiny.findings(rule).map(tiny.line)
  }

  @Test func countsTheWordsOfAllSynonyms() throws {
    let line = { (number: Int) in (1...50).map { "w\(number)x\($0)" }.joined(separator: ", ") }
    let full = (1...1000).map { line($0) + "\n" }.joined()
    #expect(try lines("synonyms", ["index.md": "# Home\n", "synonyms.txt": full]) == [])
    let more = full + "a, b\nc, d\n"
    let found = try lines("synonyms", ["index.md": "# Home\n", "synonyms.txt": more])
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("synonyms.txt:1001:1: warning: this file has more than 50000 words"))
  }

  @Test func takesNoLongValue() throws {
    let settings = { (count: Int) in
      "title: T\nvalues:\n  a: \(String(repeating: "v", count: count))\n"
    }
    #expect(
      try lines("invalid-value", ["index.md": "# {{a}}\n", "handbook.yml": settings(4_096)]) == [])
    let found = try lines(
      "invalid-value", ["index.md": "# {{a}}\n", "handbook.yml": settings(4_097)])
    #expect(
      found == [
        "handbook.yml:3:6: error: a has 4097 bytes; a value has no more than 4096 [invalid-value]"
      ])
  }

  @Test func takesNoMoreLanguagesThanAPersonWrites() throws {
    let codes = (0..<41).map { number in
      let letters = [number / 26, number % 26].map { String(UnicodeScalar(UInt8(97 + $0))) }
      return "q" + letters.joined()
    }
    let settings = { (count: Int) in
      "title: T\nlanguages:\n" + codes.prefix(count).map { "  \($0): \($0)\n" }.joined()
    }
    #expect(
      try lines("invalid-value", ["index.md": "# T\n", "handbook.yml": settings(40)]) == [])
    let found = try lines("invalid-value", ["index.md": "# T\n", "handbook.yml": settings(41)])
    #expect(found.count == 1 && found[0].hasPrefix("handbook.yml:43:3: error: a handbook has no"))
  }

  @Test func refusesAPageThatItsValuesBlowUp() throws {
    let settings = "title: T\nvalues:\n  a: \(String(repeating: "v", count: 4_096))\n"
    let page = { (count: Int) in
      "# T\n\ntext\n\n" + String(repeating: "{{a}} ", count: count) + "\n"
    }
    #expect(
      try lines("too-large", ["index.md": page(512), "handbook.yml": settings]) == [])
    let found = try lines("too-large", ["index.md": page(513), "handbook.yml": settings])
    #expect(
      found == [
        "index.md:5:1: error: the values on this page come to more than 2097152 bytes [too-large]"
      ])
  }
}
