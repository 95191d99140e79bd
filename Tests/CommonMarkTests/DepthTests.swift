// Inputs made to exhaust a parser or a renderer: each ends soon, and both renderers agree.

import CommonMark
import Site
import Testing

@Suite(.serialized, .timeLimit(.minutes(1)))
struct DepthTests {
  static func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(repeatElement(Array(text.utf8), count: count).joined())
  }

  private func probe(_ markdown: [UInt8], _ name: String) {
    let clock = ContinuousClock()
    var tree = MarkupTree()
    let parse = clock.measure { tree = MarkupTree(parsing: markdown[...]) }
    var renderer = MarkupRenderer(tree: tree)
    let render = clock.measure { renderer.render(0..<tree.nodes.count) }
    let plain = clock.measure { _ = tree.plainText(of: 0) }
    var eq = false
    let lib = clock.measure { eq = Reference.html(markdown) == renderer.out.bytes }
    print("PROBE", name, markdown.count, "parse", parse, "render", render, "plain", plain, "lib", lib, eq, tree.nodes.count)
  }

  @Test func probes() {
    let r = Self.repeated
    probe(r(">", 20_000), "quotes")
    probe(r("> ", 20_000) + Array("a".utf8), "quotes a")
    probe(r("> ", 20_000) + Array("a\n".utf8) + r("b\n", 20), "quotes lazy")
    probe(r("- ", 20_000) + Array("a".utf8), "lists")
    probe(r("1. ", 20_000) + Array("a".utf8), "olists")
    probe(r("[", 50_000), "[")
    probe(r("[", 50_000) + r("]", 50_000), "[]")
    probe(r("[a](b", 50_000), "[a](b")
    probe(r("[", 50_000) + Array("a".utf8) + r("](b)", 50_000), "nested links")
    probe(r("![", 50_000) + Array("a".utf8) + r("](b)", 50_000), "nested images")
    probe(r("*a **b ", 50_000), "em")
    probe(r("*a **b ", 20_000) + r("c** d*", 20_000), "em nested")
    probe(r("~~a *b ", 20_000) + r("c* d~~", 20_000), "del nested")
    probe(r("a", 5_000_000), "line a")
    probe(r("a b & < \" ", 500_000), "line esc")
    probe(r("\\{{a}} ", 700_000), "line braces")
    probe(r("{{a}} ", 800_000), "line holes")
    probe(r("{{{{", 1_200_000), "line {")
    probe(r("`a` ", 1_200_000), "code")
    probe(r("`", 5_000_000), "ticks")
    probe(r("www.a.b ", 600_000), "www")
    probe(r("a@b.c ", 100_000), "mail")
    probe(r("a[^b] ", 50_000) + Array("\n\n[^b]: c\n".utf8), "refs")
    let many: [String] = (0..<20_000).map { "[^\($0)]" }
    probe(Array((many.joined() + "\n\n" + many.map { $0 + ": a\n" }.joined()).utf8), "defs")
    probe(r("|a", 5_000) + Array("\n".utf8) + r("|-", 5_000) + Array("\n".utf8) + r("|b", 5_000), "wide")
    probe(Array("|a|\n|-|\n".utf8) + r("|b|\n", 50_000), "long table")
    probe(r("<kbd>", 200_000), "kbd")
    probe(r("a<script>", 100_000), "script inline")
    probe(r("*a<script>", 50_000) , "script em")
    probe(Array("<div>\n".utf8) + r("<a b=\"", 500_000), "attr")
    probe(Array("<div>\n".utf8) + r("<a b='\"' c=\"", 300_000), "attr2")
    probe(Array("<div>\n".utf8) + r("<a ", 500_000), "<a")
    probe(Array("<div>\n".utf8) + r("<", 3_000_000), "<")
    probe(Array("<div>\n".utf8) + r("<!--", 500_000), "<!--")
    probe(Array("<div>\n".utf8) + r("</script", 500_000), "</script")
    probe(Array("<div>\n".utf8) + r("<kbd>", 200_000)+r("</sub>", 200_000), "kbd sub")
    probe(Array("<div>\n".utf8) + r("&", 3_000_000), "&")
    probe(Array("<script>\n".utf8) + r("</scrip", 300_000), "scrip")
  }
}
