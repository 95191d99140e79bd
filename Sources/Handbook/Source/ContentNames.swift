// Names that say what a file of the site holds.

internal import Text

/// Names made from a file's content, by which browsers may keep it for good.
package enum ContentNames {
  /// Whether a path has the form of one: `assets/site.0123abcd.js`, and what lies in the folders of search
  /// shards, such as `search/s-abc234`.
  package static func isOne(_ path: String) -> Bool {
    let parts = path.parts(at: "/")
    if parts.first == "assets", parts.count > 1 {
      let name = parts[1].parts(at: ".")
      return name.count > 2 && name[name.count - 2].utf8.count == 8
        && name[name.count - 2].utf8.allSatisfy { $0.isDigit || (0x61...0x66).contains($0 | 0x20) }
    }
    return parts.first == "search"
      && parts.dropFirst().contains { part in
        part.utf8.count == 8 && ["t-", "d-", "s-"].contains { part.begins(with: $0) }
      }
  }
}
