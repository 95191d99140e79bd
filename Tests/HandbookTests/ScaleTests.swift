// What is checked takes a time that grows with its number, not with its square.

import Foundation
import Handbook
import Testing

@Suite(.serialized) struct ScaleTests {
  /// Four times as much takes four times as long, sixteen times where the growth is squared.
  private static let few = 1_000
  private static let mostGrowth = 8.0

  /// Seconds of this thread's own time: what else the machine does adds little.
  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try body()
    return now() - start
  }

  /// How many times as long four times as much takes; the least of some runs, as a disturbance only ever adds time.
  private static func growth(_ body: (Int) throws -> Void) rethrows -> Double {
    var (short, long) = (Double.infinity, Double.infinity)
    for _ in 0..<5 where long > mostGrowth * short || long == .infinity {
      short = min(short, try seconds { try body(few) })
      long = min(long, try seconds { try body(4 * few) })
      short = min(short, try seconds { try body(few) })
    }
    return long / short
  }

  /// A page whose text repeats, and settings that do.
  struct Load: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let front, before, line, joint: String
    let settings: (head: String, line: String)

    /// A line that repeats, its `#` the number of the repeat; `═` stands for `##` and `&` for `#`.
    init(
      _ name: String, front: String = "", before: String = "", _ line: String,
      joint: String = "\n\n", settings: (head: String, line: String) = ("", "")
    ) {
      testDescription = name
      self.front = front
      self.before = before
      self.line = line
      self.joint = joint
      self.settings = settings
    }

    /// The files of a handbook with so many lines.
    func files(_ count: Int) -> [String: String] {
      func repeated(_ line: String, joint: String) -> String {
        let parts = line.split(separator: "#", omittingEmptySubsequences: false)
        return (0..<count).map { parts.joined(separator: "\($0)") }.joined(separator: joint)
      }
      let text = (before + repeated(line, joint: joint))
        .replacing("═", with: "##").replacing("&", with: "#")
      return [
        "index.md": "---\ntitle: T\nowner: L\n\(front)---\n\n\(text)\n", "p.png": "",
        "handbook.yml": settings.head + repeated(settings.line, joint: ""),
      ]
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
      settings: ("fields:\n", "  f#: {}\n")),
    Load("tags in one paragraph", "<q>", joint: " x "),
    Load("tags in one block", before: "<div>\n", "<q>", joint: "\n"),
    Load("template tags", "{% x# %}", joint: " "),
    Load("undefined references", "[a][b#]", joint: " "),
    Load("open brackets", "[", joint: ""), Load("brackets", "[a][", joint: ""),
    Load("open tags", "a <?", joint: ""),
    Load("open comments", "a <!--", joint: " "), Load("open braces", "{{", joint: ""),
    Load("silences and findings", "<!-- deskbook: allow image-alt x -->\n\n<q>x</q>"),
    Load("silences in one paragraph", "<!-- deskbook: allow image-alt x --> <q>", joint: " "),
    Load("quotes in quotes", ">", joint: ""), Load("lists", "- x#\n  - y"),
    Load("redirects", "Text", settings: ("redirects:\n", "  a#: b#.md\n")),
    Load("navigation", "Text", settings: ("navigation:\n", "  - é#\n")),
    Load(
      "script steps", front: "kind: script\ncard: true\n",
      "═ S#\n\n> [!SAY]\n> Go on #.\n\n- [Self](&s#)\n- [Gone](&gone#)"),
  ]

  @Test(arguments: loads)
  func checksInTimeThatGrowsWithTheNumber(_ load: Load) throws {
    let handbooks = [Self.few: load.files(Self.few), 4 * Self.few: load.files(4 * Self.few)]
    var found = 0
    let growth = try Self.growth { count in
      found = try TinyHandbook(handbooks[count] ?? [:]).diagnostics.count
    }
    #expect(growth < Self.mostGrowth, "\(found) findings")
  }

  @Test func checksManyPages() throws {
    func files(_ count: Int) -> [String: String] {
      var files = ["index.md": "# Home\n"]
      for number in 0..<count {
        files["page-\(number).md"] = """
          # Page \(number)

          [a](pag-\(number).md) [b](sub/page-\(number + 1).md) [c](page-0.md#nothing)

          > [!AVOID]
          > Nobody says number \(number)

          ![](none-\(number).png) {{name-\(number)}} [d](page-\((number + 1) % count).md)
          """
      }
      return files
    }
    let growth = try Self.growth { count in
      // More than those whose names are compared one by one with that of a broken link.
      let pages = count / 2
      let found = try TinyHandbook(files(pages)).diagnostics.count
      #expect(found == pages * 6)
    }
    #expect(growth < Self.mostGrowth)
  }
}
