// A handbook in two languages: each has its own words, lists, search and way to the other.

import Handbook
import Testing

@testable import Build

struct LanguageTests {
  private static let theme =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Themes/default"

  private static let pages = [
    "index.md":
      "# Desk\n\n[Fees](fees/index.md) [No-show](fees/noshow.md) [Only](only.md) [A to Z](az.html)\n",
    "only.md": "# Only here\n",
    "fees/index.md": "# Fees\n\nA no-show pays.\n",
    "fees/noshow.md": dated("No-show", "2026-11-01", "We missed you."),
    "glossary.md": "# Glossary\n\n## No-show\n\nSomebody who did not come.\n",
    "es/index.md": "# Mesa\n\n[Falta](fees/noshow.md) [Todo](az.html)\n",
    "es/fees/noshow.md": dated("Falta", "2026-11-02", "Le extrañamos."),
    "es/glossary.md": "# Glosario\n\n## Extrañar\n\nEchar de menos.\n",
  ]

  private static func dated(_ title: String, _ day: String, _ line: String) -> String {
    "---\ntitle: \(title)\nreviewed: \(day)\n---\n\n> [!SAY]\n> \(line)\n"
  }

  private func site() async throws -> [String: String] {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("title: Desk\nlanguages: {es: es}\n", to: "Content/handbook.yml")
    for (name, text) in Self.pages { try folder.write(text, to: "Content/\(name)") }
    let settings = Settings(
      folder: folder.path, theme: Self.theme, today: try #require(CalendarDate("2026-11-22")),
      workers: 2)
    let outcome = try await Pipeline(settings).publish()
    #expect(!outcome.isRefused)
    return try ThemeFolder(name: "", path: folder.at("Output")).files()
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func leadsToTheSamePageInTheOtherLanguage() async throws {
    let site = try await site()
    func ways(_ path: String) throws -> String {
      let page = try #require(site[path])
      let start = try #require(page.firstRange(of: "<nav class=\"languages\""), "\(path)")
      let rest = page[start.lowerBound...]
      return String(rest[..<(try #require(rest.firstRange(of: "</nav>"))).lowerBound])
    }
    for (page, target) in [
      ("fees/noshow.html", "../es/fees/noshow.html"),
      ("es/fees/noshow.html", "../../fees/noshow.html"), ("az.html", "es/az.html"),
      ("es/phrases.html", "../phrases.html"), ("es/fees/index.html", "../../fees/index.html"),
      // A folder that has no page of its own in Spanish is a list there.
      ("fees/index.html", "../es/fees/index.html"),
    ] {
      #expect(try ways(page).contains("href=\"\(target)\""), "\(page)")
      #expect(try !ways(page).contains("not translated"))
    }
    #expect(try ways("glossary.html").contains("href=\"es/glossary.html\" hreflang=\"es\""))
  }

  @Test func leadsHomeWhereAPageIsNotTranslated() async throws {
    let page = try #require(try await site()["only.html"])
    #expect(page.contains("<a href=\"es/index.html\" hreflang=\"es\" title=\"home page, as"))
  }

  @Test func givesEachLanguageItsWordsAndItsLists() async throws {
    let site = try await site()
    let spanish = try #require(site["es/fees/noshow.html"])
    for part in [
      "<html lang=\"es\" dir=\"ltr\"", "Ir al contenido", "2 de noviembre de 2026",
      "../../search/es/index.js", "href=\"../../es/az.html\"",
      "href=\"../index.html\">Inicio",
    ] {
      #expect(spanish.contains(part), "\(part)")
    }
    let az = try #require(site["es/az.html"])
    #expect(az.contains(">Glosario<") && !az.contains(">Glossary<"))
    #expect(site["az.html"].map { $0.contains(">Glossary<") && !$0.contains("Glosario") } == true)
    #expect(site["es/phrases.html"]?.contains("Le extrañamos.") == true)
    #expect(site["phrases.html"]?.contains("extrañamos") == false)
    #expect(site["data/es/terms.js"]?.contains("Echar de menos.") == true)
    #expect(site["es/index.html"]?.contains("href=\"az.html\">Todo") == true)
  }

  @Test func searchesEachLanguageByItself() async throws {
    let site = try await site()
    let spanish = try #require(site["search/es/index.json"])
    #expect(spanish.contains("es/fees/noshow.html") && !spanish.contains("\"fees/noshow.html"))
    let whole = try #require(site["search/index.json"])
    #expect(whole.contains("es/fees/noshow.html"))
  }

  @Test func showsNoPageOfTheOtherLanguageInTheNavigation() async throws {
    let site = try await site()
    let english = try #require(site["fees/noshow.html"])
    let start = try #require(english.firstRange(of: "id=\"site-nav\""))
    let navigation = english[start.upperBound...].prefix(1_500)
    #expect(!navigation.contains("\"../es/") && !navigation.contains("Mesa"))
    #expect(navigation.contains("aria-current=\"page\">No-show"))
  }
}
