// What an entry of `search-tests.yml` may lead to, and what is said of one that leads nowhere.

import Handbook
import Testing

@Suite struct SearchTestsTests {
  private static let pages = [
    "index.md": "# Home\n\n## Fees\n\n> [!SAY]\n> It is ten dollars.\n",
    "script.md": "---\ntitle: Late\nkind: script\n---\n\n## Listen\n\n> [!OUTCOME]\n> Done.\n",
    "faq.md":
      "---\ntitle: Questions\nkind: faq\naliases: [asked.md]\n---\n\n## How much?\n\nTen.\n",
    "cards/calm.md": "---\ntitle: Calm\nkind: card\n---\n\n- Breathe.\n",
  ]

  private func findings(
    _ tests: String, _ others: [String: String] = [:]
  ) throws -> [Diagnostic] {
    let texts = Self.pages.merging(others) { _, other in other }
    return try TinyHandbook(texts.merging(["search-tests.yml": tests]) { $1 })
      .findings("search-test")
  }

  @Test(arguments: [
    "index.md", "index.md#fees", "index.md#p-it-is-ten-dollars", "script.md#listen",
    "faq.md#how-much", "cards/calm.md", "cards/calm.md#c-calm", "It is ten dollars.",
  ])
  func leadToAnythingThatIsFoundByItself(_ place: String) throws {
    #expect(try findings("- {query: x, expect: \"\(place)\"}\n").map(\.message) == [])
  }

  @Test(arguments: [
    ("asked.md", "did you mean faq.md?"),
    ("asked.md#how-much", "did you mean faq.md#how-much?"),
    ("index.md#fee", "did you mean index.md#fees?"),
    ("index.md#listen", "did you mean script.md#listen?"),
    ("cards/calm.md#c-clam", "did you mean cards/calm.md#c-calm?"),
  ])
  func nameWhatIsNearestToAPlaceThatIsGone(_ place: String, _ help: String) throws {
    #expect(try findings("- {query: x, expect: \"\(place)\"}\n").map(\.help) == [help])
  }

  @Test func nameSeveralPlacesThatAreNear() throws {
    let more = ["more.md": "# More\n\n## Feez\n", "other.md": "# Other\n\n## Feez\n"]
    let found = try findings("- {query: x, expect: \"index.md#feez\"}\n", more)
    #expect(
      found.map(\.help) == ["did you mean index.md#fees, more.md#feez or other.md#feez?"])
  }

  @Test func teachAQueryToOnePlaceOfEachLanguage() throws {
    let spanish = ["handbook.yml": "languages: {es: es}\n", "es/index.md": "# Inicio\n\n## Caja\n"]
    let tests = "- {query: hotel, expect: index.md}\n- {query: Hotel, expect: es/index.md}\n"
    #expect(try findings(tests, spanish).isEmpty)
    let found = try findings(tests + "- {query: HOTEL, expect: \"es/index.md#caja\"}\n", spanish)
    #expect(found.map(\.message) == ["line 2 teaches this query to es/index.md already"])
  }

  @Test func takeQueriesForOneThatDifferInSpacesOnly() throws {
    let found = try findings(
      "- {query: no  show, expect: index.md}\n- {query: No show, expect: faq.md}\n")
    #expect(found.map(\.message) == ["line 1 teaches this query to index.md already"])
  }
}
