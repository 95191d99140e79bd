// The text between raw tags: kept and escaped once; code and comments left out.

import Testing
import TestSupport

struct RawTextTests {
  @Test(arguments: [
    ("<div class=\"box\">Ask first.</div>", "Ask first.\n"),
    ("<p>a &amp; b &lt;script&gt; &#60;i&#x3E;</p>", "<p>a &amp; b &lt;script&gt; &lt;i&gt;</p>\n"),
    (
      "<p>a & b &c; &; &#; &#x; &#xg; &# 1;</p>",
      "<p>a &amp; b &amp;c; &amp;; &amp;#; &amp;#x; &amp;#xg; &amp;# 1;</p>\n"
    ),
    ("<p>a &amp;lt;b&amp;gt; &amp;amp;</p>", "<p>a &amp;lt;b&amp;gt; &amp;amp;</p>\n"),
    (
      "<p>&#00000060; &toolongtobeanameofanyreferencethereis;</p>",
      "<p>&lt; &amp;toolongtobeanameofanyreferencethereis;</p>\n"
    ),
    ("<p>a \"b\" 'c' d > e</p>", "<p>a &quot;b&quot; 'c' d &gt; e</p>\n"),
    ("<p>1 < 2 <3 <-- </ p> <></p>", "<p>1 &lt; 2 &lt;3 &lt;-- &lt;/ p&gt; &lt;&gt;</p>\n"),
    ("<div title=\"a > b\">c</div>", "c\n"),
    ("<div title='a > b' data-x=\"</div>\">c</div>", "c\n"),
    ("<p align=\"center\"\">a</p><p b=\"c\"d>e", "<p>a</p>\n<p>e\n</p>\n"),
    ("<div\nid=x\n>a", "a\n"),
    ("<div id=\"a\nb", "&lt;div id=&quot;a\nb\n"),
    ("<div <kbd>a</kbd>", "&lt;div <kbd>a</kbd>\n"),
    ("<table><tr><td>é 日本</td></tr></table>", "<table><tr><td>é 日本</td>\n</tr></table>\n"),
    ("<div>a\u{301}<br>\u{301}b</div>", "a\u{301}<br />\u{301}b\n"),
  ])
  func keepsAndEscapesText(markdown: String, html: String) {
    #expect(deskbookHTML(markdown + "\n") == html)
  }

  @Test(arguments: [
    ("<!-- a -->", ""),
    ("<!-- a\n\n<kbd>b</kbd>\n-->\n", ""),
    ("<div>a<!-- <b> -- > & --> c</div>", "a c\n"),
    ("<div>a<!-->b<!--->c</div>", "abc\n"),
    ("<div>a<!-- never ended </div>", "a\n"),
    ("<?php echo '<kbd>' ?>", ""),
    ("<!DOCTYPE html>", ""),
    ("<![CDATA[ <kbd>a</kbd> ]]>", ""),
    ("<div>a<![CDATA[ > ]]>b<?x > ?>c<!D>d</div>", "abcd\n"),
    ("a\n\n<!-- b -->\n\nc", "<p>a</p>\n<p>c</p>\n"),
  ])
  func leavesOutComments(markdown: String, html: String) {
    #expect(deskbookHTML(markdown + "\n") == html)
  }

  @Test(arguments: [
    ("<script>\nif (a < b && c > d) { e(\"<kbd>\") }\n\n*f*\n</script>\n\ng", "<p>g</p>\n"),
    ("<style type=\"text/css\">a > b { c: d }</style>", ""),
    ("<SCRIPT src=\"a\">b</SCRIPT  >c", "c\n"),
    ("<script>\"</scripty>\"; '</style>' \"<!-- </script>a", "a\n"),
    ("<div><script>a</script>b<style>c</style>d</div>", "bd\n"),
    ("<script>never ended\n\n*a*", ""),
    ("<div>a<script>b", "a\n"),
    ("a <script>b *c* & <kbd>d</kbd></script> e", "<p>a  e</p>\n"),
    ("a <style>b</STYLE > *c <script>d</script>e*", "<p>a  <em>c e</em></p>\n"),
    ("a <script>b\nc", "<p>a b\nc</p>\n"),
    ("a *<script>b* c</script> d", "<p>a <em>b</em> c d</p>\n"),
    ("a <script/>b</script>c", "<p>a c</p>\n"),
    ("a </script> b </style>", "<p>a  b </p>\n"),
    ("<kbd>a <script>b</kbd>c</script>d", "<p><kbd>a d</kbd></p>\n"),
    ("a <script>b</script >c", "<p>a c</p>\n"),
  ])
  func leavesOutScriptsAndStyles(markdown: String, html: String) {
    #expect(deskbookHTML(markdown + "\n") == html)
  }

  @Test func staysBalancedOnRandomTags() {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      "<kbd>", "</kbd>", "<details>", "<details open>", "</details>", "<summary>", "</summary>",
      "<sub>", "</sub>", "<br>", "<abbr title=\"a&quot;b<c>\">", "<abbr title='\"><script>'>",
      "</abbr>", "<div>", "</div>", "<script>", "</script>", "<style>", "</style>", "<!--", "-->",
      "<", ">", "\"", "'", "&", "&lt;", "&#x3c;", "<img src=x onerror=y>", "<a href=javascript:x>",
      "</a>", "<![CDATA[", "]]>", "<?", "?>", "<!X", "a", "*", "**", "_", "`", "[", "](b)", "![",
      "~~",
      "\n", "\n", "\n\n", "\n\n", "\n- ", "\n> ", "\n# ", " ", "  ", "|", "\n| a |\n|-|\n| ", "=",
      "<kbd ", "<abbr title=", "<DETAILS ", "<pre>", "</pre>", "<svg/onload=a>", "/", "\\{{",
      "{{b}}", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<p>",
      "</p>",
      "<b>", "</b>", "<h2>", "</h2>", "<dl>", "<dt>", "<dd>", "<figure>", "<figcaption>", "<hr>",
      "<blockquote>", "</blockquote>", "<tbody>", "<caption>",
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...30, using: &generator)
      let markdown = (0..<count).map { _ in generator.pick(pieces) }.joined()
      let html = Array(deskbookHTML(markdown).utf8)
      let problem = Balance.problem(in: html)
      #expect(problem == nil, "\(markdown.debugDescription)")
    }
  }
}
