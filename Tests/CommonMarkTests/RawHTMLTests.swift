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
    Example("a<br>b<br/>c<BR />d</br>e", "a<br />\nb<br />\nc<br />\nd\ne"),
    Example("<kbd>Ctrl</kbd>", "<kbd>Ctrl</kbd>"),
    Example("a <mark>b *c*</mark> d", "a <mark>b <em>c</em></mark> d"),
    Example("H<sub>2</sub>O x<sup>2</sup>", "H<sub>2</sub>O x<sup>2</sup>"),
    Example("<abbr title=\"a b\">c</abbr>", "<abbr title=\"a b\">c</abbr>"),
    Example("a <KBD>b</Kbd>", "a <kbd>b</kbd>"),
    Example(
      "a <details open><summary>b</summary>c</details>",
      "a <details open>\n<summary>\nb</summary>\nc</details>\n"),
    Example(
      "a <b>c</b> <span class=\"d\">e</span> <custom-tag>f</custom-tag>",
      "a <b>c</b> e &lt;custom-tag&gt;f&lt;/custom-tag&gt;"),
    Example(
      "a <i>b</i> <u>c</u> <s>d</s> <em>e</em> <strong>f</strong> <code>g</code>",
      "a <i>b</i> <u>c</u> <s>d</s> <em>e</em> <strong>f</strong> <code>g</code>"),
    Example(
      "a <img src=x onerror=alert(1)> <iframe src=\"b\"></iframe>", "a <img src=\"x\" alt=\"\" /> "),
    Example(
      "a <img alt='b &amp; c' height=50px width=20% style=x class=y srcset=z src='d.png'>",
      "a <img src=\"d.png\" alt=\"b &amp; c\" width=\"20%\" height=\"50\" />"),
    Example("a <img src=\"javascript:b()\" alt=c width=auto>", "a <img src=\"\" alt=\"c\" />"),
    Example("a <p>b</p><ul><li>c</ul> <h2>d</h2>", "a \nb\n\n\nc\n \nd\n"),
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
    Example("a <details data-open>b</details>", "a <details>\nb</details>\n"),
    Example("a <details class=\"open\">b</details>", "a <details>\nb</details>\n"),
    Example("a <details OPEN=''>b</details>", "a <details open>\nb</details>\n"),
    Example("a <summary open title=b>c</summary>", "a <summary>\nc</summary>\n"),
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
    Example("a <kbd><b>c</kbd></b>", "a <kbd><b>c</b></kbd>"),
    Example("![a <kbd>b](c)", "<img src=\"c\" alt=\"a b\" />"),
    Example("![a <!-- note --> <br> `<b>`](c)", "<img src=\"c\" alt=\"a    &lt;b&gt;\" />"),
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
        == "<details><mark></mark>\n<p>a</p>\n</details>\n<p>b</p>\n")
    #expect(
      deskbookHTML("> <details>\n> a\n\nb\n\n</details>\n")
        == "<blockquote>\n<details>a\n</details>\n</blockquote>\n<p>b</p>\n")
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
      <details open><summary>More <b>here</b> &amp; <kbd>now</kbd></summary>
      <ul>
      <li><em>a</em></li>
      </ul>
      </details>
      <p>after</p>

      """
    #expect(deskbookHTML(markdown) == html)
  }

  @Test(arguments: [
    Example("<ul class=x><li>a<li onclick=b>c</ul>", "<ul><li>a\n</li><li>c</li></ul>\n"),
    Example("<ol start=3><li value=5>a</ol>", "<ol start=\"3\"><li value=\"5\">a</li></ol>\n"),
    Example("<ol start=x style=y><li>a</ol>", "<ol><li>a</li></ol>\n"),
    Example(
      "<table border=1><tr><th>a<td colspan=2>b<tr><td rowspan=\"x\">c</table>",
      "<table><tr><th>a\n</th><td colspan=\"2\">b\n</td></tr><tr><td>c</td></tr></table>\n"),
    Example(
      "<table><thead><tr><th>a<tbody><tr><td>b</table>",
      "<table><thead><tr><th>a\n</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>\n"),
    Example("<p align=center>a<p>b", "<p>a\n</p><p>b\n</p>\n"),
    Example("<p>a<ul><li>b</ul>c</p>", "<p>a\n</p><ul><li>b</li></ul>\nc\n"),
    Example("<h2>a<h3>b</h3></h2>", "<h2>a\n</h2><h3>b</h3>\n"),
    Example("<p><b>a<p>b</b></p>", "<p><b>a\n</b></p><p>b</p>\n"),
    Example(
      "<p>a</p><li>b</li><td>c</td><dd>d</dd><figcaption>e</figcaption>",
      "<p>a</p>\nb\nc\nd\ne\n"),
    Example(
      "<table><tr><td>a<li>b</td></tr></table>", "<table><tr><td>a\nb</td>\n</tr></table>\n"),
    Example("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a\n</dt><dd>b\n</dd><dt>c</dt></dl>\n"),
    Example(
      "<figure><img src=a.png alt=b><figcaption>c</figcaption></figure>",
      "<figure><img src=\"a.png\" alt=\"b\" />\n<figcaption>c</figcaption>\n</figure>\n"),
    Example("<p>a &eacute; &lt;b> &nope; \\{{c}}</p>", "<p>a é &lt;b&gt; &amp;nope; {{c}}</p>\n"),
    Example("<p>a</p><script>b()</script><p>c</p>", "<p>a</p>\n<p>c</p>\n"),
    Example("<pre>\n a  b\n  <b>c</b>\n</pre>", "<pre>\n a  b\n  <b>c</b>\n</pre>\n"),
    Example("<blockquote>a<hr>b</blockquote>", "<blockquote>a\n<hr />b</blockquote>\n"),
  ])
  func keepsPlainBlocks(example: Example) {
    let html = deskbookHTML(example.markdown)
    #expect(html == example.html)
    #expect(Balance.problem(in: Array(html.utf8)) == nil)
  }

  @Test func keepsListsAndTablesRoundMarkdown() {
    #expect(
      deskbookHTML("<table><tr><td>\n\n**a**\n\n</td></tr></table>\n\nb\n")
        == "<table><tr><td>\n<p><strong>a</strong></p>\n</td></tr></table>\n<p>b</p>\n")
    #expect(
      deskbookHTML("<p>a <b>b\n\nc</b></p>\n") == "<p>a <b>b\n</b></p>\n<p>c\n</p>\n")
    #expect(
      deskbookHTML("| <ul><li>a</li></ul> |\n| - |\n").contains(
        "<th><ul>\n<li>\na</li>\n</ul>\n</th>"))
  }

  @Test func leavesOutTagsPastADepth() {
    let deep =
      String(repeating: "<sub>", count: 1_000) + "a" + String(repeating: "</sub>", count: 9)
    let html = Array(deskbookHTML(deep + "\n").utf8)
    #expect(Balance.problem(in: html) == nil)
    #expect(html.count < 1_000)
  }
}
