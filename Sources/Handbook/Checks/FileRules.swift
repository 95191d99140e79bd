// Files that cannot be read as they are: the words for what the loader finds.

/// Rules about files themselves.
package enum FileRules {
  package static let encoding = Rule(
    "encoding", .error, "A file is not UTF-8.",
    explanation: """
      Pages and settings are UTF-8 text. A file saved by an old word processor in another encoding \
      shows wrong letters, so it is refused. In your editor choose “Save with encoding: UTF-8”.
      """,
    bad: "caf\\xE9 (saved as Windows-1252)", good: "café (saved as UTF-8)")
  package static let size = Rule(
    "file-size", .error, "A page is larger than 8 MB.",
    explanation: "Nobody reads a page that long, and an old PC cannot show it. Split it.",
    bad: "a page of 9 MB", good: "two pages that link to each other")
  package static let symlink = Rule(
    "symlink", .error, "A symbolic link leaves the content folder.",
    explanation: """
      A link from `Content/` to a file elsewhere would publish that file. Copy the file into the \
      content folder instead. Links that stay inside are followed.
      """,
    bad: "Content/passwords.md -> /etc/passwd", good: "Content/hours.md (a real file)")
  package static let name = Rule(
    "file-name", .error, "A file's name cannot be part of a web address.",
    explanation: """
      Names must be UTF-8 and may not hold control characters, a backslash or a colon, which break \
      links or cannot be opened on Windows. Rename the file.
      """,
    bad: "Content/what:now.md", good: "Content/what-now.md")

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

  /// A name that no address can hold.
  package static func badName(_ path: ContentPath) -> Diagnostic {
    Diagnostic(
      name, at: path, 0..<0, "this file's name cannot be part of a web address",
      help: "rename it with letters, digits, - and _")
  }
}
