// What builds remember never shows: each build finds and makes what one that knows nothing would.

import Handbook
import Testing

@testable import Build

struct RebuildTests {
  private static let theme =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Themes/default"

  private func settings(_ folder: TemporaryFolder) throws -> Settings {
    Settings(
      folder: folder.path, theme: Self.theme, today: try #require(CalendarDate("2026-01-31")),
      workers: 2)
  }

  @Test(arguments: 11...14 as ClosedRange<UInt64>)
  func findsAndMakesWhatAFreshBuildDoes(seed: UInt64) async throws {
    try await inTemporaryFolder { folder in
      var remembering = try settings(folder)
      remembering.remembers = true
      var fresh = try settings(folder)
      fresh.output = folder.at("Fresh")
      var handbook = try RandomHandbook(folder, seed: seed)
      for step in 0..<16 {
        let (again, anew) = (
          try await Pipeline(remembering).publish(), try await Pipeline(fresh).publish()
        )
        #expect(again.diagnostics == anew.diagnostics, "seed \(seed), step \(step)")
        #expect(again.isRefused == anew.isRefused)
        if !anew.isRefused { try compare(folder, "seed \(seed), step \(step)") }
        _ = Disk.removeTree(folder.at("Fresh"))
        for _ in 0..<(step.isMultiple(of: 5) ? 3 : 1) { try handbook.change() }
      }
    }
  }

  /// A change of one page, and what is found on others of which nothing was written.
  @Test(arguments: [
    ("b.md", "# B\n\n## Locks\n\n[Desk](index.md) [C](c.md)\n", ["link-anchor index.md"]),
    ("b.md", "# B\n\n## Keys\n\n[Desk](index.md)\n", ["orphan-page c.md"]),
    (
      "b.md", "# B\n\n## Keys\n\n[C](c.md)\n\n> [!AVOID]\n> Wait there now.\n",
      ["avoided-phrase c.md"]
    ),
    ("index.md", "# Desk\n\n[Keys](b.md#keys) and more.\n", []),
  ])
  func findsOnUnchangedPagesWhatAFreshBuildDoes(
    _ page: String, _ text: String, _ more: [String]
  ) async throws {
    try await inTemporaryFolder { folder in
      var remembering = try settings(folder)
      remembering.remembers = true
      try folder.write(
        "title: Desk\nrules: {missing-owner: off, avoided-phrase: warning}\n",
        to: "Content/handbook.yml")
      try folder.write("# Desk\n\n[Keys](b.md#keys)\n", to: "Content/index.md")
      try folder.write(
        "# B\n\n## Keys\n\n[Desk](index.md) [C](c.md)\n", to: "Content/b.md")
      try folder.write(
        """
        No title here.

        <!-- deskbook: allow raw-html our own theme shows it -->
        <b>x</b>

        > [!SAY]
        > Wait there now.
        """, to: "Content/c.md")
      func found(_ settings: Settings) async throws -> [String] {
        try await Pipeline(settings).publish().diagnostics.map { "\($0.rule.id) \($0.path)" }
      }
      let before = try await found(remembering)
      #expect(before == ["missing-title c.md"])
      try folder.write(text, to: "Content/\(page)")
      #expect(try await found(remembering).sorted() == (before + more).sorted())
    }
  }

  /// Pages in folders of their own, so that no navigation shows what else would have to.
  private static let apart = [
    "handbook.yml":
      "title: Desk\nrules: {missing-owner: off, link-target: warning, orphan-page: off}\n",
    "index.md": "# Desk\n\n[One](a/one.md)\n",
    "a/index.md": "# First\n",
    "a/one.md": "---\ntags: [late]\n---\n# One\n\n[Gone](/c/gone.md), [folder](/d/)\n",
    "a/two.md": "# Two\n\n> [!SAY]\n> Look [here](/c/four.md).\n",
    "b/index.md": "# Second\n",
    "b/three.md": "---\ntags: [late]\n---\n# Three\n\n[One](/a/one.md)\n",
    "c/four.md": "# Four\n\n> [!SAY]\n> I see.\n", "d/five.md": "# Five\n",
  ]

  private struct Change: Sendable, CustomTestStringConvertible {
    let page: String
    /// Nil where it is removed.
    let text: String?
    /// Files of other pages that show it.
    let others: [String]

    init(_ page: String, _ text: String?, _ others: [String]) {
      (self.page, self.text, self.others) = (page, text, others)
    }

    var testDescription: String { page }
  }

  private static let changes = [
    Change(
      "b/three.md", "---\ntags: [late]\n---\n# Three\n\n[Two](/a/two.md)\n", ["a/one", "a/two"]),
    Change(
      "b/three.md", "---\ntags: [late]\n---\n# Third\n\n[One](/a/one.md)\n", ["a/one"]),
    Change("b/three.md", "# Three\n\nText.\n", ["a/one"]),
    Change("b/index.md", "# Other\n", ["a/two", "b/three"]),
    Change("c/four.md", "# Fourth\n\n> [!SAY]\n> I see.\n", ["d/five", "phrases"]),
    Change("c/gone.md", "# Gone\n", ["a/one", "c/four"]),
    Change("d/index.md", "# Fifth\n", ["a/one"]),
    Change("d/README.md", "# Fifth\n", ["a/one"]), Change("c/four.md", nil, ["a/two", "phrases"]),
    Change("b/new.md", "---\ntags: [late]\n---\n# New\n", ["a/one", "b/three"]),
    Change("glossary.md", "# Words\n\n## Two\n\nOne and one.\n", ["a/one"]),
    Change("a/two.md", "# Two\n", ["phrases"]),
  ]

  /// What a change of one page changes in the files of others.
  @Test(arguments: changes)
  private func changesWhatOtherPagesShow(_ change: Change) async throws {
    try await inTemporaryFolder { folder in
      var remembering = try settings(folder)
      remembering.remembers = true
      for (path, text) in Self.apart { try folder.write(text, to: "Content/\(path)") }
      _ = try await Pipeline(remembering).publish()
      func files() throws -> [String: [UInt8]] {
        try ThemeFolder(name: "", path: folder.at("Output")).files()
      }
      let before = try files()
      if let text = change.text {
        try folder.write(text, to: "Content/\(change.page)")
      } else {
        _ = Disk.removeTree(folder.at("Content/\(change.page)"))
      }
      _ = try await Pipeline(remembering).publish()
      var fresh = try settings(folder)
      fresh.output = folder.at("Fresh")
      _ = try await Pipeline(fresh).publish()
      try compare(folder, change.page)
      let after = try files()
      for name in change.others {
        #expect(before[name + ".html"] != after[name + ".html"], "\(name)")
      }
    }
  }

  private func compare(_ folder: TemporaryFolder, _ step: String) throws {
    let output = try ThemeFolder(name: "", path: folder.at("Output")).files()
    let fresh = try ThemeFolder(name: "", path: folder.at("Fresh")).files()
    for (path, bytes) in fresh where path != "deskbook.json" {
      #expect(output[path] == bytes, "\(step): \(path)")
    }
    let listed = SiteManifest(output["deskbook.json"] ?? [])?.files
    #expect(listed == SiteManifest(fresh["deskbook.json"] ?? [])?.files, "\(step)")
  }
}
