// Ten thousand of anything (in a release build) is checked in a time that grows with its number, not with its square.

import Foundation
import Handbook
import Testing

@Suite(.serialized) struct ScaleTests {
  #if DEBUG
    static let many = 1_000
  #else
    static let many = 10_000
  #endif

  /// Seconds of this thread's own time: squared growth takes minutes, a busy machine adds nothing.
  private static let limit = 60

  private static func seconds(_ body: () throws -> Void) rethrows -> Int {
    func now() -> Int {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return time.tv_sec
    }
    let start = now()
    try body()
    return now() - start
  }

  /// A page whose text repeats, and the files beside it.
  struct Load: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let front: String
    let text: String
    let settings: String

    /// Repeats a line, its `#` the number of the repeat; `═` stands for `##` and `&` for `#`.
    init(
      _ name: String, front: String = "", before: String = "", _ line: String,
      joint: String = "\n\n", settings: String = "", count: Int = ScaleTests.many
    ) {
      testDescription = name
      self.front = front
      let parts = line.split(separator: "#", omittingEmptySubsequences: false)
      text =
        before + (0..<count).map { parts.joined(separator: "\($0)") }.joined(separator: joint)
        + "\n"
      self.settings = settings
    }
  }

  static let loads: [Load] = [
    Load("headings of one name", "═ Same"),
    Load("model steps", front: "kind: model\nacronym: AB\n", "═ A"),
    Load("questions", front: "kind: faq\n", "═ Why#?"),
    Load("broken links in one paragraph", "[a](x#.md)", joint: " "),
    Load("broken links in many paragraphs", "[a](x#.md) and [b](x#.md)"),
    Load("broken links in lazy lines", before: "> quote\n", "lazy [a](x#.md)", joint: "\n"),
    Load("broken references", before: "[r]: none.md\n\n", "[a#][r]", joint: " "),
    Load(
      "broken references in lazy lines", before: "[r]: none.md\n\n> quote\n", "lazy [a#][r]",
      joint: "\n"),
    Load("broken anchors", "═ Head#\n\n[a](&x#)"),
    Load("links without a target", "[a]()", joint: " "),
    Load("images without text", "![](p.png)", joint: " "),
    Load(
      "rows of phrases", before: "| Say | Avoid |\n| - | - |\n",
      "| One two three # | one two three # |", joint: "\n"),
    Load("phrases of one name", "> [!SAY]\n> Hello there."),
    Load("placeholders in one paragraph", "{{n#}}", joint: " "),
    Load("placeholders in lazy lines", before: "> quote\n", "lazy {{n#}}", joint: "\n"),
    Load("escaped placeholders", "{{n\\_#}}", joint: " "),
    Load("placeholders in phrases", "> [!SAY]\n> Hello {{n#}}."),
    Load(
      "placeholders and fields", "{{n#}}", joint: " ",
      settings: "fields:\n" + (0..<many / 4).map { "  f\($0): {}\n" }.joined()),
    Load("tags in one paragraph", "<b>", joint: " x "),
    Load("tags in one block", before: "<div>\n", "<b>", joint: "\n"),
    Load("template tags", "{% x# %}", joint: " "),
    Load("undefined references", "[a][b#]", joint: " "),
    Load("open brackets", "[", joint: ""), Load("brackets", "[a][", joint: ""),
    Load("open tags", "a <?", joint: ""),
    Load("open comments", "a <!--", joint: " "), Load("open braces", "{{", joint: ""),
    Load("silences and findings", "<!-- deskbook: allow image-alt x -->\n\n<b>x</b>"),
    Load("silences in one paragraph", "<!-- deskbook: allow image-alt x --> <b>", joint: " "),
    Load("quotes in quotes", ">", joint: "", count: 200), Load("lists", "- x#\n  - y"),
    Load(
      "redirects", "Text",
      settings: "redirects:\n" + (0..<many).map { "  a\($0): b\($0).md\n" }.joined(), count: 1),
    Load(
      "navigation", "Text",
      settings: "navigation: [" + (0..<many).map { "é\($0)" }.joined(separator: ", ") + "]\n",
      count: 1),
    Load(
      "script steps", front: "kind: script\ncard: true\n",
      "═ S#\n\n> [!SAY]\n> Go on #.\n\n- [Self](&s#)\n- [Gone](&gone#)"),
  ]

  @Test(arguments: loads)
  func checksInTimeThatGrowsWithTheNumber(_ load: Load) throws {
    let text = load.text.replacing("═", with: "##").replacing("&", with: "#")
    var found = 0
    let time = try Self.seconds {
      let tiny = try TinyHandbook([
        "index.md": "---\ntitle: T\nowner: L\n\(load.front)---\n\n\(text)", "p.png": "",
        "handbook.yml": load.settings,
      ])
      found = tiny.diagnostics.count
    }
    #expect(time < Self.limit, "\(found) findings")
  }

  @Test func checksManyPages() throws {
    var files = ["index.md": "# Home\n"]
    for number in 0..<Self.many / 4 {
      files["page-\(number).md"] = """
        # Page \(number)

        [a](pag-\(number).md) [b](sub/page-\(number + 1).md) [c](page-0.md#nothing)

        > [!AVOID]
        > Nobody says number \(number)

        ![](none-\(number).png) {{name-\(number)}} [d](page-\((number + 1) % (Self.many / 4)).md)
        """
    }
    let time = try Self.seconds {
      let count = try TinyHandbook(files).diagnostics.count
      #expect(count == Self.many / 4 * 6)
    }
    #expect(time < Self.limit)
  }
}
