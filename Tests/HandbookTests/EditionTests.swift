// A folder for each language.

import Handbook
import Testing

struct EditionTests {
  private static let pages = [
    "index.md": "# Desk\n", "fees/README.md": "# Fees\n", "es/index.md": "# Mesa\n",
    "es/fees/index.md": "# Tarifas\n", "espresso/index.md": "# Coffee\n",
    "es/own.md": "---\ntitle: Own\nlanguage: pt\n---\n",
  ]

  private func handbook(_ configuration: String) throws -> Handbook {
    try TinyHandbook(Self.pages.merging(["handbook.yml": configuration]) { $1 }).handbook
  }

  private func translation(of path: String, in handbook: Handbook) throws -> String? {
    let index = try #require(handbook.page(at: path))
    let found = handbook.translations(of: index)
    #expect(found.count == 1)
    return found.first?.page.map { handbook.pages[$0].path.text }
  }

  @Test func findsAPageAtTheSamePlaceOfTheOtherLanguage() throws {
    let handbook = try handbook("languages: {es: es}\n")
    #expect(try translation(of: "index.md", in: handbook) == "es/index.md")
    #expect(try translation(of: "es/index.md", in: handbook) == "index.md")
    #expect(try translation(of: "es/fees/index.md", in: handbook) == "fees/README.md")
    #expect(try translation(of: "espresso/index.md", in: handbook) == nil)
  }

  @Test func takesTheLanguageOfThePageBeforeThatOfItsFolder() throws {
    let handbook = try handbook("language: en\nlanguages: {es: es-MX}\n")
    let languages = handbook.pages.map {
      "\($0.path.text) \(handbook.configuration.language(of: $0))"
    }
    #expect(
      languages == [
        "es/fees/index.md es-MX", "es/index.md es-MX", "es/own.md pt", "espresso/index.md en",
        "fees/README.md en", "index.md en",
      ])
  }

  @Test func leavesWhatStandsInNoLanguagesFolderToAllOfThem() throws {
    let handbook = try handbook("languages: {espresso: en, es: es}\n")
    let home = try #require(handbook.page(at: "index.md"))
    #expect(handbook.translations(of: home).isEmpty)
    #expect(try translation(of: "es/index.md", in: handbook) == "espresso/index.md")
  }

  @Test(arguments: [
    ("languages: {es/a: es}", "es/a is not the name of a folder in the content folder"),
    ("languages: {es: Spanish language}", "Spanish language is not a language tag"),
    ("languages: {es: es, fees: es}", "another folder has the pages in es already"),
    ("languages: {fr: fr}", "there is no page in a folder fr"),
  ])
  func reportsWhatIsNotAFolderWithALanguage(_ line: String, _ message: String) throws {
    let tiny = try TinyHandbook(Self.pages.merging(["handbook.yml": line + "\n"]) { $1 })
    #expect(tiny.diagnostics.contains { $0.path == .configuration && $0.message == message })
  }
}
