// Lines and columns of a file, whatever its line ends.

import Handbook
import Testing

@Suite struct SourceFileTests {
  private func file(_ text: String) throws -> SourceFile {
    try SourceFile(path: ContentPath("a.md"), bytes: Array(text.utf8))
  }

  @Test(arguments: [
    ("a\nb\nc", ["a", "b", "c"]), ("a\r\nb\r\n", ["a", "b", ""]), ("a\rb\r", ["a", "b", ""]),
    ("a\n\rb", ["a", "", "b"]), ("", [""]), ("\n", ["", ""]), ("é\nü", ["é", "ü"]),
  ])
  func cutsLines(_ text: String, _ lines: [String]) throws {
    let file = try file(text)
    let found = lines.indices.map { line in
      String(decoding: file.bytes[file.range(ofLine: line + 1)], as: UTF8.self)
    }
    #expect(found == lines)
    #expect(file.range(ofLine: lines.count + 1).isEmpty)
    #expect(file.range(ofLine: 0).lowerBound == 0)
  }

  @Test func findsLineAndColumnInBytes() throws {
    let lines = try file("ab\né€x\r\ny").lines
    let places = [0, 2, 3, 5, 8, 9, 10, 11, 12].map { lines.position(of: $0) }
    #expect(places.map(\.line) == [1, 1, 2, 2, 2, 2, 2, 3, 3])
    #expect(places.map(\.column) == [1, 3, 1, 3, 6, 7, 8, 1, 2])
    for offset in 0...12 {
      let place = lines.position(of: offset)
      #expect(lines.offset(line: place.line, column: place.column) == offset)
    }
    #expect(lines.offset(line: 99, column: 1) == 12)
    #expect(lines.offset(line: 3, column: 99) == 12)
  }
}
