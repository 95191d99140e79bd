// Files that cannot be read as they are: the words for what the loader finds.

internal import Text

/// Rules about files themselves.
package enum FileRules {
  package static let encoding = Rule(
    "encoding", .error, "A file's letters are saved in an old way, not as UTF-8.",
    explanation: """
      Programs store letters in one of several ways, and nearly all use UTF-8 today. A file that an \
      old program saved in another way (Windows-1252, “ANSI”) shows wrong letters, so it is refused. In your editor choose “Save with encoding: UTF-8”.
      """,
    bad: "caf\\xE9 (saved as Windows-1252)", good: "café (saved as UTF-8)")
  package static let size = Rule(
    "file-size", .error, "A page is larger than 8 MB.",
    explanation: "Nobody reads a page that long, and an old PC cannot show it. Split it.",
    bad: "a page of 9 MB", good: "two pages that link to each other")
  package static let symlink = Rule(
    "symlink", .error, "A file that only points to another leads out of the content folder.",
    explanation: """
      A symbolic link, which stands in the folder for a file elsewhere, would publish that file. Copy the file into the \
      content folder instead. Links that stay inside are followed.
      """,
    bad: "Content/passwords.md -> /etc/passwd", good: "Content/hours.md (a real file)")
  package static let name = Rule(
    "file-name", .error, "A file's name does not work in web addresses or on Windows.",
    explanation: """
      Names may not hold invisible signs or any of `\\ : ? * < > | "`, nor end \
      in a dot or a space, nor be called `con`, `prn`, `aux`, `nul`, `com1` or `lpt1`: links to them \
      break, or Windows cannot open them. Nor may a name be longer than 252 bytes in the site, where \
      a page ends in `.html`. Rename the file.
      """,
    bad: "Content/what:now.md", good: "Content/what-now.md")

  package static let skipped = Rule(
    "skipped-page", .warning, "A page is left out because of its name.",
    explanation: """
      Names of files and folders that begin with `_` are for what is not to be published, and those \
      that begin with a dot are hidden. Other tools call a \
      folder's page `_index.md`: rename it to `index.md`, or bring the whole folder in with \
      `deskbook import`, which does that and mends the links.
      """,
    bad: "Content/calls/_index.md", good: "Content/calls/index.md")
  package static let settingsName = Rule(
    "settings-name", .warning, "A file looks like settings and has another name.",
    explanation: """
      Deskbook reads `handbook.yml`, `sources.yml`, `synonyms.txt`, `search-tests.yml` and \
      `reviews.tsv` at the top of the content folder, spelled just so. A file with a name like one \
      of these is neither read nor published. Rename it.
      """,
    bad: "Content/handbook.yaml", good: "Content/handbook.yml")
  package static let noPages = Rule(
    "no-pages", .error, "There is no page in the content folder.",
    explanation: """
      A handbook without pages is not published, as the folder may be a shared drive that is not \
      there at the moment. Write `index.md`, or look whether the folder is the right one.
      """,
    bad: "Content/ (empty)", good: "Content/index.md")

  /// Pages that are left out for a name that begins with `_` or `.`, at the first of them.
  package static func skipped(_ path: ContentPath, of count: Int) -> Diagnostic {
    let isNamed = path.name.begins(with: "_")
    let reason =
      count == 1
      ? (isNamed ? "its name begins with _" : "a folder's name begins with _ or .")
      : "their names or their folders' begin with _ or ."
    return Diagnostic(
      skipped, at: path, 0..<0,
      count == 1
        ? "this page is left out, as \(reason)"
        : "this page and \(count - 1) more are left out, as \(reason)",
      help: path.stem == "_index"
        ? "rename it to index.md, or bring the folder in with deskbook import"
        : "rename it if it is to be published")
  }

  /// A file that may have been meant as settings; nil for all others.
  ///
  /// - Parameters:
  ///   - path: its path.
  ///   - hasConfiguration: whether `handbook.yml` is there; without it nothing can be published rightly.
  /// - Returns: a finding with the right name.
  package static func misnamed(_ path: ContentPath, hasConfiguration: Bool) -> Diagnostic? {
    guard path.folder.isEmpty, !ContentFiles.isSetting(path) else { return nil }
    let kinds = ["yml": "yml", "yaml": "yml", "txt": "txt", "tsv": "tsv", "csv": "tsv"]
    guard let kind = kinds[path.fileExtension] else { return nil }
    let name = "\(path.stem.lowercased()).\(kind)"
    let known = ["handbook.yml", "sources.yml", "synonyms.txt", "search-tests.yml", "reviews.tsv"]
      .filter { $0.ends(with: kind) }
    guard let meant = known.first(where: { $0 == name || Self.isPlural($0, of: name) }) else {
      return nil
    }
    return Diagnostic(
      settingsName, at: path, 0..<0, "this file is not read: its name is not \(meant)",
      help: "rename it to \(meant)",
      severity: meant == ContentPath.configuration.text && !hasConfiguration ? .error : nil)
  }

  /// Whether a finding says that the handbook's configuration has another name.
  static func isMisnamedConfiguration(_ finding: Diagnostic) -> Bool {
    finding.rule == settingsName && finding.severity == .error
  }

  private static func isPlural(_ name: String, of other: String) -> Bool {
    let (name, other) = (name.cut(at: ".").before, other.cut(at: ".").before)
    return name == other + "s" || other == name + "s" || name.filter { $0 != "-" } == other
  }

  /// A content folder without a page.
  package static func noPages(in path: ContentPath) -> Diagnostic {
    Diagnostic(
      noPages, at: path, 0..<0, "there is no page in the content folder",
      help: "write index.md, or look whether the shared drive is there")
  }

  /// A file whose bytes stop being UTF-8.
  package static func notUTF8(_ path: ContentPath, at offset: Int) -> Diagnostic {
    Diagnostic(
      encoding, at: path, offset..<offset + 1, "this byte is not UTF-8 text",
      help: "save the file with the encoding UTF-8")
  }

  /// A file above ``Limits/pageBytes``.
  package static func tooLarge(_ path: ContentPath, bytes: Int) -> Diagnostic {
    Diagnostic(
      size, at: path, 0..<0, "this file has \(bytes) bytes; the limit is \(Limits.pageBytes)",
      help: "split it into several pages")
  }

  /// A symbolic link to a place outside the content folder, or to nothing.
  package static func leavesContent(_ path: ContentPath) -> Diagnostic {
    Diagnostic(
      symlink, at: path, 0..<0, "this symbolic link leads out of the content folder",
      help: "put a copy of the file here instead")
  }

  /// A name or a path that is too long.
  static func longName(_ path: ContentPath, _ message: String) -> Diagnostic {
    Diagnostic(name, at: path, 0..<0, message, help: "give the file or its folders shorter names")
  }

  /// A name that no address, or no file on Windows, can have.
  package static func badName(_ path: ContentPath) -> Diagnostic {
    Diagnostic(
      name, at: path, 0..<0, "this file's name does not work in web addresses or on Windows",
      help: "rename it with letters, digits, - and _")
  }
}
