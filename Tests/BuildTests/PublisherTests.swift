// A site takes the place of the one before it, whole or not at all.

import Glibc
import Testing

@testable import Build

struct PublisherTests {
  private static func manifest(_ files: [String] = []) -> String {
    let list = files.sorted().map { "\"\($0)\": \"\"" }.joined(separator: ", ")
    return "{\n  \"generator\": \"Deskbook\", \"files\": {\(list)}\n}\n"
  }

  private func publisher(_ folder: TemporaryFolder, patience: Duration = .seconds(20)) throws
    -> Publisher
  {
    try Disk.createFolders(folder.at("Content"))
    return Publisher(
      output: folder.at("Output"), content: try ContentFolder(folder.at("Content")),
      patience: patience)
  }

  private func stage(_ files: [String: String], in staging: Staging) throws {
    for (path, text) in files { try staging.write(Array(text.utf8), to: path) }
    try staging.write(Array(Self.manifest(Array(files.keys)).utf8), to: "deskbook.json")
  }

  private func publish(_ files: [String: String], _ folder: TemporaryFolder) async throws {
    let staging = try await publisher(folder).begin()
    try stage(files, in: staging)
    try await staging.commit()
  }

  private func number(_ path: String) throws -> UInt? { try Disk.facts(path)?.identity.number }

  @Test func publishesTheFirstSite() async throws {
    try await inTemporaryFolder { folder in
      try await publish(["index.html": "one", "a/b.html": "two"], folder)
      #expect(try folder.text("Output/index.html") == "one")
      #expect(try folder.text("Output/a/b.html") == "two")
      #expect(try folder.names() == ["Content", "Output"])
    }
  }

  @Test func replacesASiteAndDropsWhatIsGone() async throws {
    try await inTemporaryFolder { folder in
      try await publish(["index.html": "one", "gone/page.html": "x", "same.html": "s"], folder)
      let same = try number(folder.at("Output/same.html"))
      try await publish(["index.html": "new", "same.html": "s"], folder)
      #expect(try folder.text("Output/index.html") == "new")
      #expect(try folder.names(in: "Output") == ["deskbook.json", "index.html", "same.html"])
      #expect(try number(folder.at("Output/same.html")) == same, "an equal file is linked")
      #expect(try folder.names() == ["Content", "Output"])
    }
  }

  @Test func keepsHiddenFilesAtTheTop() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("", to: "Output/.gitkeep")
      try await publish(["index.html": "one"], folder)
      try folder.write("ref", to: "Output/.git/HEAD")
      try await publish(["index.html": "two"], folder)
      #expect(
        try folder.names(in: "Output") == [".git", ".gitkeep", "deskbook.json", "index.html"])
      #expect(try folder.text("Output/.git/HEAD") == "ref")
    }
  }

  @Test func neverTouchesAForeignFolder() async throws {
    try await inTemporaryFolder { folder in
      try folder.write("mine", to: "Output/thesis.txt")
      try folder.write("{\"name\": \"other\"}", to: "Output/deskbook.json")
      await #expect(throws: BuildProblem.self) { try await publish(["index.html": "x"], folder) }
      #expect(try folder.names(in: "Output") == ["deskbook.json", "thesis.txt"])
      #expect(try folder.names() == ["Content", "Output"])
    }
  }

  @Test func leavesTheOldSiteWhenWritingFails() async throws {
    try await inTemporaryFolder { folder in
      try await publish(["index.html": "old"], folder)
      let staging = try await publisher(folder).begin()
      try staging.write([0x61], to: "page")
      #expect(throws: BuildProblem.self) { try staging.write([0x62], to: "page/below.html") }
      #expect(throws: BuildProblem.self) { try staging.write([0x62], to: "page") }
      staging.discard()
      #expect(try folder.text("Output/index.html") == "old")
      #expect(try folder.names() == ["Content", "Output"])
    }
  }

  @Test func clearsWhatAKilledBuildLeft() async throws {
    try await inTemporaryFolder { folder in
      try await publish(["index.html": "old"], folder)
      try folder.write("half", to: ".Output.deskbook-999999/index.html")
      try folder.write("kept", to: ".Output.deskbook-999998/.git/HEAD")
      try folder.write("mine", to: ".Output.deskbook-notes/a.txt")
      try await publish(["index.html": "new"], folder)
      #expect(try folder.names() == [".Output.deskbook-notes", "Content", "Output"])
      #expect(try folder.text("Output/index.html") == "new")
      #expect(try folder.text("Output/.git/HEAD") == "kept")
    }
  }

  @Test func mendsABuildKilledBetweenTwoRenames() async throws {
    try await inTemporaryFolder { folder in
      try await publish(["index.html": "old"], folder)
      try Disk.rename(folder.at("Output"), to: folder.at(".Output.deskbook-999999-old"))
      let staging = try await publisher(folder).begin()
      #expect(try folder.text("Output/index.html") == "old")
      staging.discard()
      #expect(try folder.names() == ["Content", "Output"])
    }
  }

  @Test func replacesWithTwoRenamesWhereThereIsNoExchange() async throws {
    try await inTemporaryFolder { folder in
      try await publish(["index.html": "old"], folder)
      let staging = try await publisher(folder).begin()
      try stage(["index.html": "new"], in: staging)
      let retired = try staging.renameTwice()
      #expect(try folder.text("Output/index.html") == "new")
      #expect(try Disk.read(retired + "/index.html") == Array("old".utf8))
      staging.discard()
    }
  }

  @Test func waitsForAnotherBuild() async throws {
    try await inTemporaryFolder { folder in
      let first = try await publisher(folder).begin()
      await #expect(throws: BuildProblem.self) {
        _ = try await publisher(folder, patience: .milliseconds(80)).begin()
      }
      async let second: Void = publish(["index.html": "second"], folder)
      try await Task.sleep(for: .milliseconds(80))
      try stage(["index.html": "first"], in: first)
      try await first.commit()
      try await second
      #expect(try folder.text("Output/index.html") == "second")
      #expect(try folder.names() == ["Content", "Output"])
    }
  }

  @Test func publishesToTheTargetOfALink() async throws {
    try await inTemporaryFolder { folder in
      try Disk.createFolders(folder.at("www/desk"))
      try folder.link("Output", to: "www/desk")
      try await publish(["index.html": "one"], folder)
      #expect(try Disk.facts(folder.at("Output"), followingLink: false)?.kind == .link)
      #expect(try folder.text("www/desk/index.html") == "one")
      #expect(try folder.names(in: "www") == ["desk"])
    }
  }

  @Test func keepsThePermissionsOfTheFolder() async throws {
    try await inTemporaryFolder { folder in
      try await publish(["index.html": "one"], folder)
      #expect(chmod(folder.at("Output"), 0o2775) == 0)
      try await publish(["index.html": "two"], folder)
      #expect(try Disk.facts(folder.at("Output"))?.mode == 0o2775)
    }
  }

  @Test(arguments: [
    "Content", "Content/site", "Content/new/site", ".", "Content/../Content", "link",
  ])
  func refusesAnOutputThatMeetsTheContent(output: String) async throws {
    try await inTemporaryFolder { folder in
      try folder.write("# A\n", to: "Content/a.md")
      try folder.link("link", to: "Content")
      let publisher = Publisher(
        output: folder.at(output), content: try ContentFolder(folder.at("Content")))
      #expect {
        try publisher.examine()
      } throws: { error in
        if case BuildProblem.outputMeetsContent? = error as? BuildProblem { true } else { false }
      }
    }
  }

  @Test func acceptsAnOutputBesideContentWhoseNameBeginsAlike() async throws {
    try await inTemporaryFolder { folder in
      try Disk.createFolders(folder.at("Content"))
      let content = try ContentFolder(folder.at("Content"))
      try Publisher(output: folder.at("Content-site"), content: content).examine()
    }
  }
}
