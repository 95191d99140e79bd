// The folder `.deskbook` of a handbook: what builds remember there.

internal import Cards
internal import Glibc
internal import Handbook

/// For each output folder the record of the last build, what it knew of pages, the states of its large
/// search indexes, and the site before the one that stands.
///
/// Safe to delete. What cannot be read or written here costs the next build its time, nothing else: so no
/// failure is one of the build.
struct BuildCache: Sendable {
  static let name = ".deskbook"
  /// Outputs that are remembered.
  private static let mostOutputs = 8

  private let folder: String
  private let file: String
  private let notesFile: String
  /// What the names of files with states of search indexes begin with.
  private let states: String
  /// Where the former site is kept.
  let formerSite: String

  /// - Parameters:
  ///   - folder: the cache's own.
  ///   - output: the place of the site, without symbolic links.
  init(folder: String, output: String) {
    self.folder = folder
    let hash = ContentHash(Array(output.utf8)).hex
    file = Disk.join(folder, "build-\(hash)")
    notesFile = Disk.join(folder, "pages-\(hash)")
    states = Disk.join(folder, "search-\(hash)")
    formerSite = Disk.join(folder, "site-\(hash)")
  }

  /// The record of the build that made the site, unless it was lost or damaged.
  func read() -> BuildRecord? { Self.bytes(of: file).flatMap(BuildRecord.init) }

  /// What that build knew of pages, unless it was made in other surroundings.
  func notes(in inputs: BuildInputs) -> PageNotes? {
    let notes = Self.bytes(of: notesFile).flatMap(PageNotes.init)
    return notes?.surroundings == inputs.onSurroundings ? notes : nil
  }

  /// The state of a search index, where it is that of the build of a record.
  func state(_ search: String, of record: BuildRecord) -> [UInt8]? {
    guard let hash = record.search[search], let bytes = Self.bytes(of: stateFile(search)) else {
      return nil
    }
    return SHA256.hex(bytes) == hash ? bytes : nil
  }

  /// Puts a record in the place of the one before, and with it ``PageNotes`` as they are packed and
  /// the states of search indexes, by their folders.
  ///
  /// A state that is not the record's, as the build was killed between them, has another hash; notes
  /// say themselves what they are about.
  func write(_ record: BuildRecord, notes: [UInt8]?, states: [String: [UInt8]]) {
    do {
      try Disk.createFolders(folder)
      let ignore = Disk.join(folder, ".gitignore")
      if try Disk.facts(ignore) == nil { try Disk.writeNew(Array("*\n".utf8), to: ignore) }
      if let notes { try Self.replace(notesFile, notes) }
      for (search, state) in states { try Self.replace(stateFile(search), state) }
      try Self.replace(file, record.bytes)
      try removeOthers(besides: Set(states.keys.map(stateFile)))
    } catch {
      return
    }
  }

  /// Removes states of indexes that are small now, or no more, and all of outputs that were not built for
  /// long.
  private func removeOthers(besides kept: Set<String>) throws(BuildProblem) {
    let names = try Disk.entries(of: folder).filter(\.isText).map(\.name)
    var builds: [(modified: Int, output: String)] = []
    for name in names where name.hasPrefix("build-") {
      guard let facts = try Disk.facts(Disk.join(folder, name)) else { continue }
      builds.append((facts.modified, String(name.dropFirst("build-".count))))
    }
    let old = builds.sorted { $0.modified > $1.modified }.dropFirst(Self.mostOutputs)
    for name in names {
      let path = Disk.join(folder, name)
      let isOld = old.contains { name.contains("-\($0.output)") }
      if isOld || path.hasPrefix(states) && !kept.contains(path) { _ = Disk.removeTree(path) }
    }
  }

  /// `search/fr` has a file of its own.
  private func stateFile(_ search: String) -> String {
    states + search.dropFirst("search".count).replacing("/", with: "-")
  }

  private static func bytes(of file: String) -> [UInt8]? {
    do throws(BuildProblem) {
      guard try Disk.facts(file, followingLink: false)?.kind == .file else { return nil }
      return try Disk.read(file, followingLink: false)
    } catch {
      return nil
    }
  }

  private static func replace(_ file: String, _ bytes: [UInt8]) throws(BuildProblem) {
    try Disk.replace(file, with: bytes, by: "\(file)-\(getpid())")
  }
}
