// `deskbook.json` as read back: what a site says that it holds.

internal import Search

/// The manifest of a site.
struct SiteManifest: Sendable {
  static let name = "deskbook.json"

  /// The SHA-256 of every file of the site but the manifest, by path.
  let files: [String: String]
  /// The same for files of the build before, which stay for readers who have its pages open.
  let kept: [String: String]
  /// What each PDF depends on, by path.
  let decks: [String: String]

  /// Nil where the bytes are no manifest with a list of files.
  init?(_ bytes: [UInt8]) {
    guard let manifest = JSONValue(bytes), manifest["generator"]?.string == "Deskbook",
      let files = manifest["files"]?.texts
    else { return nil }
    self.files = files
    kept = manifest["kept"]?.texts ?? [:]
    decks = manifest["decks"]?.texts ?? [:]
  }

  /// The manifest of the site in a folder; nil where there is none.
  ///
  /// - Throws: `file` where it is there and cannot be read.
  init?(of folder: String) throws(BuildProblem) {
    let path = Disk.join(folder, Self.name)
    guard try Disk.facts(path)?.kind == .file else { return nil }
    self.init(try Disk.read(path))
  }
}

extension JSONValue {
  /// The texts of an object by their names.
  fileprivate var texts: [String: String]? {
    guard case .object(let members) = self else { return nil }
    return members.compactMapValues(\.string)
  }
}
