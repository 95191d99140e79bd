// YAML keeps what the editor typed, knows where it stands, and cannot be made to explode.

import Handbook
import Testing

@Suite struct YAMLTests {
  private func file(_ text: String) throws -> SourceFile {
    try SourceFile(path: ContentPath("handbook.yml"), bytes: Array(text.utf8))
  }

  private func read(_ text: String) throws -> YAML.Reading {
    let file = try file(text)
    return YAML.read(0..<file.bytes.count, of: file)
  }

  @Test(arguments: [
    "no", "yes", "012", "0x1F", "1.10", "12:30", "2026-11-01", "null", "~", "1e3", ".inf", "Off",
  ])
  func keepsPlainValuesAsTyped(_ text: String) throws {
    let reading = try read("key: \(text)\n")
    #expect(reading.value?["key"]?.text == text)
  }

  @Test(arguments: [
    ("key: \"a: b # c\"", "a: b # c"), ("key: 'it''s'", "it's"),
    ("key: \"tab\\there\"", "tab\there"),
    ("key:", ""), ("key: ''", ""), ("key: |\n  one\n  two\n", "one\ntwo\n"), ("key: a # b", "a"),
    ("key: >-\n  one\n  two\n", "one two"), ("key: one\n  two\n", "one two"),
  ])
  func readsScalars(_ yaml: String, _ text: String) throws {
    #expect(try read(yaml).value?["key"]?.text == text)
  }

  @Test(arguments: ["key: [a, b]", "key:\n  - a\n  - b\n", "key:\n- a\n- \"b\"\n"])
  func readsLists(_ yaml: String) throws {
    #expect(try read(yaml).value?["key"]?.items.map(\.text) == ["a", "b"])
  }

  @Test func countsOneValueAsAListOfOne() throws {
    #expect(try read("key: a").value?["key"]?.items.map(\.text) == ["a"])
    #expect(try read("key:").value?["key"]?.items.isEmpty == true)
  }

  @Test(arguments: [
    "title: ①Fees", "tïtle: ①Fees", "a: é\r\nbé: [ü, ①x]", "é: \"①a b\"",
    "a: 'x'\r\nb:\r\n  - ①y\r\n",
    "{é: {ö: ①z}}", "a: \u{2028}b: 1\nc: ①d", "\u{FEFF}a: ①b", "日本: [語, ①見]",
  ])
  func placesValuesInBytes(_ marked: String) throws {
    let text = MarkedText(marked)
    let reading = try read(text.text)
    func scalars(_ value: YAML) -> [YAML] {
      switch value.content {
      case .scalar: [value]
      case .list(let items): items.flatMap(scalars)
      case .mapping(let entries): entries.map(\.value).flatMap(scalars)
      }
    }
    let value = try #require(reading.value, "\(reading.diagnostics)")
    let place = try #require(text.places["①"])
    let last = try #require(scalars(value).last)
    let shown = try #require(last.text)
    #expect(last.range == place..<place + shown.utf8.count)
  }

  @Test func placesKeysInBytes() throws {
    let reading = try read("é: 1\r\n\"two words\": 2\r\n")
    #expect(reading.value?.entries?.map(\.keyRange) == [0..<2, 8..<17])
  }

  @Test(arguments: [
    ("a: ①&x b\n", "yaml-alias"), ("a: [①*x]\n", "yaml-alias"),
    ("a: b\nc: ①&d [e]\nf: *d\n", "yaml-alias"),
    ("a: 1\n①a: 2\n", "duplicate-key"), ("b:\n  a: 1\n  ①a: 2\n", "duplicate-key"),
    ("b: {a: 1, ①a: 2}\n", "duplicate-key"), ("a: a: 1\n", "yaml-syntax"),
    ("a: ①@b\n", "yaml-syntax"),
    ("a: ①[b\nc: d\n", "yaml-syntax"), ("é: ①\"b\n", "yaml-syntax"),
    ("a: 1\n①\tb: 2\n", "yaml-syntax"),
    ("a: 1\n---\nb: 2\n", "yaml-syntax"), ("①{a: b}: c\n", "yaml-syntax"),
    ("a: \"①\\q\"\n", "yaml-syntax"), ("a: 1\n①b\nc: 2\n", "yaml-syntax"),
    ("a: \u{0}b\n", "yaml-syntax"),
    ("a: \"b\n", "yaml-syntax"), ("a: 'b\n---\n", "yaml-syntax"),
  ])
  func reportsWhatItCannotRead(_ marked: String, _ rule: String) throws {
    let text = MarkedText(marked)
    let reading = try read(text.text)
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.rule.id) == [rule])
    let finding = try #require(reading.diagnostics.first)
    #expect(finding.range.upperBound <= text.text.utf8.count)
    if let place = text.places["①"] { #expect(finding.range.lowerBound == place, "\(finding)") }
  }

  @Test func refusesAnAliasBomb() throws {
    var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, before) in zip("bcdefgh", "abcdefg") {
      bomb +=
        "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ", ")
        + "]\n"
    }
    #expect(try read(bomb).diagnostics.map(\.rule.id) == ["yaml-alias"])
  }

  private static let nestingBombs = [
    String(repeating: "[", count: 8_000), String(repeating: "{a: ", count: 4_000),
    String(repeating: "- ", count: 8_000), String(repeating: "? ", count: 8_000),
    (0..<150).map { String(repeating: " ", count: $0 * 4) + "a:\n" }.joined(),
    (0..<600).map { String(repeating: " ", count: $0) + "-\n" }.joined(),
    "a: " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500),
  ]

  @Test(arguments: nestingBombs.indices)
  func refusesANestingBomb(_ index: Int) throws {
    let found = try read(Self.nestingBombs[index]).diagnostics
    #expect(found.map(\.rule.id) == ["yaml-syntax"])
  }

  @Test(arguments: [
    "a: ------------------------------------------------------------------------------------------",
    "a: see [1], [2]\nb: '[[[['\nc: x * b & c\n",
    "a: |\n  * one\n  * two\n  & three\n", "a: what? why? - who?",
  ])
  func takesTextThatOnlyLooksDangerous(_ yaml: String) throws {
    let reading = try read(yaml)
    #expect(reading.diagnostics.map(\.message) == [])
    #expect(reading.value != nil)
  }

  @Test func readsNothingFromNothing() throws {
    for text in ["", "\n\n", "# only a comment\n", "\u{FEFF}"] {
      let reading = try read(text)
      #expect(reading.value == nil)
      #expect(reading.diagnostics.isEmpty)
    }
  }
}
