// Where links lead, what a broken one most likely meant, and where it stands.

import Handbook
import Testing

@Suite struct LinkResolutionTests {
  static let files = [
    "index.md": "# Home\n", "fees.md": "# Fees\n", "m.md": "# M\n",
    "a/page.md": "# Page\n", "a/README.md": "# A\n", "b/other.md": "# Other\n",
    "café/two words.md": "# Two\n", "plan.pdf": "", "a/img.png": "", "b/q?.md": "# Q\n",
    "guides/index.md": "# G\n", "guides.md": "# Guides\n", "old.html": "",
  ]

  static let links: [(String, String)] = [
    ("page.md", "a/page.md"), ("./page.md", "a/page.md"), ("../fees.md", "fees.md"),
    ("/fees.md", "fees.md"),
    ("/fees", "fees.md"), ("/fees.html", "fees.md"), ("/fees/", "fees.md"),
    ("fees.md", "missing a/fees.md"),
    ("../fees.md#late", "fees.md #late"), ("../fees.md?x=1#late", "fees.md #late"),
    ("#here", "a/page.md #here"),
    ("#", "a/page.md"), ("", "a/page.md"), ("?x", "a/page.md"), ("../fees.md#", "fees.md"),
    ("../fees.md#caf%C3%A9", "fees.md #café"), ("../fees.md#100%", "fees.md #100%"),
    (".", "a/README.md"), ("./", "a/README.md"), ("README.md", "a/README.md"),
    ("index.html", "a/README.md"),
    ("..", "index.md"), ("/", "index.md"), ("../index.html", "index.md"), ("/index", "index.md"),
    ("../b", "folder b"), ("../b/", "folder b"), ("/b/index.html", "folder b"),
    ("/guides", "guides/index.md"), ("/guides.html", "guides.md"),
    ("/guides/index", "guides/index.md"),
    ("/caf%C3%A9/two%20words.md", "café/two words.md"), ("/café/two words", "café/two words.md"),
    ("/cafe\u{301}/two words.md", "café/two words.md"), ("/b/q%3F.md", "b/q?.md"),
    ("/b/q?.md", "missing b/q"),
    ("/m%ZZ.md", "missing m%ZZ.md"), ("/%FF.md", "missing %FF.md"), ("%2E%2E/fees.md", "fees.md"),
    ("../../x.md", "outside"), ("/../x.md", "outside"), ("%2e%2e/%2e%2e/etc", "outside"),
    ("/myindex.html", "missing myindex.html"), ("/old.html", "file old.html"),
    ("/plan.pdf#page=2", "file plan.pdf"),
    ("img.png", "file a/img.png"), ("/az.html", "generated az.html"),
    ("/cards", "generated cards/index.html"),
    ("/phrases.html#p-x", "generated phrases.html"), ("/FEES.md", "missing FEES.md"),
    ("https://example.org/a.md", "external"), ("HTTP://x", "external"), ("mailto:a@b", "external"),
    ("tel:+1", "external"), ("javascript:alert(1)", "refused javascript"),
    ("data:text/html,x", "refused data"),
    ("JavaScript:x", "refused javascript"), ("\tjava\nscript:x", "refused javascript"),
    ("  javascript:x", "refused javascript"), ("\u{1}javascript:x", "refused javascript"),
    ("//host/x", "refused //"), ("\\\\host\\x", "refused //"), ("/\\host", "refused //"),
    ("\t//host", "refused //"),
    ("file:///etc/passwd", "refused file"), ("c:\\x", "refused c"),
    ("12:30.md", "missing a/12:30.md"),
    ("a b:c", "missing a/a b:c"), (" /fees.md ", "fees.md"),
  ]

  @Test(arguments: links)
  func findWhatALinkLeadsTo(_ link: String, _ expected: String) throws {
    let tiny = try TinyHandbook(Self.files)
    let shown =
      switch tiny.handbook.resolve(link, from: try tiny.page("a/page.md")) {
      case .external: "external"
      case .page(let index, let anchor):
        tiny.handbook.pages[index].path.text + (anchor.map { " #\($0)" } ?? "")
      case .folder(let path): "folder \(path)"
      case .generated(let path): "generated \(path)"
      case .file(let path): "file \(path)"
      case .refused(let scheme): "refused \(scheme)"
      case .outside: "outside"
      case .missing(let path): "missing \(path)"
      }
    #expect(shown == expected)
  }

  @Test func bearsAnEndlessLink() throws {
    let tiny = try TinyHandbook(Self.files)
    let link = String(repeating: "index.html/", count: 100_000) + "index.html"
    let resolution = tiny.handbook.resolve(link, from: try tiny.page("a/page.md"))
    guard case .missing = resolution else {
      Issue.record("\(resolution)")
      return
    }
  }

  @Test(arguments: [
    ("openning.md", "opening.md"), ("/desk/closing.md", "rooms/closing.md"),
    ("rooms/closng.md", "rooms/closing.md"),
    ("closing.md", "rooms/closing.md"), ("Opening.md", "opening.md"),
    ("rooms/index.md", "../index.md"),
    ("nothing-like-it.md", ""),
  ])
  func suggestALikePath(_ link: String, _ suggestion: String) throws {
    let tiny = try TinyHandbook([
      "here/page.md": "# P\n\n[x](\(link))\n", "here/opening.md": "# O\n",
      "here/rooms/closing.md": "# C\n",
      "index.md": "# Home\n",
    ])
    let help = try #require(tiny.findings("link-target").first).help
    #expect(
      help
        == (suggestion.isEmpty
          ? "check the spelling, or create the page" : "did you mean \(suggestion)?"))
  }

  @Test func findsEveryPlace() throws {
    try expectFindings(
      """
      # Places

      [a](①x.md) and [b](②x.md "x.md") then `[c](x.md)` and x.md [d](<③x.md>) é[e](④x.md)
      next ⑤[ref][x] line [f]( ⑥x.md ) **[g](⑦x.md)**
      > quote [h](⑧x.md)
      lazy [i](⑨x.md) [j](
      ⑩x.md)

      - [k](⑪x.md)

      | A | B |
      | - | - |
      | \\| [l](⑫x.md) | `x.md` [m](⑬x.md) |

      [![n](⑭y.png)](⑮x.md) ![o](⑯y.png)
      [p]⑰()

      [x]: x.md
      """,
      [
        "①": "link-target: x.md", "②": "link-target: x.md", "③": "link-target: x.md",
        "④": "link-target: x.md", "⑤": "link-target: x.md", "⑥": "link-target: x.md",
        "⑦": "link-target: x.md", "⑧": "link-target: x.md", "⑨": "link-target: x.md",
        "⑩": "link-target: x.md", "⑪": "link-target: x.md", "⑫": "link-target: x.md",
        "⑬": "link-target: x.md", "⑭": "link-target: y.png", "⑮": "link-target: x.md",
        "⑯": "link-target: y.png", "⑰": "link-target: this link has no target",
      ])
  }
}
