// `deskbook.json` as read back: what a site says that it holds.

internal import Foundation
internal import Handbook

/// The manifest of a site.
struct SiteManifest: Sendable {
  /// What is read of the file.
  private struct Content: Decodable {
    let generator: String
    let files: [String: String]
    let kept: [String: String]?
    let decks: [String: String]?
    let keep: [String]?
  }

  static let name = SiteMap.manifest

  /// The SHA-256 of every file of the site but the manifest, by path.
  let files: [String: String]
  /// The same for files of the build before, which stay for readers who have its pages open.
  let kept: [String: String]
  /// What each PDF depends on, by path.
  let decks: [String: String]
  /// Files and folders in the site's folder that are the user's.
  let keep: [String]

  /// Nil where the bytes are no manifest with a list of files.
  init?(_ bytes: [UInt8]) {
    do {
      let content = try JSONDecoder().decode(Content.self, from: Data(bytes))
      if content.generator != "Deskbook" { return nil }
      (files, kept, decks) = (content.files, content.kept ?? [:], content.decks ?? [:])
      keep = content.keep ?? []
    } catch {
      return nil
    }
  }

  /// Whether a file is one of the site's, named by these very bytes.
  func names(_ path: String) -> Bool {
    [files, kept].contains { list in
      list.index(forKey: path).map { list[$0].key.utf8.elementsEqual(path.utf8) } ?? false
    }
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
