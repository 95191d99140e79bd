// What is kept of a build in the folder `.deskbook`: enough to say what it said where it need not be done again.

internal import Foundation
internal import Glibc
internal import Handbook
internal import Text

/// The record of a build that published a site.
struct BuildRecord: Codable, Sendable {
  /// A hash of all that the build read: ``BuildInputs/all``.
  let inputs: String
  /// The SHA-256 of the site's manifest, which has that of every other file.
  let manifest: String
  let counts: RunResult.Counts
  let files: Int
  let searchBytes: Int
  let diagnostics: [Diagnostic]

  init(_ outcome: Outcome, _ publication: Publication, _ inputs: BuildInputs) {
    self.inputs = inputs.all
    manifest = publication.manifest
    counts = outcome.counts
    (files, searchBytes) = (publication.files, publication.searchBytes)
    diagnostics = outcome.diagnostics
  }
}

/// Where the last build of an output is recorded.
///
/// Safe to delete. What cannot be read or written here costs the next build its time, nothing else: so no
/// failure is one of the build.
struct BuildRecordFile: Sendable {
  /// Outputs that are remembered.
  private static let mostOutputs = 8
  private let folder: String
  private let file: String

  /// - Parameters:
  ///   - handbook: the folder of the handbook.
  ///   - output: the place of the site, without symbolic links.
  init(handbook: String, output: String) {
    folder = Disk.join(handbook, ".deskbook")
    file = Disk.join(folder, "build-\(ContentHash(Array(output.utf8)).hex)")
  }

  /// The record, unless it was lost, damaged, or is of another version.
  func read() -> BuildRecord? {
    do {
      guard try Disk.facts(file, followingLink: false)?.kind == .file else { return nil }
      let bytes = try Disk.read(file, followingLink: false)
      let hash = bytes.prefix { $0 != 0x0A }
      let rest = Array(bytes.dropFirst(hash.count + 1))
      guard String(decoding: hash, as: UTF8.self) == SHA256.hex(rest) else { return nil }
      return try JSONDecoder().decode(BuildRecord.self, from: Data(rest))
    } catch {
      return nil
    }
  }

  /// Puts a record in the place of the one before: the SHA-256 of the rest on a line, and JSON.
  func write(_ record: BuildRecord) {
    do {
      try Disk.createFolders(folder)
      let ignore = Disk.join(folder, ".gitignore")
      if try Disk.facts(ignore) == nil { try Disk.writeNew(Array("*\n".utf8), to: ignore) }
      let json = [UInt8](try JSONEncoder().encode(record))
      try Disk.replace(
        file, with: Array("\(SHA256.hex(json))\n".utf8) + json, by: "\(file)-\(getpid())")
      try removeOldest()
    } catch {
      return
    }
  }

  private func removeOldest() throws(BuildProblem) {
    var builds: [(modified: Int, path: String)] = []
    for entry in try Disk.entries(of: folder)
    where entry.isText && entry.name.begins(with: "build-") {
      let path = Disk.join(folder, entry.name)
      if let facts = try Disk.facts(path) { builds.append((facts.modified, path)) }
    }
    for (_, path) in builds.sorted(by: { $0.modified > $1.modified }).dropFirst(Self.mostOutputs) {
      _ = Disk.removeTree(path)
    }
  }
}
