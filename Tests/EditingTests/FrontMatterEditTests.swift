import Editing
import Handbook
import Testing

@Suite struct FrontMatterEditTests {
  private func edited(
    _ text: String, _ edit: (FrontMatterEdit) throws -> [UInt8]
  ) throws -> String {
    let file = SourceFile(path: try ContentPath("a.md"), bytes: Array(text.utf8))
    return String(decoding: try edit(FrontMatterEdit(file)), as: UTF8.self)
  }

  @Test(arguments: [
    ("---\ntitle: T\n---\n\nText.\n", "---\ntitle: T\naliases: [old.md]\n---\n\nText.\n"),
    ("# T\n", "---\naliases: [old.md]\n---\n\n# T\n"),
    ("---\naliases: [a.html, b]\n---\n", "---\naliases: [a.html, b, old.md]\n---\n"),
    ("---\naliases: ['a', \"b\"]\n---\n", "---\naliases: ['a', \"b\", old.md]\n---\n"),
    ("---\naliases: a\ntitle: T\n---\n", "---\naliases: [a, old.md]\ntitle: T\n---\n"),
    (
      "---\naliases:\n  - a\n  - b\ntitle: T\n---\n",
      "---\naliases:\n  - a\n  - b\n  - old.md\ntitle: T\n---\n"
    ),
    ("---\r\naliases:\r\n- a\r\n---\r\n", "---\r\naliases:\r\n- a\r\n- old.md\r\n---\r\n"),
    ("---\naliases:\n---\n", "---\naliases: [old.md]\n---\n"),
    ("---\naliases: []\n---\n", "---\naliases: [old.md]\n---\n"),
  ])
  func addAnOldPath(_ before: String, _ after: String) throws {
    #expect(try edited(before) { try $0.addingAlias("old.md") } == after)
  }

  @Test(arguments: [
    ("---\naliases: [old.md]\ntitle: T\n---\n", "---\ntitle: T\n---\n"),
    ("---\naliases: [old.md, b]\n---\n", "---\naliases: [b]\n---\n"),
    ("---\naliases: [a, 'old.md', b]\n---\n", "---\naliases: [a, b]\n---\n"),
    ("---\naliases: [a, old.md]\n---\n", "---\naliases: [a]\n---\n"),
    ("---\naliases:\n  - a\n  - old.md\n---\n", "---\naliases:\n  - a\n---\n"),
    ("---\naliases:\n  - old.md\ntitle: T\n---\n", "---\ntitle: T\n---\n"),
  ])
  func takeAnOldPathOut(_ before: String, _ after: String) throws {
    #expect(try edited(before) { try $0.removingAlias("old.md") } == after)
  }

  @Test(arguments: [
    "---\ntitle: T\n", "---\n- a\n---\n", "---\n{title: T}\n---\n", "---\na: b: c\n---\n",
  ])
  func refuseWhatTheyCannotChange(_ text: String) {
    #expect(throws: FrontMatterEditProblem.self) {
      try edited(text) { try $0.addingAlias("old.md") }
    }
  }

  @Test(arguments: [
    "Fees", "Fees: late", "12:30", "no \"fuss\"", "#1", "- a", "", " a ", "a\\b", "yes, sir", "{x}",
    "Ünïcode — 日本", "a\tb", "@home", "'quoted'", "null", "it's", "\u{2028}", "? what", "*a", "a #b",
  ])
  func writeAnyTitleSoThatItReadsBack(_ title: String) throws {
    let text = "title: \(YAMLText.scalar(title))\n"
    let file = SourceFile(path: try ContentPath("a.yml"), bytes: Array(text.utf8))
    let reading = YAML.read(0..<file.bytes.count, of: file)
    #expect(reading.value?["title"]?.text == title)
  }
}
