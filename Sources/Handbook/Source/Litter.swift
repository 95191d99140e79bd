// What editors and systems leave beside the files that people mean.

internal import Text

/// Names of files that are nobody's content.
package enum Litter {
  private static let names: Set<String> = ["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"]

  /// Whether systems leave a file of this name in every folder that they show.
  package static func isSystems(_ name: String) -> Bool {
    let name = name.lowercased()
    return names.contains(name) || name == ".ds_store" || name.begins(with: "._")
      || name.begins(with: ".nfs")
  }

  private static let ends = ["~", ".bak", ".swp", ".swo", ".swx", ".tmp", ".crdownload", ".part"]

  /// Whether a file of this name is a lock, a backup or a note of the system's own, which may hold what
  /// was struck out.
  package static func has(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.begins(with: "~$") || name.begins(with: ".~lock.")
      || name.begins(with: "#") && name.ends(with: "#") || names.contains(name)
      || ends.contains { name.ends(with: $0) }
  }
}
