// Documents of word processors, through pandoc where it is installed.

internal import Foundation
internal import Handbook
internal import Text

/// Turns a document into Markdown.
package struct Pandoc: Sendable {
  /// What came of a run.
  package struct Output: Sendable {
    package let markdown: [UInt8]
    /// Pictures by their paths beside the page.
    package let media: [String: [UInt8]]
    package let warnings: [String]
  }

  /// Why there is no Markdown.
  package enum Problem: Error, Sendable {
    case notInstalled
    /// It cannot be kept from reading other files than the document.
    case tooOld
    /// Pandoc refused the document, in its own words.
    case refused(String)
    /// The document, what it holds, or the page made of it is larger than this many bytes.
    case tooLarge(limit: Int)
    case files(BuildProblem)
  }

  /// File name ends that are documents, and what pandoc calls them.
  package static let forms: [String: String] = [
    "docx": "docx", "odt": "odt", "html": "html-native_divs-native_spans",
    "htm": "html-native_divs-native_spans", "rtf": "rtf", "epub": "epub",
  ]

  /// The largest document, and the most that its pictures may come to, in bytes.
  static let mostBytes = 200 << 20
  static let page = "page.md"

  package init() {}

  /// Converts a document.
  ///
  /// Nothing but the document is read: what it names elsewhere, here or on other machines, is left out.
  ///
  /// - Parameters:
  ///   - path: the document.
  ///   - form: what pandoc calls its form.
  ///   - media: the folder, beside the page, that its pictures go to.
  /// - Returns: the Markdown, and the pictures.
  /// - Throws: ``Problem`` where there is no pandoc, or no document that it reads.
  package func convert(
    _ path: String, form: String, media: String
  ) throws(Problem) -> Output {
    guard let tool = OutsideTool("pandoc") else { throw .notInstalled }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "deskbook-import-\(UUID().uuidString)")
    defer { _ = Disk.removeTree(folder.path) }
    let (size, status, words): (Int, Int32, String)
    var files: [String: [UInt8]]
    do throws(BuildProblem) {
      let document = try Disk.realPath(path)
      size = try Disk.facts(document)?.size ?? 0
      try Disk.createFolder(folder.path, mode: 0o700)
      (status, words) =
        size > Self.mostBytes
        ? (1, "")
        : try Self.run(
          tool, document, form, [PandocFilter.text(media: media, most: Self.mostBytes)], in: folder)
      files = try ToolFolder.files(of: folder.path, hidden: false)
    } catch {
      throw .files(error)
    }
    if size > Self.mostBytes { throw .tooLarge(limit: Self.mostBytes) }
    guard status == 0, let markdown = files.removeValue(forKey: Self.page) else {
      throw Self.problem(status, words)
    }
    if markdown.count > Limits.pageBytes { throw .tooLarge(limit: Limits.pageBytes) }
    let warnings = words.split(separator: "\n").map(String.init)
    return Output(
      markdown: markdown, media: Dictionary(firstWins: files.map { ("\(media)/\($0)", $1) }),
      warnings: warnings)
  }

  static func problem(_ status: Int32, _ words: String) -> Problem {
    if words.contains("--sandbox") { return .tooOld }
    // Killed by a limit: `sh` says so with a status above 128, pandoc with a word on memory.
    let isLimit =
      status > 128 || words.contains(PandocFilter.tooLarge) || words.contains("heap overflow")
      || words.contains("memory")
    return isLimit ? .tooLarge(limit: mostBytes) : .refused(words)
  }

  /// Has the document read in a folder, within limits of memory, time and files.
  static func run(
    _ tool: OutsideTool, _ document: String, _ form: String, _ filters: [String], in folder: URL
  ) throws(BuildProblem) -> (status: Int32, words: String) {
    var options: [String] = []
    for (number, text) in filters.enumerated() {
      let name = ".filter-\(number).lua"
      try Disk.writeNew(Array(text.utf8), to: folder.appending(path: name).path)
      options += ["--lua-filter", name]
    }
    return try tool.run(
      [
        "--sandbox", "--from", form, "--to", "gfm-raw_html", "--standalone", "--wrap=none",
        "--markdown-headings=atx",
      ] + options + ["--output", page, document], in: folder, mostBytes: mostBytes)
  }
}
