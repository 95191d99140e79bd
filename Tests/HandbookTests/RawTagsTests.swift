// Words and images of raw HTML, which count as those of Markdown do.

import CommonMark
import Handbook
import Testing

@Suite struct RawTagsTests {
  @Test(arguments: [
    ("<p>One</p><p>Two &amp; three</p>", "One Two & three"),
    ("<ul><li>One<li>Two</ul>", "One Two"),
    ("<table><tr><td>One</td><td>Two</td></tr></table>", "One Two"),
    ("<div>One</div><div>Two</div>", "One Two"),
    ("<p>One <b>t</b>wo</p>", "One two"),
    ("<p>See <img src=a.png alt=\"A ladder\"> here</p>", "See A ladder here"),
    ("<p>Hello &eacute; <name></p>", "Hello é <name>"),
    ("<p>One</p><script>two()</script><!-- three --><p>Four</p>", "One Four"),
    ("One <img src=a.png alt=ladder> two<br>three", "One ladder two three"),
  ])
  func readsTheWords(_ html: String, _ words: String) throws {
    let page = try page("# T\n\n\(html)\n")
    let read = page.tree.plainText(in: 1..<page.tree.nodes.count)
    #expect(read.split(separator: " ").joined(separator: " ") == "T " + words)
  }

  @Test func findsImagesAndPlaceholdersWhereTheyStand() throws {
    try expectFindings(
      "# T\n\n<p>é\n  <img alt=\"x\" src='①gone.png'> ②{{nobody}}</p>\n\nA ③<img src=b.png> and ④<q>c</q>.\n",
      alongside: ["b.png": ""],
      [
        "①": "link-target: no image at gone.png", "②": "placeholder: nobody",
        "③": "image-alt: no text", "④": "raw-html: <q>",
      ])
    try expectFindings(
      "# T\n\n<img src=\"b.png\" alt=\"\"> and <img src=\"b.png\" alt=\"b\">\n",
      alongside: ["b.png": ""], [:])
  }

  @Test func knowsWhereTheSourceOfAnImageIsWritten() throws {
    let text =
      "# T\n\n<p><img width=1 src=\"img/a.png\"> <img src=img/b.png></p>\n\n![](img/a.png)\n"
    let page = try page(text)
    let written = page.destinationRanges().map { ranges in
      ranges?.map { String(decoding: page.file.bytes[$0], as: UTF8.self) }
    }
    #expect(written == [["img/a.png"], ["img/b.png"], ["img/a.png"]])
    #expect(page.destinationRanges().compactMap { $0?.first?.lowerBound } == [26, 47, 67])
  }

  @Test func namesALinkBetweenTags() throws {
    try expectFindings(
      "# T\n\n<p>\n[a①](o.md)\n</p>\n", alongside: ["o.md": "# O\n\n[Back](index.md)\n"],
      ["①": "loose-link: between HTML tags"])
  }
}
