// `\{{` writes two braces that are no hole.

import CommonMark
import Testing

struct EscapedBracesTests {
  private let marker = String(decoding: MarkupTree.escapedBraces, as: UTF8.self)

  @Test func keepsTheMarkerInText() {
    #expect(parsed("a \\{{name}} b").texts(of: .text) == ["a \(marker)name}} b"])
    #expect(parsed("*\\{{* [\\{{](x)").texts(of: .text) == [marker, " ", marker])
    #expect(parsed("a {{name}} b").texts(of: .text) == ["a {{name}} b"])
  }

  @Test func givesCodeAndLinksWhatWasTyped() throws {
    let tree = parsed(
      """
      `\\{{code}}` [a](/\\{{x}} "\\{{t}}") ![\\{{alt}}](\\{{i}}.png) <b title="\\{{h}}">

      ```\\{{info}}
      \\{{block}} \\\\{{
      ```

          \\{{indented}}

      <div>
      \\{{html}}
      </div>
      """)
    #expect(tree.texts(of: .code) == ["\\{{code}}"])
    #expect(tree.texts(of: .codeBlock) == ["\\{{block}} \\\\{{\n", "\\{{indented}}\n"])
    #expect(tree.first(.codeBlock).map { tree.string($0.extra) } == "\\{{info}}")
    #expect(tree.texts(of: .link) == ["/\\{{x}}"])
    #expect(tree.first(.link).map { tree.string($0.extra) } == "\\{{t}}")
    #expect(tree.texts(of: .image) == ["\\{{i}}.png"])
    #expect(tree.texts(of: .htmlInline) == ["<b title=\"\\{{h}}\">"])
    #expect(tree.texts(of: .htmlBlock) == ["<div>\n\\{{html}}\n</div>\n"])
  }

  @Test func readsTwoBackslashesAsABackslashAndAHole() {
    #expect(parsed("\\\\{{name}}").texts(of: .text) == ["\\{{name}}"])
    #expect(parsed("\\\\\\{{name}}").texts(of: .text) == ["\\\(marker)name}}"])
    #expect(parsed("\\\\\\\\{{name}}").texts(of: .text) == ["\\\\{{name}}"])
    #expect(parsed("\\{name}").texts(of: .text) == ["{name}"])
    #expect(parsed("\\{\\{name}}").texts(of: .text) == ["{{name}}"])
    #expect(parsed("a\\").texts(of: .text) == ["a\\"])
    #expect(parsed("a\\{").texts(of: .text) == ["a{"])
  }

  @Test func movesNoPosition() {
    let tree = parsed("\\{{a}} *b* [c](d)\n\n> e")
    #expect(tree.first(.emphasis)?.column == 8)
    #expect(tree.first(.link)?.column == 12)
    #expect(tree.first(.blockQuote)?.line == 3)
  }

  @Test func showsTheBraces() {
    #expect(deskbookHTML("\\{{a}} {{b}}\n") == "<p>{{a}} {{b}}</p>\n")
    #expect(deskbookHTML("`\\{{a}}`\n") == "<p><code>\\{{a}}</code></p>\n")
    #expect(
      deskbookHTML("![\\{{a}} {{b}} `\\{{c}}`](d)\n")
        == "<p><img src=\"d\" alt=\"{{a}} {{b}} \\{{c}}\" /></p>\n")
  }
}
