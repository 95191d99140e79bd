// What a page carries for its reader: the branch of the navigation, the clinic's colour, explained terms.

import Handbook
import Testing

@testable import Build

struct ReadingTests {
  private static let theme =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Themes/default"

  /// Builds pages and gives every file of the site as text.
  private func site(
    _ pages: [String: String], configuration: String = "title: Desk\n"
  ) async throws -> [String: String] {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(configuration, to: "Content/handbook.yml")
    for (name, text) in pages { try folder.write(text, to: "Content/\(name)") }
    let settings = Settings(
      folder: folder.path, theme: Self.theme, today: try #require(CalendarDate("2026-11-22")),
      workers: 2)
    let outcome = try await Pipeline(settings).publish()
    #expect(!outcome.isRefused)
    return try ThemeFolder(name: "", path: folder.at("Output")).files()
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private func navigation(_ page: String) throws -> Substring {
    let start = try #require(page.firstRange(of: "<nav class=\"site-nav\""))
    let rest = page[start.lowerBound...]
    let end = try #require(rest.firstRange(of: "</nav>"))
    return rest[..<end.upperBound]
  }

  @Test func showsOnlyWhatStandsRoundAPageOfALongFolder() async throws {
    var pages = ["index.md": "# Desk\n\n[Many](many/index.md)\n", "many/index.md": "# Many\n"]
    for number in 1000..<1400 { pages["many/n\(number).md"] = "# Number \(number)\n" }
    let site = try await site(pages)
    for number in [1000, 1200, 1399] {
      let list = try navigation(try #require(site["many/n\(number).html"]))
      #expect(list.ranges(of: "<a ").count < 40, "page \(number)")
      #expect(list.contains("n\(number).html\" aria-current=\"page\">Number \(number)</a>"))
      #expect(list.contains("index.html\">All 400 pages here</a>"))
    }
    let index = try #require(site["many/index.html"])
    #expect((1000..<1400).allSatisfy { index.contains("n\($0).html\">Number") })
    let data = try #require(site["data/pages.js"])
    #expect(data.ranges(of: "\"n1").count == 400)
  }

  @Test func marksAFoldersOwnPageAndClosesItsNeighbours() async throws {
    let site = try await site([
      "index.md": "# Desk\n\n[A](a/index.md) [B](b/one.md) [Two](a/two.md)\n",
      "a/index.md": "# Folder A\n", "a/two.md": "# Two\n", "b/one.md": "# One\n",
    ])
    let list = try navigation(try #require(site["a/index.html"]))
    #expect(list.contains("href=\"index.html\" aria-current=\"page\">Folder A</a>\n<ul>"))
    #expect(list.contains(">Two</a>"))
    #expect(!list.contains(">One</a>"))
  }

  @Test func givesTheStylesTheClinicsColourForLightAndDark() async throws {
    let site = try await site(
      ["index.md": "# Desk\n"],
      configuration: "title: Desk\nbrand: {name: Willow Street, color: \"#1d4785\"}\n")
    let styles = try #require(
      site.first { $0.key.hasPrefix("assets/site.") && $0.key.hasSuffix(".css") })
    #expect(styles.value.contains("--brand: #1d4785;"))
    let line = try #require(styles.value.split(separator: "\n").first { $0.contains("--brand:") })
    let dark = try #require(
      line.firstRange(of: "--brand-dark: ").flatMap {
        Color(String(line[$0.upperBound...].prefix(7)))
      })
    let ground = try #require(Color("#232d2a"))
    #expect(dark.contrast(with: ground) >= 7)
    #expect(site["index.html"]?.contains("<span>Willow Street</span>") == true)
    let icon = try #require(site.first { $0.key.hasPrefix("assets/favicon.") })
    #expect(icon.value.contains("fill=\"#1d4785\"") && !icon.value.contains("#0f625a"))
    #expect(site["manifest.webmanifest"]?.contains(icon.key) == true)
  }

  @Test func explainsATermWhereItIsFirstUsedAndNotWhereItIsSaid() async throws {
    let site = try await site([
      "index.md": """
      # Desk

      A **no-show**, two No-Shows, a [no-show](fees.md), nowaive and `waive`.

      > [!SAY]
      > I can waive it.

      - We waive it once.
      """,
      "fees.md": "# Waive\n\nNothing.\n",
      "glossary.md": """
      # Glossary

      ## No-show

      Somebody who did not come. See [Fees](fees.md).

      ## Waive

      To let off.
      """,
    ])
    let page = try #require(site["index.html"])
    #expect(page.ranges(of: "class=\"term\"").count == 2)
    #expect(page.contains("<a class=\"term\" href=\"glossary.html#no-show\">no-show</a></strong>"))
    #expect(page.contains("<li>We <a class=\"term\" href=\"glossary.html#waive\">waive</a> it"))
    #expect(site["fees.html"]?.contains("class=\"term\"") == false)
    #expect(
      site["data/terms.js"]
        == "window.deskbookTerms({\n\"no-show\":\"Somebody who did not come.\",\n\"waive\":\"To let off.\"\n});\n"
    )
  }

  @Test func speaksTheLanguageOfTheSiteAndSaysWhereAPageDiffers() async throws {
    let site = try await site(
      [
        "index.md": "---\ntitle: Mesa\nreviewed: 2026-11-01\n---\n\n[One](one.md)\n",
        "one.md": "---\ntitle: One\nlanguage: en\n---\n\nText.\n",
      ], configuration: "title: Mesa\nlanguage: es-MX\n")
    let home = try #require(site["index.html"])
    #expect(home.contains("Ir al contenido") && home.contains("1 de noviembre de 2026"))
    #expect(!home.contains("site-header\" lang"))
    let other = try #require(site["one.html"])
    #expect(other.contains("<html lang=\"en\""))
    #expect(other.contains("<header class=\"site-header\" lang=\"es-MX\" dir=\"ltr\">"))
  }

  @Test func listsEveryFileThatAReaderMayOpenForTimesWithoutANetwork() async throws {
    let site = try await site([
      "index.md": "# Desk\n\n[Fees](a/fees.md)\n", "a/fees.md": "# Fees\n\nForty dollars.\n",
    ])
    let worker = try #require(site["sw.js"])
    for path in site.keys where path != "sw.js" && path != "deskbook.json" && path != ".deskbook" {
      let isRead =
        !["search/index.json", "search/schema.json"].contains(path) && !path.hasPrefix("print/")
      #expect(worker.contains("\"\(path)\": \"") == isRead, "\(path)")
    }
    #expect(site["deskbook.json"]?.contains("\"sw.js\"") == true)
  }
}
