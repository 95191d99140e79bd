// Inputs beyond the specification's through both renderers.

import CommonMark
import Testing

struct EqualityTests {
  @Test(arguments: [
    "One[^a].\n\n[^a]: Note.\n",
    "One[^a], two[^a], three[^a].\n\n[^a]: Note.\n",
    "One[^a].\n\n[^a]: First.\n\n    Second.\n\n    - list\n",
    "One[^a].\n\n[^a]: First.\n\n        code\n",
    "One[^a].\n\n[^a]:\n    > quote\n",
    "Two[^b], one[^a].\n\n[^a]: A.\n[^b]: B.\n[^c]: nobody asks.\n",
    "[^b]\n\n[^a]: A with [^b].\n[^b]: B with [^a] and [^b].\n",
    "[^a]: A before [^b][^b].\n\nText [^b] and [^a].\n\n[^b]: B.\n",
    "[^missing] and [^a]\n\n[^a]: A.\n[^a]: again.\n",
    "> quoted[^a]\n>\n> [^a]: inside the quote\n\n- item[^a]\n",
    "# Head[^a]\n\n| a[^a] | b |\n| - | - |\n| c[^a] | d[^b] |\n\n[^a]: A.\n\n[^b]: B.\n",
    "Odd label[^a/b&c\"d é%20].\n\n[^a/b&c\"d é%20]: Note.\n",
    "Label of case[^Ab].\n\n[^aB]: Note.\n",
    "![alt[^a] text](x.png)[^a]\n\n[^a]: Note.\n",
    "[link[^a]](x)[^a]\n\n[^a]: Note.\n",
    "a[^1]b[^2]c[^3]d[^4]\n\n[^4]: four\n[^3]: three\n[^2]: two\n[^1]: one\n",
    "[^a]\n\n[^a]: [^b]: nested\n\n[^b]\n",
  ])
  func writesFootnotes(markdown: String) { expectEqualHTML(markdown) }

  @Test(arguments: [
    "| a | b |\n| - | - |\n| `x \\| y` | c \\| d |\n",
    "| a | b | c |\n|:-|:-:|-:|\n| 1 |\n| 1 | 2 |\n| 1 | 2 | 3 | 4 |\n",
    "| a |\n| - |\n",
    "| a |\n| - |\n|\n| b |\n",
    "a | b\n- | -\n**c** | [d](e \"f\")\n\nafter\n",
    "| a | b |\n| - | - |\n| c | d |\nlazy\n> quote\n",
    "text before\n| a | b |\n| - | - |\n| c | d |\n",
    "- | a | b |\n  | - | - |\n  | c | d |\n- item\n",
    "> | a |\n> | - |\n> | b |\n| c |\n",
    "| \\\\| | b |\n| - | - |\n| \\\\\\| | ~~c~~ |\n",
    "| ![a|b](c) | [d\\|e](f) |\n| - | - |\n| https://x.y/a\\|b | `\\|` |\n",
    "|a|\n|:-:|\n|日本|\n|  |\n",
    "| a | b |\n| - |\n| c | d |\n",
  ])
  func writesTables(markdown: String) { expectEqualHTML(markdown) }

  @Test(arguments: [
    "- [ ] open\n- [x] done\n- [X] done\n- [y] no task\n- [ ]none\n",
    "- [ ] a\n\n- [x] b\n",
    "1. [ ] a\n2. [x] b\n   - [ ] c\n     > - [x] d\n",
    "- [ ]\n- [x]  two\n-\n",
    "- [ ] *a* [b](c) `d`\n  second line\n",
    "- a\n  - b\n    - c\n\n  - d\n- e\n",
    "- a\n\n  para\n- b\n    - c\n",
    "1. a\n1. b\n\n\n3) c\n4) d\n0. e\n",
    "007. a\n999999999. b\n",
    "- a\n- ***\n- # b\n- > c\n- ```\n  d\n  ```\n",
    "* a\n+ b\n- c\n",
    "-\n\n  a\n",
    "- a\n\n\n- b\n\n\n  c\n",
  ])
  func writesLists(markdown: String) { expectEqualHTML(markdown) }

  @Test(arguments: [
    "```&#32;x\na\n```\n", "```a\u{0B}b\na\n```\n", "```  a\u{0C}b c\na\n```\n", "~~~ \n\n~~~\n",
    "``` a&quot;<b\n<&>\"'\n```\n", "```\n", "    a\n\n\n    b\n", "a  \nb\\\nc\n",
    "![a *b* `c` ![d](e) [f](g) ~~h~~\ni  \nj](k \"l & m\")\n", "![&amp;](<> '\"')\n",
    "~~a~~ ~b~ ~~~c~~~ ~~d *e~~*\n", "**a **b** c** ***d***\n", "'a' \"b\" c--d e---f g...\n",
    "{{name}} {{ a b }} {{}} {{{x}}} `{{c}}`\n", "\\{{name}} and \\\\{{name}}\n",
    "a\u{0}b &#0; &#xD800; &nbsp; &copy; &nosuch;\n", "\u{FEFF}# a\n", "", "\n", "a", "a\r\nb\rc\n",
    "![b](JavaScript:x) ![c](vbscript:x 'd') ![e](file:///f) ![g](data:text/html,h)\n",
    "www.a.b/c?d=e&f www.a.b). https://a.b/(c)_d_ mail@a.b x.y@z.q_r http://a\n",
  ])
  func writesOddText(markdown: String) {
    expectEqualHTML(markdown)
    expectEqualHTML(markdown, smartPunctuation: true)
  }

  @Test func writesEverySignInLinks() {
    var signs = (0x21...0x7E).map { String(UnicodeScalar(UInt8($0))) }
    signs += ["é", "ß", "日本", "👍🏽", "\u{A0}", "\u{301}", "\u{202E}", "\u{FFFD}", "%41", "%", "%zz"]
    for sign in signs {
      for markdown in [
        "[a](/1\(sign)2)", "[a](</1\(sign)2> \"t\(sign)u\")", "![b\(sign)](/1\(sign) 't\(sign)')",
        "[c]: /1\(sign)2 (t\(sign))\n\n[c]", "<https://e.org/1\(sign)2>",
        "https://e.org/1\(sign)2 z",
        "www.e.org/1\(sign)", "a\(sign)b@e.org", "[a](/1\\\(sign)2)", "[d](\(sign))", "\\\(sign)",
        "``` \(sign)x\n\(sign)\n```", "[\(sign)][\(sign)]\n\n[\(sign)]: /u",
      ] {
        expectEqualHTML(markdown)
      }
    }
  }

  /// The one difference in footnotes: the library links back to references that nobody sees.
  @Test func countsOnlyReferencesThatAreShown() {
    let markdown = "Text[^b].\n\n[^b]: B.\n\n[^unused]: A with [^b].\n"
    let library = String(decoding: Reference.html(Array(markdown.utf8)), as: UTF8.self)
    #expect(library.contains("#fnref-b-2"))
    #expect(!deskbookHTML(markdown).contains("#fnref-b-2"))
  }
}
