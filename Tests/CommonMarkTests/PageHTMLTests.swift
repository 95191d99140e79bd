// The renderer on a page of a handbook, where it writes runs of nodes and not whole documents.

import CommonMark
import Handbook
import Testing

@testable import Site

struct PageHTMLTests {
  private func context(_ markdown: String, configuration: String = "title: T\n") throws
    -> RenderContext
  {
    let settings = SourceFile(path: .configuration, bytes: Array(configuration.utf8))
    let file = try SourceFile(path: ContentPath("a.md"), bytes: Array(markdown.utf8))
    let handbook = Handbook.read(
      ContentFiles([settings, file]),
      ReadingOptions(today: try #require(CalendarDate("2026-11-21")))
    ).handbook
    let previews = CardPreviews([], [])
    let input = TextInput(
      output: "a.html",
      links: LinkAddresses(handbook: handbook, previews: previews).links(of: 0))
    let shared = SharedText(
      strings: Strings([:]), previews: previews, modelSteps: [:], glossary: nil)
    return RenderContext(handbook.pages[0], input, shared, handbook.configuration)
  }

  private func html(_ range: Range<Int>? = nil, in context: RenderContext) -> String {
    let range = range ?? 1..<context.page.tree.nodes.count
    return String(decoding: MarkupRenderer.html(range, in: context), as: UTF8.self)
  }

  @Test func closesTheListOfNotes() throws {
    let context = try context("# T\n\nA[^n].\n\n[^n]: B.\n")
    let html = html(in: context)
    #expect(html.hasSuffix("</li>\n</ol>\n</section>\n"))
    #expect(Balance.problem(in: Array(html.utf8)) == nil)
  }

  @Test func numbersReferencesAcrossRuns() throws {
    let context = try context("A[^n].\n\nB[^n].\n\n[^n]: C.\n")
    let nodes = context.page.tree.nodes
    let runs = context.page.blocks.map { html($0..<Int(nodes[$0].end), in: context) }
    #expect(runs[0].contains("id=\"fnref-n\""))
    #expect(runs[1].contains("id=\"fnref-n-2\""))
    #expect(runs[2].contains("href=\"#fnref-n\"") && runs[2].contains("href=\"#fnref-n-2\""))
  }

  @Test func keepsDetailsOpenRoundPhrases() throws {
    let html = html(
      in: try context("<details>\n\n> [!SAY]\n> Hold <kbd>on.\n\n</details>\n\nAfter </kbd>.\n"))
    let phrase = try #require(html.firstRange(of: "Hold <kbd>on.</kbd></"))
    let end = try #require(html.firstRange(of: "</details>"))
    #expect(phrase.upperBound < end.lowerBound)
    #expect(html.hasSuffix("</details>\n<p>After .</p>\n"))
  }

  @Test func fillsHolesInDescriptionsOfImages() throws {
    let context = try context(
      "![{{shop}} {{who}} \\{{shop}}](b.png)\n",
      configuration: "title: T\nvalues:\n  shop: A & B\nfields:\n  who:\n    label: Who \"now\"\n")
    #expect(html(in: context).contains("alt=\"A &amp; B Who &quot;now&quot; {{shop}}\""))
  }
}
