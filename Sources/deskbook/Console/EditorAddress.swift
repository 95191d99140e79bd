// The address that opens a finding's place in the editor of who writes.

internal import ArgumentParser

/// An address with `{path}`, `{line}` and `{column}`, which an editor has told the desktop to give to it.
struct EditorAddress: Sendable, ExpressibleByArgument {
  /// `{path}` stands for the file's whole path, which begins with `/`.
  let template: String

  /// Editors by the name that people give.
  ///
  /// - Source: Visual Studio Code, "Command Line Interface", "Opening VS Code with URLs"; its kin and
  ///   Zed keep the form.
  static let known = [
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}", "zed": "zed://file{path}:{line}:{column}",
  ]

  static let allValueStrings = known.keys.sorted()

  /// Takes a known editor's name, or an address with `{path}`; nil for anything else, and for an address
  /// that a browser would run.
  init?(argument: String) {
    if let known = Self.known[argument] {
      template = known
      return
    }
    let scheme = argument.prefix { $0 != ":" }.lowercased()
    guard argument.contains("{path}"), scheme.count < argument.count,
      scheme.first?.isLetter == true,
      scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }),
      !["javascript", "data", "vbscript"].contains(scheme)
    else { return nil }
    template = argument
  }
}
