// A handbook from folder to site.

import Handbook
import Synchronization
import Testing

@testable import Build

struct PipelineTests {
  /// The theme that comes with the tool.
  private static let theme =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Themes/default"

  private func settings(
    _ folder: TemporaryFolder, workers: Int = 2, _ change: (inout Settings) -> Void = { _ in }
  ) throws -> Settings {
    var settings = Settings(
      folder: folder.path, theme: Self.theme,
      today: try #require(CalendarDate("2026-01-31")), workers: workers)
    change(&settings)
    return settings
  }

  private func write(_ pages: [String: String], _ folder: TemporaryFolder) throws {
    try folder.write("title: Desk\n", to: "Content/handbook.yml")
    for (name, text) in pages { try folder.write(text, to: "Content/\(name)") }
  }

  private static let pages = [
    "index.md": "# Desk\n\n[Keys](keys.md) [Fees](fees.md)\n", "keys.md": "# Keys\n\nText.\n",
    "fees.md": "# Fees\n\n| Say | Instead of |\n| --- | --- |\n| The fee is due. | You owe us. |\n",
    "logo.png": "picture",
  ]

  /// Every file of the site by path.
  private func site(_ folder: TemporaryFolder) throws -> [String: [UInt8]] {
    try ThemeFolder(name: "", path: folder.at("Output")).files()
  }

  @Test func buildsEveryPageAndCopiesFiles() async throws {
    try await inTemporaryFolder { folder in
      try write(Self.pages, folder)
      let outcome = try await Pipeline(settings(folder)).publish()
      #expect(!outcome.isRefused)
      let site = try site(folder)
      for name in ["index.html", "keys.html", "fees.html", "search/index.json", "deskbook.json"] {
        #expect(site[name] != nil, "\(name) is missing")
      }
      #expect(site["logo.png"] == Array("picture".utf8))
      #expect(site["handbook.yml"] == nil)
      #expect(outcome.publication?.files == site.count)
    }
  }

  @Test func reportsWhatTheSearchIndexShows() async throws {
    try await inTemporaryFolder { folder in
      try write(Self.pages, folder)
      try folder.write("keys, lock\nlorry, van\nx => lorry\n", to: "Content/synonyms.txt")
      let outcome = try await Pipeline(settings(folder)).check()
      let found = outcome.diagnostics.filter { $0.rule.id == "synonym-unused" }
      let line = found.map {
        outcome.texts[.synonyms]?.lines.position(of: $0.range.lowerBound).line
      }
      #expect(line == [2, 3])
      #expect(!outcome.diagnostics.contains { $0.rule.id == "search-size" })
      let words = (0..<200_000).map { "w\($0)" }.joined(separator: " ")
      try folder.write("# Keys\n\n\(words)\n", to: "Content/keys.md")
      let limits = "title: Desk\nsearch: {budget: 1}\n"
      try folder.write(limits, to: "Content/handbook.yml")
      let large = try await Pipeline(settings(folder)).check()
      #expect(
        large.diagnostics.contains { $0.rule.id == "search-size" && $0.path == .configuration })
    }
  }

  @Test func givesTheSameBytesAtAnyWidth() async throws {
    try await inTemporaryFolder { folder in
      try write(Self.pages, folder)
      for number in 0..<40 {
        try folder.write("# Page \(number)\n\nText \(number).\n", to: "Content/p\(number).md")
      }
      _ = try await Pipeline(settings(folder, workers: 1)).publish()
      let first = try site(folder)
      _ = Disk.removeTree(folder.at("Output"))
      _ = try await Pipeline(settings(folder, workers: 5)).publish()
      #expect(try site(folder) == first)
    }
  }

  @Test func writesNothingWhereTheContentHasErrors() async throws {
    try await inTemporaryFolder { folder in
      try write(Self.pages, folder)
      _ = try await Pipeline(settings(folder)).publish()
      let before = try site(folder)
      try folder.write([0xFF], to: "Content/bad.md")
      let outcome = try await Pipeline(settings(folder)).publish()
      #expect(outcome.isRefused && outcome.publication == nil)
      #expect(try site(folder) == before)
      #expect(try folder.names() == ["Content", "Output"])
    }
  }

  @Test func failsOnWarningsOnlyWhenStrict() async throws {
    try await inTemporaryFolder { folder in
      try write(["index.md": "# Desk\n", "alone.md": "# Alone\n\nNobody links here.\n"], folder)
      let outcome = try await Pipeline(settings(folder)).check()
      #expect(outcome.warnings > 0 && !outcome.isRefused)
      let strict = try await Pipeline(settings(folder) { $0.isStrict = true }).check()
      #expect(strict.isRefused)
    }
  }

  @Test func leavesDraftsOutUnlessAsked() async throws {
    try await inTemporaryFolder { folder in
      try write(["index.md": "# Desk\n", "a.md": "---\ndraft: true\n---\n# A\n"], folder)
      let without = try await Pipeline(settings(folder)).model()
      #expect(without.handbook.pages.map(\.path.text) == ["index.md"])
      #expect(without.handbook.absent == ["a.md": .draft])
      let with = try await Pipeline(settings(folder) { $0.includesDrafts = true }).model()
      #expect(with.handbook.pages.count == 2)
    }
  }

  @Test(arguments: [Stage.load, .parse, .check, .render, .lists])
  func leavesTheOldSiteWhenInterrupted(stage: Stage) async throws {
    try await inTemporaryFolder { folder in
      try write(Self.pages, folder)
      _ = try await Pipeline(settings(folder)).publish()
      let before = try site(folder)
      try folder.write("# Keys\n\nOther text.\n", to: "Content/keys.md")
      let running = Mutex<Task<Bool, Never>?>(nil)
      let observer = Observer(
        progress: { current, _, _ in
          if current == stage { running.withLock { $0?.cancel() } }
        }, waits: {})
      let settings = try settings(folder, workers: 1)
      let start = ChangeSignal()
      let task = Task { () -> Bool in
        await start.wait(past: 0)
        do throws(BuildProblem) {
          _ = try await Pipeline(settings, observer: observer).publish()
          return false
        } catch .interrupted { return true } catch { return false }
      }
      running.withLock { $0 = task }
      start.ring()
      #expect(await task.value)
      #expect(try site(folder) == before)
      #expect(try folder.names() == ["Content", "Output"])
    }
  }

  @Test func namesAThemeThatIsNotThereAndThoseThatAre() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("name: own\n", to: "Themes/own/theme.yml")
      try folder.write("", to: "tool/bin/deskbook")
      try folder.write("name: shared\n", to: "tool/share/deskbook/Themes/shared/theme.yml")
      let tool = folder.at("tool/bin/deskbook")
      let own = try ThemeFolder.find("own", handbook: folder.path, executable: tool)
      #expect(own.path == folder.at("Themes/own"))
      let shared = try ThemeFolder.find("shared", handbook: folder.path, executable: tool)
      #expect(shared.path.hasSuffix("tool/share/deskbook/Themes/shared"))
      #expect {
        _ = try ThemeFolder.find("../own", handbook: folder.path, executable: tool)
      } throws: { $0 is BuildProblem }
      #expect {
        _ = try ThemeFolder.find("none", handbook: folder.path, executable: tool)
      } throws: { error in
        guard case BuildProblem.noTheme(_, _, let existing)? = error as? BuildProblem else {
          return false
        }
        return existing.starts(with: ["own", "shared"])
      }
    }
  }
}
