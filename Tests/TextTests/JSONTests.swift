// JSON that is written reads back, and stands unharmed in a script.

import Foundation
import Testing
import Text

@Suite struct JSONTests {
  /// Characters that make trouble, among others that make none.
  private static let scalars: [Unicode.Scalar] =
    [
      "\"", "\\", "/", "<", "\n", "\r", "\t", "\0", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}",
      "\u{A0}",
    ]
    + ["\u{2027}", "\u{2028}", "\u{2029}", "\u{202A}", "a", "é", "€", "😀"]

  private static func text() -> String {
    String(
      String.UnicodeScalarView(
        (0..<Int.random(in: 0...12)).compactMap { _ in scalars.randomElement() }))
  }

  @Test func readsBackStrings() {
    for _ in 0..<500 {
      let text = Self.text()
      #expect(JSON(Array(JSON.quoted(text).utf8))?.string == text)
      for isInMarkup in [false, true] {
        var bytes: [UInt8] = []
        JSON.quote(Array(text.utf8), isInMarkup: isInMarkup, to: &bytes)
        #expect(JSON(bytes)?.string == text)
        #expect(bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && ($0 != 0x3C || !isInMarkup) })
      }
    }
  }

  @Test(arguments: [
    ("plain é <b>", #""plain é <b>""#), ("\"\\", #""\"\\""#), ("\n\r\t", #""\n\r\t""#),
    ("\0\u{1F}\u{7F}\u{80}\u{9F}", #""\u0000\u001f\u007f\u0080\u009f""#),
    ("\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{2027}\\u2028\\u2029\u{202A}\""),
    ("\u{A0}°", "\"\u{A0}°\""),
  ])
  func escapes(text: String, quoted: String) {
    #expect(Array(JSON.quoted(text).utf8) == Array(quoted.utf8))
  }

  @Test func escapesWhatEndsAScript() {
    var bytes: [UInt8] = []
    JSON.quote(Array("</script>".utf8), isInMarkup: true, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == #""\u003c/script>""#)
  }

  @Test func writesTrees() {
    let value = JSON.object([
      ("b", .array([.number(-1), .bool(true), .null])), ("a", .object([])), ("c", .array([])),
      ("d", JSON("x")), ("e", JSON(nil)),
    ])
    let expected = """
      {
        "b": [
          -1,
          true,
          null
        ],
        "a": {},
        "c": [],
        "d": "x",
        "e": null
      }

      """
    #expect(value.text == expected)
    #expect(JSON.object(present: [("a", nil), ("b", .null)]).text == "{\n  \"b\": null\n}\n")
  }

  /// Values as deep as `depth`, members in the order of their names.
  private static func value(depth: Int) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4)) {
    case 0: .null
    case 1: .bool(.random())
    case 2: .number(.random(in: -1 << 53...1 << 53))
    case 3: .string(text())
    case 4: .array((0..<3).map { _ in value(depth: depth - 1) })
    default: .object(["", "a", "b"].map { ($0, value(depth: depth - 1)) })
    }
  }

  @Test func readsBackTrees() {
    for _ in 0..<200 {
      let value = Self.value(depth: 4)
      #expect(JSON(value.bytes)?.bytes == value.bytes)
    }
  }

  @Test func readsNumbers() throws {
    let read = JSON(
      Array("[0, 1, -0, 1.0, 1e2, 1.5, 9223372036854775807, 9223372036854775808]".utf8))
    let numbers = try #require(read?.array).map(\.number)
    #expect(numbers == [0, 1, 0, 1, 100, nil, .max, nil])
    #expect(read?.numbers == nil)
    #expect(JSON(Array("[1, true]".utf8))?.numbers == nil)
    #expect(JSON(Array("[1, 2]".utf8))?.numbers == [1, 2])
    #expect(JSON(Array(#"["a", 2]"#.utf8))?.strings == nil)
  }

  @Test func findsMembers() {
    let value = JSON(Array(#"{"b": 1, "a": {"c": "d"}}"#.utf8))
    #expect(value?["b"]?.number == 1)
    #expect(value?["a"]?["c"]?.string == "d")
    #expect(value?["c"] == nil)
    #expect(value?["b"]?["c"] == nil)
  }

  @Test(arguments: [
    "", "[", "{\"a\"}", "{1:2}", "\"\\x\"", "\"\\ud800\"", "\"\\u00", "nul", "1 2", "[1", "-",
    "\"a", "[\"\\",
  ])
  func refusesWhatIsNotJSON(text: String) {
    #expect(JSON(Array(text.utf8)) == nil)
  }

  @Test func refusesDeepNesting() {
    #expect(JSON([UInt8](repeating: UInt8(ascii: "["), count: 100_000)) == nil)
    #expect(JSON(Array("[\"\\ud83d\\ude00\",null,-3]".utf8))?.array?.first?.string == "😀")
  }
}
