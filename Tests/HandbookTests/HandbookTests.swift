// How pages hang together: order, links, reviews, places in the site.

import Handbook
import Testing

@Suite struct HandbookTests {
  @Test func readsPagesInOrder() throws {
    let tiny = try TinyHandbook([
      "handbook.yml": "navigation: [z.md, rooms]\n", "index.md": "# Home\n", "b.md": "# Apples\n",
      "a.md": "# Bananas\n", "c.md": "---\ntitle: Zebra\norder: 1\n---\n", "z.md": "# Z\n",
      "rooms/README.md": "---\ntitle: Rooms\n---\n", "rooms/one.md": "# One\n",
      "deep/er/page.md": "# Deep\n", "cards/index.md": "---\ntitle: Cards\norder: 0\n---\n",
      "cards/README.md": "# Not the index\n",
    ])
    let order = tiny.handbook.folders.readingOrder.map { tiny.handbook.pages[$0].path.text }
    #expect(
      order == [
        "index.md", "z.md", "rooms/README.md", "rooms/one.md", "cards/index.md", "cards/README.md",
        "c.md", "b.md", "a.md", "deep/er/page.md",
      ])
    #expect(tiny.handbook.title == "Home")
    #expect(tiny.handbook.folders.folders["deep/er"]?.title == "Er")
    #expect(tiny.handbook.folders.folders["rooms"]?.title == "Rooms")
  }

  @Test func knowsWhatLinksHere() throws {
    let tiny = try TinyHandbook([
      "index.md": "# H\n\n[a](a.md) [a](a.md#x) [b](b.md) [me](index.md)\n",
      "a.md": "# A\n\n[b](b.md) ![b](b.md)\n", "b.md": "# B\n",
    ])
    let inbound = tiny.handbook.inbound.map { $0.map { tiny.handbook.pages[$0].path.text } }
    #expect(inbound == [["index.md"], ["a.md", "index.md"], []])
  }

  @Test(arguments: [
    ("", ""), ("reviewed: 2026-08-31\n", "2027-02-28"),
    ("reviewed: 2026-11-01\nreview: 1 week\n", "2026-11-08"),
    ("reviewed: 2026-11-01\nreview: never\n", ""), ("review: 1 week\n", ""),
  ])
  func knowsWhenAPageIsDue(_ keys: String, _ day: String) throws {
    let tiny = try TinyHandbook([
      "handbook.yml": "review: {every: 6 months, owner: Lead}\n",
      "index.md": "---\ntitle: T\n\(keys)---\n",
    ])
    let page = try tiny.page("index.md")
    #expect(tiny.handbook.nextReview(of: page)?.description ?? "" == day)
    #expect(tiny.handbook.owner(of: page) == "Lead")
  }

  @Test func findsModelStepsByName() throws {
    let tiny = try TinyHandbook([
      "index.md": "---\ntitle: HE\nkind: model\n---\n\n## Hear\n\nx\n\n## Empathize\n\ny\n"
    ])
    #expect(tiny.handbook.modelSteps["hear"]?.step.letter == "H")
    #expect(tiny.handbook.modelSteps["hears"] == nil)
  }

  @Test(arguments: [
    ("fees.md", "fees.html"), ("a/fees.en.md", "a/fees.en.html"), ("index.md", "index.html"),
    ("a/README.md", "a/index.html"), ("b/index.md", "b/index.html"),
    ("b/README.md", "b/README.html"),
    ("c/Index.md", "c/index.html"), ("two words.markdown", "two words.html"),
  ])
  func placesPagesInTheSite(_ path: String, _ output: String) throws {
    let paths = [
      "fees.md", "a/fees.en.md", "index.md", "a/README.md", "b/index.md", "b/README.md",
      "c/Index.md",
      "two words.markdown",
    ]
    let tiny = try TinyHandbook(Dictionary(uniqueKeysWithValues: paths.map { ($0, "# T\n") }))
    #expect(try tiny.handbook.outputPath(ofPageAt: ContentPath(path)) == output)
  }

  @Test func findsOutputsThatDifferInCaseOnly() throws {
    let tiny = try TinyHandbook([
      "Fees.md": "# F\n", "fees.md": "# F\n", "rooms/A.png": "", "rooms/a.PNG": "",
    ])
    #expect(
      tiny.findings("output-collision").map(\.message) == [
        "this file would be published as fees.html, Fees.md as Fees.html: one file on Windows and macOS",
        "this file would be published as rooms/a.PNG, rooms/A.png as rooms/A.png: one file on Windows and macOS",
      ])
  }

  @Test func listsRedirectsThatWork() throws {
    let tiny = try TinyHandbook([
      "handbook.yml": "redirects: {z/old.md: a.md, /b/: /a.md, x.html: a.md}\n",
      "index.md": "---\ntitle: H\naliases: [start, x]\n---\n", "a.md": "# A\n",
    ])
    let redirects = Redirects.all(in: tiny.handbook)
    #expect(redirects.map(\.output) == ["b/index.html", "start.html", "x.html", "z/old.html"])
    #expect(redirects.map(\.target) == [0, 1, 1, 0])
    #expect(
      tiny.findings("redirect").map(\.message) == ["x.html is taken by the old path x of index.md"])
  }

  @Test(arguments: [
    ("front-desk_hours.md", "Front desk hours"), ("a/b c/index.md", "B c"), ("a/README.md", "A"),
    ("élan.md", "Élan"), ("---.md", "---"), ("x.md", "X"),
  ])
  func namesAPageWithoutATitle(_ path: String, _ title: String) throws {
    #expect(try page("Text.\n", path: path).title == title)
  }
}

@Suite struct AvoidedPhraseTests {
  @Test(arguments: [
    ("Calm down.", "calm DOWN", true), ("Calm down.", "Please calm down", false),
    ("You must calm down", "I said: you must, calm-down now", true), ("No", "No.", true),
    ("No", "No way", false),
    ("“Calm down” / “Relax now please”", "Relax now, please", true),
    ("Don’t be like that", "Don't be like that!", true),
    ("one two three", "one two four three", false), ("…", "…", false),
    ("Naïve idea, sorry", "naïve idea sorry", true),
  ])
  func compareWords(_ avoid: String, _ say: String, _ isFound: Bool) throws {
    let tiny = try TinyHandbook([
      "index.md": "# A\n\n> [!AVOID]\n> \(avoid)\n\nThen.\n\n> [!SAY]\n> \(say)\n"
    ])
    #expect(tiny.findings("avoided-phrase").isEmpty != isFound)
  }
}
