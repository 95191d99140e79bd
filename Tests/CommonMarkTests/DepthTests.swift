// Inputs made to exhaust a parser or a renderer: each ends soon, and without a crash.

import CommonMark
import Glibc
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)))
struct DepthTests {
  /// A document made of one text many times over.
  struct Input: CustomTestStringConvertible {
    let name: String
    var start = ""
    let parts: [(text: String, count: Int)]
    var end = ""

    var testDescription: String { name }

    var markdown: [UInt8] {
      let middle = parts.flatMap { Array(repeatElement($0.text.utf8, count: $0.count).joined()) }
      return Array(start.utf8) + middle + Array(end.utf8)
    }
  }

  /// Runs a body and expects it to end soon.
  ///
  /// Each input takes well under a second in a release build, a few in a debug build; squared time
  /// would take minutes. Counted are seconds of this thread: other suites run at the same time.
  private func expectSoon(_ body: () -> Void) {
    func seconds() -> Int {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return time.tv_sec
    }
    let start = seconds()
    body()
    #expect(seconds() - start < 15)
  }

  @Test(arguments: [
    Input(name: "block quotes", parts: [("> ", 20_000)], end: "a\n"),
    Input(name: "block quotes without text", parts: [(">", 20_000)]),
    Input(name: "lazy lines", parts: [("> ", 20_000), ("a\n", 20)]),
    Input(name: "lists", parts: [("- ", 20_000)], end: "a"),
    Input(name: "numbered lists", parts: [("1. ", 20_000)], end: "a"),
    Input(name: "open brackets", parts: [("[", 50_000)]),
    Input(name: "brackets", parts: [("[", 50_000), ("]", 50_000)]),
    Input(name: "unfinished links", parts: [("[a](b", 50_000)]),
    Input(name: "links in links", parts: [("[", 50_000), ("](b)", 50_000)]),
    Input(name: "images in images", parts: [("![", 50_000), ("](b)", 50_000)]),
    Input(name: "unfinished emphasis", parts: [("*a **b ", 50_000)]),
    Input(name: "emphasis", parts: [("*a **b ", 20_000), ("c** d*", 20_000)]),
    Input(name: "strikethrough", parts: [("~~a *b ", 20_000), ("c* d~~", 20_000)]),
    Input(name: "code", parts: [("`a` ", 200_000)]),
    Input(name: "backticks", parts: [("`", 1_000_000)]),
    Input(name: "addresses", parts: [("www.a.b ", 50_000)]),
    Input(name: "wide table", parts: [("|a", 5_000), ("\n", 1), ("|-", 5_000), ("\n|b", 9)]),
    Input(name: "long table", start: "|a|\n|-|\n", parts: [("|b|\n", 50_000)]),
    Input(name: "references to a note", parts: [("a[^b] ", 50_000)], end: "\n\n[^b]: c\n"),
    Input(name: "notes in a note", parts: [("[^a]: [^a]", 20_000)], end: "\n\n[^a]\n"),
  ])
  func endsSoon(input: Input) {
    let markdown = input.markdown
    expectSoon { expectEqualHTML(markdown) }
  }

  @Test(arguments: [
    Input(name: "letters", parts: [("a", 5_000_000)]),
    Input(name: "escaped signs", parts: [("a b & < \" ", 100_000)]),
    Input(name: "holes", parts: [("{{a}} ", 100_000)]),
    Input(name: "braces", parts: [("{{{{{", 60_000)]),
    Input(name: "escaped braces", parts: [("\\{{a}} ", 50_000)]),
    Input(name: "backslashes", parts: [("\\", 400_000)]),
  ])
  func readsLongLines(input: Input) {
    let markdown = input.markdown
    expectSoon {
      expectEqualHTML(markdown)
      #expect(MarkupTree(parsing: markdown[...]).plainText(of: 0).utf8.count >= 200_000)
    }
  }

  @Test(arguments: [
    Input(name: "tags", parts: [("<kbd>", 50_000)]),
    Input(name: "scripts in a line", parts: [("a<script>", 50_000)]),
    Input(name: "scripts in emphasis", parts: [("*a<script>", 50_000)]),
    Input(name: "wrong ends", start: "<p>", parts: [("<kbd>", 30_000), ("</sub>", 30_000)]),
    Input(name: "open tags", start: "<p>", parts: [("<a ", 100_000)]),
    Input(name: "open values", start: "<p>", parts: [("<a b=\"", 50_000)]),
    Input(name: "open values of two kinds", start: "<p>", parts: [("<a b='\"' c=\"", 30_000)]),
    Input(name: "values in values", start: "<p>", parts: [("<a x=' k=\" q=' y=\" ", 20_000)]),
    Input(name: "less than", start: "<p>", parts: [("<", 100_000)]),
    Input(name: "ampersands", start: "<p>", parts: [("&", 100_000)]),
    Input(name: "comments", start: "<p>", parts: [("<!--", 100_000)]),
    Input(name: "ends of scripts", start: "<p>", parts: [("</script", 50_000)]),
    Input(name: "a script", start: "<script>", parts: [("</scrip", 50_000)]),
  ])
  func readsRawHTMLSoon(input: Input) {
    let markdown = input.markdown
    expectSoon {
      #expect(Balance.problem(in: deskbookHTML(markdown)) == nil)
    }
  }
}
