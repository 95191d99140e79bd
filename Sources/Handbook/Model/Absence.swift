// Why a file that a link names is no part of the handbook.

internal import Text

/// Why a file that is there is not published.
package enum Absence: Sendable, Equatable {
  case draft
  /// Its bytes are not UTF-8.
  case encoding
  case size
  /// No address, or no file of Windows, can have its name.
  case name
  case symlink
  /// A file of settings, or one with a name like it.
  case settings
  /// A name in its path begins with this sign.
  case hidden(Character)
  /// A lock, a backup, or a system's own.
  case litter

  /// What a finding on the file itself says; nil for other rules.
  init?(_ finding: Diagnostic) {
    switch finding.rule {
    case FileRules.encoding: self = .encoding
    case FileRules.size: self = .size
    case FileRules.name: self = .name
    case FileRules.symlink: self = .symlink
    case FileRules.settingsName: self = .settings
    default: return nil
    }
  }

  /// What a path says by itself; nil for one that could be published.
  init?(path: String) {
    let names = path.pathNames
    if let sign = names.lazy.compactMap(\.utf8.first).first(where: { "_.".utf8.contains($0) }) {
      self = .hidden(Character(Unicode.Scalar(sign)))
    } else if let name = names.last, Litter.has(String(name)) {
      self = .litter
    } else if ContentFiles.settingNames.contains(path) {
      self = .settings
    } else {
      return nil
    }
  }

  /// The finding's words about a link to the file, and the mend.
  func words(on path: String) -> (message: String, help: String) {
    switch self {
    case .draft:
      ("\(path) is a draft and is not built", "take draft: out of it, or build with --drafts")
    case .encoding:
      ("\(path) is left out, as it is not UTF-8 text", "save it with the encoding UTF-8")
    case .size: ("\(path) is left out, as it is too large", "split it into several pages")
    case .name:
      (
        "\(path) is left out, as its name does not work in web addresses or on Windows",
        "rename it with letters, digits, - and _"
      )
    case .symlink:
      (
        "\(path) is left out, as it is a symbolic link out of the content folder",
        "put a copy of the file there instead"
      )
    case .settings:
      ("\(path) is a file of settings, and is not published", "link to a page instead")
    case .hidden(let sign):
      (
        "nothing is published at \(path), as a name in it begins with \(sign)",
        "rename what is to be published, and mend the link"
      )
    case .litter:
      (
        "\(path) is left out, as it looks like a backup or a file of the system's own",
        "link to the file itself"
      )
    }
  }
}
