// Which raw HTML stays on a page, and that nothing else does.

import CommonMark
import Testing

struct RawHTMLTests {
  /// A paragraph, and the inside of its HTML.
  struct Example: CustomTestStringConvertible {
    let markdown: String
    let html: String
    var testDescription: String { markdown }
    init(_ markdown: String, _ html: String) { (self.markdown, self.html) = (markdown, html) }
  }

  private func expect(_ example: Example) {
    let html = deskbookHTML(example.markdown)
    #expect(html == "<p>\(example.html)</p>\n")
    #expect(Balance.problem(in: Array(html.utf8)) == nil)
  }

  @Test(arguments: [
    Example("a<br>b<br/>c<BR />d</br>e", "a<br />b<br />c<br />de"),
    Example("<kbd>Ctrl</kbd>", "<kbd>Ctrl</kbd>"),
    Example("a <mark>b *c*</mark> d", "a <mark>b <em>c</em></mark> d"),
    Example("H<sub>2</sub>O x<sup>2</sup>", "H<sub>2</sub>O x<sup>2</sup>"),
    Example("<abbr title=\"a b\">c</abbr>", "<abbr title=\"a b\">c</abbr>"),
    Example("a <KBD>b</Kbd>", "a <kbd>b</kbd>"),
    Example(
      "a <details open><summary>b</summary>c</details>",
      "a <details open><summary>b</summary>c</details>"),
    Example("a <b>c</b> <span class=\"d\">e</span> <custom-tag>f</custom-tag>", "a c e f"),
    Example("a <img src=x onerror=alert(1)> <iframe src=\"b\"></iframe>", "a  "),
    Example("a <!-- b --> c <? d ?> <!E f> <![CDATA[g]]> h", "a  c    h"),
  ])
  func keepsOnlyTheAllowedTags(example: Example) { expect(example) }

  @Test(arguments: [
    Example("a <kbd class=\"x\" onclick='y' style=z hidden>b</kbd>", "a <kbd>b</kbd>"),
    Example("a <mark title=\"b\" open>c</mark>", "a <mark>c</mark>"),
    Example("a <abbr TITLE = 'b \"c\"'>d</abbr>", "a <abbr title=\"b &quot;c&quot;\">d</abbr>"),
    Example("a <abbr title=b>c</abbr>", "a <abbr title=\"b\">c</abbr>"),
    Example("a <abbr data-title=\"b\">c</abbr>", "a <abbr>c</abbr>"),
    Example("a <abbr x=\"title=\" title='b'>c</abbr>", "a <abbr title=\"b\">c</abbr>"),
    Example("a <abbr title=b title=c>d</abbr>", "a <abbr title=\"b\">d</abbr>"),
    Example("a <abbr title>b</abbr>", "a <abbr title=\"\">b</abbr>"),
    Example(
      "a <abbr title='b > c &amp; d & e &lt;f'>g</abbr>",
      "a <abbr title=\"b &gt; c &amp; d &amp; e &lt;f\">g</abbr>"),
    Example("a <abbr title=\"b<c\">d</abbr>", "a <abbr title=\"b&lt;c\">d</abbr>"),
    Example("a <abbr\n  title=\"b\nc\" lang=d>d</abbr>", "a <abbr title=\"b\nc\">d</abbr>"),
    Example("a <details data-open>b</details>", "a <details>b</details>"),
    Example("a <details class=\"open\">b</details>", "a <details>b</details>"),
    Example("a <details OPEN=''>b</details>", "a <details open>b</details>"),
    Example("a <summary open title=b>c</summary>", "a <summary>c</summary>"),
  ])
  func keepsNoAttributeButTitleAndOpen(example: Example) { expect(example) }

  @Test(arguments: [
    Example("a <kbd>b", "a <kbd>b</kbd>"),
    Example("a </kbd> b", "a  b"),
    Example("a <sub>b <sup>c</sub> d</sup> e", "a <sub>b <sup>c</sup></sub> d e"),
    Example("a *b <kbd>c* d</kbd>", "a <em>b <kbd>c</kbd></em> d"),
    Example("a <kbd>*b</kbd>*", "a <kbd><em>b</em></kbd>"),
    Example("[a <mark>b](c) d</mark>", "<a href=\"c\">a <mark>b</mark></a> d"),
    Example("a <kbd/>b", "a <kbd>b</kbd>"),
    Example("a <kbd><kbd>b</kbd> c", "a <kbd><kbd>b</kbd> c</kbd>"),
    Example("a <kbd><b>c</kbd></b>", "a <kbd>c</kbd>"),
    Example("![a <kbd>b](c)", "<img src=\"c\" alt=\"a b\" />"),
    Example("![a <!-- note --> <br> `<b>`](c)", "<img src=\"c\" alt=\"a   &lt;b&gt;\" />"),
  ])
  func balancesTags(example: Example) { expect(example) }

  @Test func balancesTagsAtTheEndOfBlocks() {
    #expect(deskbookHTML("a <kbd>b\n\nc</kbd>\n") == "<p>a <kbd>b</kbd></p>\n<p>c</p>\n")
    #expect(
      deskbookHTML("- a <sub>b\n- c</sub>\n")
        == "<ul>\n<li>a <sub>b</sub></li>\n<li>c</li>\n</ul>\n")
    #expect(
      deskbookHTML("| a <kbd>b | c |\n| - | - |\n").contains("<th>a <kbd>b</kbd></th>\n<th>c</th>"))
    #expect(
      deskbookHTML("<details>\n<mark>\n\na\n\n</mark>\n</details>\n\nb\n")
        == "<details>\n<mark>\n</mark>\n<p>a</p>\n</details>\n<p>b</p>\n")
    #expect(
      deskbookHTML("> <details>\n> a\n\nb\n\n</details>\n")
        == "<blockquote>\n<details>\na\n</details>\n</blockquote>\n<p>b</p>\n")
    #expect(deskbookHTML("<details>\n\na\n") == "<details>\n<p>a</p>\n</details>")
  }

  @Test func keepsDetailsRoundMarkdown() {
    let markdown = """
      <details class="x" open>
        <summary>More <b>here</b> &amp; <kbd>now</kbd></summary>

      - *a*

      </details>

      after
      """
    let html = """
      <details open>
      <summary>More here &amp; <kbd>now</kbd></summary>
      <ul>
      <li><em>a</em></li>
      </ul>
      </details>
      <p>after</p>

      """
    #expect(deskbookHTML(markdown) == html)
  }

  @Test func leavesOutTagsPastADepth() {
    let deep =
      String(repeating: "<sub>", count: 1_000) + "a" + String(repeating: "</sub>", count: 9)
    let html = Array(deskbookHTML(deep + "\n").utf8)
    #expect(Balance.problem(in: html) == nil)
    #expect(html.count < 1_000)
  }
}
