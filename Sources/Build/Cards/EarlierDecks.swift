// The decks of the site that stands, so that those that have not changed are not printed again.

internal import Handbook
internal import Search

/// The PDFs of an earlier build, by the fingerprints in its manifest.
struct EarlierDecks: Sendable {
  private let folder: String
  private let fingerprints: [String: String]
  private let hashes: [String: String]

  /// Reads the manifest of the site in a folder; there is nothing to reuse where it has none.
  init(of folder: String) throws(BuildProblem) {
    self.folder = folder
    let path = Disk.join(folder, OutputFolder.manifest)
    let manifest = try Disk.facts(path) == nil ? nil : JSONValue(try Disk.read(path))
    fingerprints = manifest?["decks"]?.texts ?? [:]
    hashes = manifest?["files"]?.texts ?? [:]
  }

  /// The bytes of a deck that was printed from the same things, unless somebody changed its file.
  func pdf(at path: String, fingerprint: String) throws(BuildProblem) -> [UInt8]? {
    guard fingerprints[path] == fingerprint, let hash = hashes[path] else { return nil }
    let file = Disk.join(folder, path)
    guard try Disk.facts(file, followingLink: false)?.kind == .file else { return nil }
    let bytes = try Disk.read(file)
    return ContentHash(bytes).hex == hash ? bytes : nil
  }
}

extension JSONValue {
  /// The texts of an object by their names.
  fileprivate var texts: [String: String] {
    guard case .object(let members) = self else { return [:] }
    return members.compactMapValues(\.string)
  }
}
