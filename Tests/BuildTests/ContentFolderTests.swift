// What the content folder gives, and what it refuses.

import Handbook
import Testing

@testable import Build

struct ContentFolderTests {
  private func paths(_ folder: TemporaryFolder) throws -> [String] {
    try ContentFolder(folder.at("Content")).list().files.map(\.text)
  }

  @Test func listsFilesByTheBytesOfTheirPaths() async throws {
    try await inTemporaryFolder { folder in
      for name in ["b.md", "a/z.md", "a.md", "B.md", "a-b.md", "é.md"] {
        try folder.write("# A\n", to: "Content/\(name)")
      }
      #expect(try paths(folder) == ["B.md", "a-b.md", "a.md", "a/z.md", "b.md", "é.md"])
    }
  }

  @Test func skipsNamesThatBeginWithADotOrAnUnderscore() async throws {
    try await inTemporaryFolder { folder in
      for name in [".git/config", "_drafts/a.md", "a/_b.md", "a/.c.md", "a/d_.md"] {
        try folder.write("# A\n", to: "Content/\(name)")
      }
      #expect(try paths(folder) == ["a/d_.md"])
    }
  }

  @Test func leavesOutWhatEditorsAndSystemsLeaveBehind() async throws {
    try await inTemporaryFolder { folder in
      let litter = [
        "~$fees.docx", "fees.md~", "fees.md.bak", "#fees.md#", "fees.md.swp", "Thumbs.db",
        "a/desktop.ini", "a/Icon\r", ".~lock.fees.odt#",
      ]
      for name in litter + ["fees.md", "a/swap.pdf", "a/bakery.txt"] {
        try folder.write("# A\n", to: "Content/\(name)")
      }
      let listing = try ContentFolder(folder.at("Content")).list()
      #expect(listing.files.map(\.text) == ["a/bakery.txt", "a/swap.pdf", "fees.md"])
      #expect(listing.diagnostics.isEmpty)
    }
  }

  @Test func namesPagesThatAreSkippedAndSettingsThatAreNotRead() async throws {
    try await inTemporaryFolder { folder in
      for name in ["calls/_index.md", "calls/_late.md", "index.md", "_notes/a.md"] {
        try folder.write("# A\n", to: "Content/\(name)")
      }
      for name in ["handbook.yaml", "Handbook.yml", "synonym.txt", "searchtests.yml", "a.txt"] {
        try folder.write("x\n", to: "Content/\(name)")
      }
      let content = try await ContentFolder(folder.at("Content")).load(width: 1)
      #expect(content.files.map(\.text) == ["a.txt"])
      #expect(
        content.diagnostics.map { "\($0.rule.id) \($0.path) \($0.message)" }.sorted() == [
          "settings-name Handbook.yml this file is not read: its name is not handbook.yml",
          "settings-name handbook.yaml this file is not read: its name is not handbook.yml",
          "settings-name searchtests.yml this file is not read: its name is not search-tests.yml",
          "settings-name synonym.txt this file is not read: its name is not synonyms.txt",
          "skipped-page _notes/a.md this page and 2 more are left out, as their names or their "
            + "folders' begin with _ or .",
        ])
    }
  }

  @Test func countsPagesBelowFoldersThatAreSkippedAndLeavesThoseOfToolsAlone() async throws {
    try await inTemporaryFolder { folder in
      for name in [".git/a.md", ".obsidian/b.md", "_pictures/a.png", "index.md", "_old/~$a.md"] {
        try folder.write("# A\n", to: "Content/\(name)")
      }
      #expect(try ContentFolder(folder.at("Content")).list().diagnostics.isEmpty)
      try folder.write("# A\n", to: "Content/.gitbook/includes/deep/note.md")
      let found = try ContentFolder(folder.at("Content")).list().diagnostics
      #expect(found.map(\.path.text) == [".gitbook/includes/deep/note.md"])
    }
  }

  @Test func namesPicturesThatAreTooLargeOrNotShown() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("# A\n", to: "Content/index.md")
      let megabytes = String(repeating: "x", count: 2_000_000)
      try folder.write(megabytes, to: "Content/small.jpg")
      try folder.write(megabytes + "x", to: "Content/large.jpg")
      try folder.write(megabytes + "x", to: "Content/large.pdf")
      try folder.write("x", to: "Content/phone.HEIC")
      let content = try await ContentFolder(folder.at("Content")).load(width: 1)
      #expect(
        content.diagnostics.map { "\($0.rule.id) \($0.path)" }.sorted() == [
          "picture-file large.jpg", "picture-file phone.HEIC",
        ])
    }
  }

  @Test func stopsWhereTheConfigurationHasAnotherName() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("# A\n", to: "Content/index.md")
      try folder.write("title: A\n", to: "Content/handbook.yaml")
      let folderOfContent = try ContentFolder(folder.at("Content"))
      #expect(try await folderOfContent.load(width: 1).diagnostics.map(\.severity) == [.error])
      try folder.write("title: A\n", to: "Content/handbook.yml")
      #expect(try await folderOfContent.load(width: 1).diagnostics.map(\.severity) == [.warning])
    }
  }

  @Test func refusesAFolderWithoutAPage() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("title: Desk\n", to: "Content/handbook.yml")
      let content = try await ContentFolder(folder.at("Content")).load(width: 1)
      #expect(content.diagnostics.map(\.rule) == [FileRules.noPages])
    }
  }

  @Test(arguments: [
    "a?b.md", "what*.md", "a|b.md", "con.md", "Lpt1.txt", "dot.", "space ", "a<b.md", "q\"q.md",
  ])
  func refusesNamesThatWindowsCannotHold(_ name: String) async throws {
    try await inTemporaryFolder { folder in
      for name in [name, "console.md", "com.md", "lpt10.txt"] {
        try folder.write("# A\n", to: "Content/\(name)")
      }
      let listing = try ContentFolder(folder.at("Content")).list()
      #expect(listing.files.map(\.text) == ["com.md", "console.md", "lpt10.txt"])
      #expect(listing.diagnostics.map(\.path.text) == [name])
    }
  }

  @Test func followsLinksThatStayInside() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("# A\n", to: "Content/a/page.md")
      try folder.link("Content/b", to: "a")
      try folder.link("Content/c.md", to: "a/page.md")
      #expect(try paths(folder) == ["a/page.md", "b/page.md", "c.md"])
    }
  }

  @Test func refusesLinksThatLeaveTheFolder() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("secret\n", to: "secret.md")
      try folder.write("# A\n", to: "ContentOther/a.md")
      try folder.write("# A\n", to: "Content/a.md")
      try folder.link("Content/b.md", to: "../secret.md")
      try folder.link("Content/c", to: "../ContentOther")
      try folder.link("Content/d.md", to: "nowhere.md")
      try folder.link("Content/e.md", to: "e.md")
      let listing = try ContentFolder(folder.at("Content")).list()
      #expect(listing.files.map(\.text) == ["a.md"])
      #expect(listing.diagnostics.map(\.path.text) == ["b.md", "c", "d.md", "e.md"])
      #expect(listing.diagnostics.allSatisfy { $0.rule == FileRules.symlink })
    }
  }

  @Test func endsWhereFoldersHoldEachOther() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("# A\n", to: "Content/a/page.md")
      try folder.link("Content/a/up", to: "..")
      try folder.link("Content/a/self", to: ".")
      #expect(try paths(folder) == ["a/page.md"])
    }
  }

  @Test func reportsTheFirstByteThatIsNotUTF8() async throws {
    try await inTemporaryFolder { folder in
      try folder.write(Array("# Caf".utf8) + [0xE9, 0x0A], to: "Content/a.md")
      try folder.write(Array("title: A\n".utf8) + [0xFF], to: "Content/handbook.yml")
      try folder.write([0xFF, 0xD8], to: "Content/photo.jpg")
      let content = try await ContentFolder(folder.at("Content")).load(width: 2)
      #expect(content.diagnostics.map(\.path.text) == ["a.md", "handbook.yml"])
      #expect(content.diagnostics.map(\.range.lowerBound) == [5, 9])
      #expect(content.pages.isEmpty)
      #expect(content.files.map(\.text) == ["photo.jpg"])
    }
  }

  @Test(
    arguments: [
      ([0x61, 0xC3], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0), ([0x61, 0x62, 0x80, 0x61], 2),
      ([0xF4, 0x90, 0x80, 0x80], 0),
    ] as [([UInt8], Int)])
  func findsInvalidBytes(bytes: [UInt8], offset: Int) {
    #expect(ContentFolder.firstInvalidByte(of: bytes) == offset)
  }

  @Test func refusesAPageAboveTheLimit() async throws {
    try await inTemporaryFolder { folder in
      let bytes = [UInt8](repeating: 0x61, count: Limits.pageBytes + 1)
      try folder.write(bytes, to: "Content/a.md")
      let content = try await ContentFolder(folder.at("Content")).load(width: 1)
      #expect(content.diagnostics.map(\.rule) == [FileRules.size])
    }
  }

  @Test func refusesFilesThatABrowserWouldRun() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("# Desk\n", to: "Content/index.md")
      try folder.write("<p>", to: "Content/a.html")
      try folder.write("<svg><script/></svg>", to: "Content/b.svg")
      try folder.write("<svg><path d='M0'/></svg>", to: "Content/c.svg")
      try folder.write("\u{FEFF} <p>", to: "Content/d")
      try folder.write("text", to: "Content/e")
      let content = try await ContentFolder(folder.at("Content")).load(width: 1)
      #expect(content.diagnostics.map(\.path.text) == ["a.html", "b.svg", "d"])
      #expect(content.diagnostics.allSatisfy { $0.rule == ActiveFile.rule })
    }
  }

  @Test func refusesNamesThatNoAddressCanHold() async throws {
    try await inTemporaryFolder { folder in
      for name in ["a:b.md", "a\\b.md", "a\u{1B}.md", "fine page.md"] {
        try folder.write("# A\n", to: "Content/\(name)")
      }
      let listing = try ContentFolder(folder.at("Content")).list()
      #expect(listing.files.map(\.text) == ["fine page.md"])
      #expect(listing.diagnostics.map(\.rule) == [FileRules.name, FileRules.name, FileRules.name])
    }
  }

  @Test func saysThatThereIsNoContent() async throws {
    try await inTemporaryFolder { folder in
      #expect {
        _ = try ContentFolder(folder.at("Content"))
      } throws: { error in
        if case BuildProblem.noContent? = error as? BuildProblem { true } else { false }
      }
    }
  }
}
