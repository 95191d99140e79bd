// Pages that take too long end a run by name; others come back in order.

import Handbook
import Synchronization
import Testing

@testable import Build

struct PageWatchTests {
  private static let theme =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Themes/default"
  /// The parser looks at all brackets after an address for each of them: about a second.
  private static let slow =
    "---\nowner: Lead\n---\n\n# Slow\n\nhttp://a"
    + String(repeating: ")", count: 60_000)

  private func settings(_ folder: TemporaryFolder, budget: Duration) throws -> Settings {
    var settings = Settings(
      folder: folder.path, theme: Self.theme,
      today: try #require(CalendarDate("2026-01-31")), workers: 2)
    settings.pageBudget = budget
    return settings
  }

  private func problem(_ pipeline: Pipeline) async -> BuildProblem? {
    do throws(BuildProblem) {
      _ = try await pipeline.draft()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [1, 2, 5])
  func keepsTheOrderOfPages(width: Int) async throws {
    let files = try (0..<300).map {
      SourceFile(path: try ContentPath("\($0).md"), bytes: Array("\($0)".utf8))
    }
    let read = try await PageWatch(files, budget: .seconds(20)) { $0.bytes }.results(width: width)
    #expect(read == files.map(\.bytes))
    let none = try await PageWatch([], budget: .zero) { $0.bytes }.results(width: width)
    #expect(none.isEmpty)
  }

  @Test func namesAPageBeyondItsBudgetAndLeavesTheSite() async throws {
    try await inTemporaryFolder { folder in
      for number in 0..<20 { try folder.write("# Page\n", to: "Content/page-\(number).md") }
      try folder.write("# Desk\n", to: "Content/index.md")
      _ = try await Pipeline(settings(folder, budget: .seconds(20))).publish()
      let before = try ThemeFolder(name: "", path: folder.at("Output")).files()
      try folder.write(Self.slow, to: "Content/slow.md")
      let failure = await #expect(throws: BuildProblem.self) {
        try await Pipeline(settings(folder, budget: .milliseconds(50))).publish()
      }
      guard case .tooSlow(let finding, let file)? = failure else {
        Issue.record("not refused: \(String(describing: failure))")
        return
      }
      #expect(finding.rule == PageSize.rule && finding.path.text == "slow.md")
      #expect(file.lines.position(of: finding.range.lowerBound).line == 5)
      #expect(finding.message.hasPrefix("this page takes more than 0.05 s"))
      #expect(try ThemeFolder(name: "", path: folder.at("Output")).files() == before)
      #expect(try folder.names() == ["Content", "Output"])
    }
  }

  @Test func refusesFurtherRunsOnlyWhileThePageIsRead() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("# Desk\n", to: "Content/index.md")
      let page = SourceFile(path: try ContentPath("index.md"), bytes: [])
      let isReleased = Mutex(false)
      let watch = PageWatch([page], budget: .milliseconds(5)) { _ in
        while !isReleased.withLock(\.self) {}
      }
      let session = SessionCache()
      do throws(BuildProblem) {
        _ = try await watch.results(width: 2)
        Issue.record("not refused")
      } catch {
        session.keep(error, whileTrue: { watch.isAtWork })
      }
      let pipeline = try Pipeline(settings(folder, budget: .seconds(20)), session: session)
      guard case .tooSlow? = await problem(pipeline) else {
        Issue.record("read beside a page that never ends")
        return
      }
      isReleased.withLock { $0 = true }
      while watch.isAtWork { await Task.yield() }
      #expect(await problem(pipeline) == nil)
    }
  }

  @Test func refusesAPageThatEndedBeyondItsBudget() async throws {
    let files = try ["a.md", "b.md", "c.md"].map {
      SourceFile(path: try ContentPath($0), bytes: [])
    }
    let failure = await #expect(throws: BuildProblem.self) {
      // Shorter than the pause between two looks.
      try await PageWatch(files, budget: .milliseconds(2)) { file in
        if file.path.text == "a.md" { return }
        for _ in 0..<3_000_000 where Task.isCancelled { return }
      }.results(width: 1)
    }
    guard case .tooSlow(_, let file)? = failure else {
      Issue.record("not refused")
      return
    }
    #expect(file.path.text == "b.md")
  }
}
