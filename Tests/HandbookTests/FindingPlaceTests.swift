// Findings stand exactly where their cause does, in lists, tables, quotes and lazy lines.

import Handbook
import Testing

@Suite struct FindingPlaceTests {
  @Test func findsPlaceholders() throws {
    try expectFindings(
      """
      # ①{{a}}

      Text ②{{ a }} `{{a}}` ③{{a}} \\{{a}} ④{{b}}
      &amp; ⑤{{a}} **⑥{{a}}**⑦{{a}}

      > quoted ⑧{{a}}
      lazy ⑨{{a}}

      | A |
      | - |
      | \\| ⑩{{a}} ⑪{{a}} |

      > [!SAY]
      > ⑫{{a}} and ⑬{{a}}
      """,
      [
        "①": "placeholder", "②": "placeholder", "③": "placeholder", "④": "placeholder: b",
        "⑤": "placeholder", "⑥": "placeholder", "⑦": "placeholder", "⑧": "placeholder",
        "⑨": "placeholder", "⑩": "placeholder", "⑪": "placeholder", "⑫": "placeholder",
        "⑬": "placeholder",
      ])
  }

  @Test func findsTags() throws {
    try expectFindings(
      """
      # T

      ①<d>a</d> `<d>` ②<div>b</div> ③<d class="x">
      > ④<d>
      lazy ⑤<d>

      ⑥<div>
      <br><!-- <d> --> ⑦<d>
        ⑧<d>
      </div>

      - item

        ⑨<div>
        text ⑩<d>
        </div>
      """,
      [
        "①": "raw-html: <d>", "②": "raw-html: <div>", "③": "raw-html: <d>", "④": "raw-html: <d>",
        "⑤": "raw-html: <d>", "⑥": "raw-html: <div>", "⑦": "raw-html: <d>", "⑧": "raw-html: <d>",
        "⑨": "raw-html: <div>", "⑩": "raw-html: <d>",
      ])
  }

  @Test func findsReferences() throws {
    try expectFindings(
      """
      # T

      ①[a][b] and ②[a][b] `[a][b]` \\[a][b] [c] ③[^1] [d][]
      ④[a][b][c] [x ⑤[y][z]] [] ][ [e][f

      > \\[^2]
      lazy ⑥[a][b]
      """,
      [
        "①": "undefined-reference: [a][b]", "②": "undefined-reference: [a][b]",
        "③": "undefined-reference: [^1]", "④": "undefined-reference: [a][b]",
        "⑤": "undefined-reference: [y][z]", "⑥": "undefined-reference: [a][b]",
      ])
  }

  @Test func findsPhrases() throws {
    let long = String(repeating: "word ", count: 26).dropLast()
    try expectFindings(
      """
      # T

      | Instead of | Say |
      | --- | --- |
      | \(long) | ①\(long) |

      > [!SAY]
      > **②\(long)**

      - > [!SAY]
        >
        > ③*“*\(long)
      """,
      [
        "①": "phrase-length", "②": "phrase-length", "③": "phrase-length", "①": "avoided-phrase",
        "②": "avoided-phrase", "③": "avoided-phrase",
      ])
  }

  @Test func findsHeadingsAndImages() throws {
    try expectFindings(
      """
      # T

      > ①#### Quoted

      1. Item

         ②###### In a list

         ④![](③x.png) and [⑥![](⑤x.png)](y.md)
      """, alongside: ["y.md": "# Y\n"],
      [
        "①": "heading-level", "②": "heading-level", "③": "link-target", "④": "image-alt",
        "⑤": "link-target", "⑥": "image-alt",
      ])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func countsEveryLineEnd(_ end: String) throws {
    let text = "---\ntitle: É\n---\n\nText é\n①<q>x</q>\n\n②<q>y</q> [z](③none.md)\n"
    try expectFindings(
      text.replacing("\n", with: end), ["①": "raw-html", "②": "raw-html", "③": "link-target"])
  }
}
