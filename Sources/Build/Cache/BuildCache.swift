// The folder `.deskbook` of a handbook: what builds remember there.

internal import Cards
internal import Foundation
internal import Glibc
internal import Handbook

/// For each output folder the record of the last build, and the states of its large search indexes.
///
/// Safe to delete. What cannot be read or written here costs the next build its time, nothing else: so no
/// failure is one of the build.
struct BuildCache: Sendable {
  static let name = ".deskbook"

  private let folder: String
  private let file: String
  /// What the names of files with states of search indexes begin with.
  private let states: String

  /// - Parameters:
  ///   - folder: the cache's own.
  ///   - output: the place of the site, without symbolic links.
  init(folder: String, output: String) {
    self.folder = folder
    let hash = ContentHash(Array(output.utf8)).hex
    file = Disk.join(folder, "build-\(hash)")
    states = Disk.join(folder, "search-\(hash)")
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

  /// The state of a search index, where it is that of the build of a record.
  func state(_ search: String, of record: BuildRecord) -> [UInt8]? {
    guard let hash = record.search[search] else { return nil }
    do throws(BuildProblem) {
      let bytes = try Disk.read(stateFile(search), followingLink: false)
      return SHA256.hex(bytes) == hash ? bytes : nil
    } catch {
      return nil
    }
  }

  /// Puts a record in the place of the one before, and the states of search indexes, by their folders.
  ///
  /// A state that is not the record's, as the build was killed between them, has another hash.
  func write(_ record: BuildRecord, _ states: [String: [UInt8]]) {
    do {
      try Disk.createFolders(folder)
      let ignore = Disk.join(folder, ".gitignore")
      if try Disk.facts(ignore) == nil { try Disk.writeNew(Array("*\n".utf8), to: ignore) }
      for (search, state) in states { try write(state, to: stateFile(search)) }
      try removeStates(besides: Set(states.keys.map(stateFile)))
      try write(try record.bytes, to: file)
    } catch {
      return
    }
  }

  /// Puts a file in the place of another, whole or not at all.
  private func write(_ bytes: [UInt8], to file: String) throws {
    let draft = "\(file)-\(getpid())"
    do {
      try Disk.writeNew(bytes, to: draft)
      try Disk.rename(draft, to: file)
    } catch {
      _ = unsafe unlink(draft)
      throw error
    }
  }

  /// Removes the states of indexes that are small now, or no more, and what killed builds left.
  private func removeStates(besides kept: Set<String>) throws(BuildProblem) {
    for entry in try Disk.entries(of: folder) where entry.isText {
      let path = Disk.join(folder, entry.name)
      if path.hasPrefix(states), !kept.contains(path) { _ = unsafe unlink(path) }
    }
  }

  /// `search/fr` has a file of its own.
  private func stateFile(_ search: String) -> String {
    states + search.dropFirst("search".count).replacing("/", with: "-")
  }
}
