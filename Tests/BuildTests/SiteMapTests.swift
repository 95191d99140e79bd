// The map of the site knows each file that a build writes, so that no file of an editor is lost to one.

import Handbook
import Testing

@testable import Build

struct SiteMapTests {
  private static let theme =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Themes/default"

  /// Enough of everything for several parts of every list, in two languages.
  private func write(_ folder: TemporaryFolder) throws {
    try folder.write(
      """
      title: Desk
      url: https://example.org/desk
      languages: {es: es}
      review: {every: 6 months}
      redirects: {old.md: index.md}
      cards: {categories: {calm: {label: Calm}}}
      rules: {orphan-page: off, missing-owner: off}
      """, to: "Content/handbook.yml")
    try folder.write("# Desk\n", to: "Content/index.md")
    try folder.write("# Mesa\n", to: "Content/es/index.md")
    try folder.write("# Words\n\n## Co-pay\n\nA share.\n", to: "Content/glossary.md")
    try folder.write("x\n", to: "Content/files/list.txt")
    for number in 0..<510 {
      let phrases = number < 100 ? "> [!SAY]\n> Say \(number).\n" : "Text.\n"
      try folder.write("# Page \(number)\n\n\(phrases)", to: "Content/pages/p\(number).md")
    }
    for number in 0..<70 {
      let category = number == 0 ? "card: {category: calm}\n" : ""
      try folder.write(
        "---\ntitle: Card \(number)\nkind: card\n\(category)---\n\n- Breathe.\n",
        to: "Content/cards/c\(number).md")
    }
  }

  @Test func knowsEveryFileThatABuildWrites() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try write(folder)
    let settings = Settings(
      folder: folder.path, theme: Self.theme, today: try #require(CalendarDate("2026-11-22")),
      workers: 2)
    let result = try await Pipeline(settings).publish()
    let errors = result.diagnostics.filter { $0.severity == .error }.map(\.message)
    try #require(errors == [])
    let map = try await Pipeline(settings).model().handbook.siteMap
    let known = Set(map.pages + map.made + ["files/list.txt", "old.html"])
    let written = Set(try ThemeFolder(name: "", path: folder.at("Output")).files().keys)
    for part in ["az-2.html", "phrases-2.html", "reviews-2.html", "cards/index-2.html"] {
      #expect(written.contains(part))
    }
    let unknown = written.subtracting(known).filter { path in
      // Named by what is in them.
      !path.hasPrefix("assets/") && !path.hasPrefix("search/")
    }
    #expect(unknown.isEmpty, "\(unknown.sorted())")
  }
}
