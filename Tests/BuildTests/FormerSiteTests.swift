// A site that is made in the folder of a former one holds what it would hold in an empty one.

import Cards
import Glibc
import Site
import Testing

@testable import Build

struct FormerSiteTests {
  /// One output folder with its shelf, and builds of sites given by their files.
  private struct Desk {
    let folder: TemporaryFolder
    let publisher: Publisher
    let shelf: String

    init(_ folder: TemporaryFolder) throws {
      self.folder = folder
      try Disk.createFolders(folder.at("Content"))
      publisher = Publisher(
        output: folder.at("Output"), content: try ContentFolder(folder.at("Content")))
      shelf = folder.at("former")
    }

    /// Builds as a run that remembers does: files that stand are taken over, others written.
    func publish(
      _ files: [String: String], moved: (String) -> String? = { _ in nil }
    ) async throws -> (digest: String, shortfalls: [Shortfall]) {
      let known = await EarlierSite(at: folder.at("Output"), width: 1)
      let former = await FormerSite(at: shelf, width: 1)
      let staging = try await publisher.begin(after: known, in: former) {}
      var listed: [(key: String, value: JSON)] = []
      for (path, text) in files.sorted(by: { $0.key < $1.key }) {
        let (bytes, hash) = (Array(text.utf8), SHA256.hex(Array(text.utf8)))
        let place = moved(path) ?? path
        if known?.manifest?.files[place] == hash {
          #expect(try staging.take(place, as: path)?.hash == hash)
        } else {
          try staging.write(bytes, to: path, hash: known == nil ? nil : hash)
        }
        listed.append((path, .string(hash)))
      }
      let manifest = JSON.object([("generator", .string("Deskbook")), ("files", .object(listed))])
      try staging.write(manifest.bytes, to: SiteManifest.name)
      let digest = staging.digest
      return (digest, try await staging.commit(keepingAs: shelf))
    }

    /// The site as it stands, without its manifest.
    func site() throws -> [String: String] {
      var files: [String: String] = [:]
      for (path, bytes) in try ThemeFolder(name: "", path: folder.at("Output")).files()
      where path != SiteManifest.name {
        files[path] = String(decoding: bytes, as: UTF8.self)
      }
      return files
    }

    func number(_ path: String) throws -> UInt? { try Disk.facts(folder.at(path))?.identity.number }
  }

  /// Eight pages that are always there, so that most of a site stays.
  private static let rest = Dictionary(
    uniqueKeysWithValues: (0..<8).map { ("part/page-\($0).html", "page \($0)") })

  @Test func takesWhatIsTheSameAndLeavesNothingElse() async throws {
    try await inTemporaryFolder { folder in
      let desk = try Desk(folder)
      _ = try await desk.publish(Self.rest.merging(["a.html": "1", "old/b.html": "b"]) { $1 })
      #expect(try !folder.exists("former"), "nothing was replaced")
      _ = try await desk.publish(Self.rest.merging(["a.html": "2", "old/b.html": "b"]) { $1 })
      #expect(try folder.text("former/a.html") == "1")
      let (kept, top) = (
        try desk.number("Output/part/page-3.html"), try desk.number("former")
      )
      let third = Self.rest.merging(["a.html": "3"]) { $1 }
      _ = try await desk.publish(third)
      #expect(try desk.site() == third)
      #expect(try desk.number("Output") == top, "made in the former site's folder")
      #expect(try desk.number("Output/part/page-3.html") == kept)
      #expect(try folder.names(in: "Output") == ["a.html", SiteManifest.name, "part"])
      #expect(try folder.text("former/a.html") == "2")
      #expect(try folder.names() == ["Content", "Output", "former"])
    }
  }

  @Test func isNotKeptWhereLittleStays() async throws {
    try await inTemporaryFolder { folder in
      let desk = try Desk(folder)
      _ = try await desk.publish(Self.rest)
      _ = try await desk.publish(Self.rest.merging(["a.html": "1"]) { $1 })
      #expect(try folder.exists("former"))
      _ = try await desk.publish(Self.rest.mapValues { $0 + " again" })
      #expect(try folder.names() == ["Content", "Output"])
    }
  }

  /// What somebody does to a former site never shows in one that is made in it.
  @Test(arguments: [
    "another text", "another file", "a file more", "a hidden file", "a name that is no text",
    "a file less", "a folder in the place of a file", "a link", "a link in the place of it",
    "a file in the place of it", "nothing there", "another site's",
  ])
  func trustsNoFormerSite(_ change: String) async throws {
    try await inTemporaryFolder { folder in
      let desk = try Desk(folder)
      _ = try await desk.publish(Self.rest)
      _ = try await desk.publish(Self.rest.merging(["a.html": "1"]) { $1 })
      let file = "former/part/page-2.html"
      switch change {
      case "another text", "another site's":
        // Another file in its place: the site that stands has this one, too.
        try folder.write("Page 2", to: file)
        if change == "another site's" { try folder.write("{}", to: "former/deskbook.json") }
      case "another file": try folder.write("page 2", to: file)
      case "a file more": try folder.write("mine", to: "former/part/more/mine.html")
      case "a hidden file": try folder.write("mine", to: "former/.git/HEAD")
      case "a name that is no text":
        let odd = Array(folder.at("former/part/odd").utf8CString.dropLast()) + [-1, 0]
        #expect(close(creat(odd, 0o600)) == 0)
      case "a file less": _ = Disk.removeTree(folder.at(file))
      case "a folder in the place of a file": try folder.write("x", to: "former/a2.html/x/y.html")
      case "a link":
        _ = Disk.removeTree(folder.at(file))
        try folder.link(file, to: folder.at("Content"))
      case "a link in the place of it":
        try Disk.rename(folder.at("former"), to: folder.at("elsewhere"))
        try folder.link("former", to: folder.at("elsewhere"))
        try folder.write("mine", to: "elsewhere/mine.html")
      case "a file in the place of it": try folder.write("mine", to: "former")
      default: _ = Disk.removeTree(folder.at("former"))
      }
      let next = Self.rest.merging(["a2.html": "2"]) { $1 }
      let published = try await desk.publish(next)
      #expect(try desk.site() == next)
      let names = Self.rest.keys.map { String($0.dropFirst("part/".count)) }
      #expect(try folder.names(in: "Output/part") == names.sorted())
      #expect(try !folder.names(in: "Output").contains(".git"))
      if try folder.exists("elsewhere") {
        #expect(try folder.text("elsewhere/mine.html") == "mine")
      }
      #expect(try await SiteMarks(of: folder.at("Output"), width: 1).digest == published.digest)
    }
  }

  /// Sites of any files, of which names turn into folders and back, and folders take other names.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func holdsWhatItWouldInAnEmptyFolder(seed: UInt64) async throws {
    try await inTemporaryFolder { folder in
      let desk = try Desk(folder)
      var random = SplitMix(state: seed)
      var state = 0
      var before: [String: String] = [:]
      var places: [String] = []
      for step in 0..<30 {
        var files = Self.rest
        let loose = ["a", "a/b", "a/b/c", "b", "b/c", "c.html"]
        for path in loose.shuffled(using: &random).prefix(4) {
          let isAbove = files.keys.contains {
            $0.hasPrefix(path + "/") || path.hasPrefix($0 + "/")
          }
          if !isAbove { files[path] = "\(Int.random(in: 0..<3, using: &random))" }
        }
        // Shards, in a folder that is named after what is in it; that of the site before stays.
        if Bool.random(using: &random) { state = Int.random(in: 0..<4, using: &random) }
        let shards = "search/s-state\(state)"
        for shard in 0..<6 { files["\(shards)/\(shard % 2)/\(shard).js"] = "\(shard == state)" }
        let last = places.last(where: { $0 != shards })
        for (path, text) in before where last.map({ path.hasPrefix($0 + "/") }) ?? false {
          files[path] = text
        }
        let published = try await desk.publish(files) { path in
          guard path.hasPrefix(shards), before[path] == nil, let place = places.last
          else { return nil }
          return place + path.dropFirst(shards.count)
        }
        #expect(try desk.site() == files, "seed \(seed), step \(step)")
        #expect(
          try await SiteMarks(of: folder.at("Output"), width: 1).digest == published.digest,
          "seed \(seed), step \(step)")
        places.append(shards)
        before = files
      }
    }
  }
}
