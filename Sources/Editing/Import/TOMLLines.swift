// Where the keys of a TOML text stand, which its reader does not tell.

internal import Text

/// The lines of keys and tables at the top.
struct TOMLLines {
  private let lines: [String: Int]

  init(_ text: String) {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines = Dictionary(
      firstWins: parts.enumerated().map { number, line in
        let name = line.drop { $0.isWhitespace || $0 == "[" || $0 == "\"" || $0 == "'" }
          .prefix { !$0.isWhitespace && !"=].\"'".contains($0) }
        return (String(name), number + 1)
      })
  }

  /// The 1-based line of a key; the first line where it cannot be told.
  func line(of key: String) -> Int { lines[key] ?? 1 }
}
