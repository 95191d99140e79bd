// What a preview keeps from save to save never shows: each state is that of a fresh build.

import Handbook
import Testing

@testable import Build

struct RevisionTests {
  private static let theme =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Themes/default"

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func servesWhatAFreshBuildMakesAfterAnyChanges(seed: UInt64) async throws {
    try await inTemporaryFolder { folder in
      let settings = Settings(
        folder: folder.path, theme: Self.theme,
        today: try #require(CalendarDate("2026-01-31")), workers: 2)
      var handbook = try RandomHandbook(folder, seed: seed)
      let pipeline = Pipeline(settings, memory: BuildMemory())
      try Disk.createFolders(folder.at("Fonts"))
      let watch = Watches.begin(pipeline.watchedFolders(theme: nil), isPolling: false)
      for step in 0..<16 {
        // One half looks at every file, the other at those that the kernel names.
        let changes =
          seed.isMultiple(of: 2) ? Changes.anything : try await self.changes(watch, folder)
        #expect(watch.follow(pipeline.watchedFolders(theme: nil)))
        let kept = try await pipeline.draft(after: changes)
        try await compare(kept, settings, folder, "seed \(seed), step \(step)")
        // Until clocks have gone on, no file is taken for unwritten.
        if step.isMultiple(of: 3) { try await Task.sleep(for: .milliseconds(60)) }
        for _ in 0..<(step.isMultiple(of: 4) ? 3 : 1) { try handbook.change() }
      }
    }
  }

  @Test func quotesALineToAvoidAsItIsWrittenNow() async throws {
    try await inTemporaryFolder { folder in
      let settings = Settings(
        folder: folder.path, theme: Self.theme,
        today: try #require(CalendarDate("2026-01-31")), workers: 2)
      try folder.write("rules: {avoided-phrase: warning}\n", to: "Content/handbook.yml")
      try folder.write("# Desk\n\n> [!SAY]\n> Wait there now.\n", to: "Content/index.md")
      let pipeline = Pipeline(settings, memory: BuildMemory())
      for line in ["Wait there now.", "Wait there, now!"] {
        try folder.write("# A\n\n> [!AVOID]\n> \(line)\n", to: "Content/a.md")
        let found = try await pipeline.draft(after: .anything).outcome.diagnostics
        #expect(found.contains { $0.message.contains("“\(line)”") })
      }
    }
  }

  /// All that has changed by now.
  ///
  /// Notices come in order, however late: that of a file written now comes after all others.
  private func changes(
    _ watch: any Watch, _ folder: TemporaryFolder
  ) async throws -> Changes {
    var changes = watch.changes()
    guard watch is NoticeWatch else { return changes }
    while true {
      try folder.write("", to: "Fonts/last.txt")
      try await Task.sleep(for: .milliseconds(5))
      let more = watch.changes()
      changes = changes.and(more)
      if case .files(let files) = more, files.contains(where: { $0.hasSuffix("/last.txt") }) {
        return changes
      }
    }
  }

  private func compare(
    _ kept: (outcome: Outcome, site: DraftSite?), _ settings: Settings,
    _ folder: TemporaryFolder, _ step: Comment
  ) async throws {
    let fresh = try await Pipeline(settings).build()
    let late = await kept.site?.searchFindings(after: kept.outcome.diagnostics)
    // Without a site there is no search index to find anything.
    let found = fresh.diagnostics.filter { kept.site != nil || $0.rule.id != "synonym-unused" }
    #expect((late ?? kept.outcome.diagnostics) == found, step)
    #expect(kept.outcome.isRefused == fresh.isRefused, step)
    guard let site = kept.site, !fresh.isRefused else { return }
    let files = try ThemeFolder(name: "", path: folder.at("Output")).files()
    for (path, bytes) in files where !["deskbook.json", "sw.js"].contains(path) {
      if path.hasSuffix(".pdf") { continue }
      let served = try await site.file(path)
      // A build keeps what pages of the one before load; a preview has no such pages.
      let isKept = path.hasPrefix("assets/") && served == nil
      #expect(isKept || served == bytes, "\(step): \(path)")
    }
  }
}
