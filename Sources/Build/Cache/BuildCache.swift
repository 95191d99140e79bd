// The folder `.deskbook` of a handbook: what builds remember there.

internal import Foundation
internal import Glibc
internal import Handbook

/// Records of the last build, one for each output folder.
///
/// Safe to delete. What cannot be read or written here costs the next build its time, nothing else: so no
/// failure is one of the build.
struct BuildCache: Sendable {
  static let name = ".deskbook"

  private let folder: String
  private let file: String

  /// - Parameters:
  ///   - folder: the cache's own.
  ///   - output: the place of the site, without symbolic links.
  init(folder: String, output: String) {
    self.folder = folder
    file = Disk.join(folder, "build-\(ContentHash(Array(output.utf8)).hex)")
  }

  /// The record of the build that made the site, unless it was lost or damaged.
  func read() -> BuildRecord? {
    do throws(BuildProblem) {
      guard try Disk.facts(file, followingLink: false)?.kind == .file else { return nil }
      return BuildRecord(try Disk.read(file, followingLink: false))
    } catch {
      return nil
    }
  }

  /// Puts a record in the place of the one before.
  func write(_ record: BuildRecord) {
    let draft = "\(file)-\(getpid())"
    do {
      try Disk.createFolders(folder)
      let ignore = Disk.join(folder, ".gitignore")
      if try Disk.facts(ignore) == nil { try Disk.writeNew(Array("*\n".utf8), to: ignore) }
      try Disk.writeNew(try record.bytes, to: draft)
      try Disk.rename(draft, to: file)
    } catch {
      _ = unsafe unlink(draft)
    }
  }
}
