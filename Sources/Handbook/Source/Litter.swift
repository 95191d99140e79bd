// What editors and systems leave beside the files that people mean.

/// Names of files that are nobody's content.
package enum Litter {
  private static let names: Set<String> = ["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"]
  private static let ends = ["~", ".bak", ".swp", ".swo", ".swx", ".tmp", ".crdownload", ".part"]

  /// Whether a file of this name is a lock, a backup or a note of the system's own, which may hold what
  /// was struck out.
  package static func has(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix("~$") || name.hasPrefix(".~lock.")
      || name.hasPrefix("#") && name.hasSuffix("#") || names.contains(name)
      || ends.contains { name.hasSuffix($0) }
  }
}
