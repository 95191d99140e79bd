// A watch that looks now and then misses nothing that comes before its first look.

import Testing

@testable import Build

struct PollingWatchTests {
  private let patience = Duration.seconds(30)

  @Test func noticesAChangeRightAfterTheFoldersWereNamed() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("one", to: "Content/index.md")
      let watch = PollingWatch()
      _ = watch.follow([WatchedFolder(folder.at("Content"))])
      let seen = watch.signal.count
      try folder.write("one more", to: "Content/index.md")
      await watch.signal.wait(past: seen, atMost: patience)
      #expect(watch.signal.count > seen)
    }
  }

  @Test func noticesWhatChangedBeforeOtherFoldersWereNamed() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("one", to: "Content/index.md")
      try folder.write("{}", to: "Themes/own/theme.yml")
      let watch = PollingWatch()
      let content = WatchedFolder(folder.at("Content"))
      _ = watch.follow([content])
      let seen = watch.signal.count
      try folder.write("one more", to: "Content/index.md")
      _ = watch.follow([content, WatchedFolder(folder.at("Themes/own"))])
      await watch.signal.wait(past: seen, atMost: patience)
      #expect(watch.signal.count > seen)
    }
  }

  @Test func keepsStillWhileNothingChanges() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("one", to: "Content/index.md")
      let watch = PollingWatch()
      for _ in 0..<3 {
        #expect(watch.follow([WatchedFolder(folder.at("Content"))]))
        try await Task.sleep(for: .milliseconds(150))
      }
      #expect(watch.signal.count == 0)
    }
  }
}
