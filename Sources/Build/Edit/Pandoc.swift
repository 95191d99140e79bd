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

  private static let filter = ".pictures.lua"
  private static let page = "page.md"

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
    guard let tool = ReadingTool("pandoc") else { throw .notInstalled }
    let size: Int
    let run: Run
    do throws(BuildProblem) {
      let document = try Disk.realPath(path)
      size = try Disk.facts(document)?.size ?? 0
      run =
        size > ReadingTool.mostBytes ? Run() : try Self.run(tool, document, form, media)
    } catch {
      throw .files(error)
    }
    if size > ReadingTool.mostBytes { throw .tooLarge(limit: ReadingTool.mostBytes) }
    let (words, status) = (run.words, run.status)
    var files = run.files
    guard status == 0, let markdown = files.removeValue(forKey: Self.page) else {
      throw Self.problem(status, words)
    }
    if markdown.count > Limits.pageBytes { throw .tooLarge(limit: Limits.pageBytes) }
    let warnings = words.split(separator: "\n").map(String.init)
    return Output(
      markdown: markdown, media: Dictionary(firstWins: files.map { ("\(media)/\($0)", $1) }),
      warnings: warnings)
  }

  private static func problem(_ status: Int32, _ words: String) -> Problem {
    if words.contains("--sandbox") { return .tooOld }
    // Killed by a limit: `sh` says so with a status above 128, pandoc with a word on memory.
    let isLimit =
      status > 128 || words.contains(PandocFilter.tooLarge) || words.contains("heap overflow")
      || words.contains("memory")
    return isLimit ? .tooLarge(limit: ReadingTool.mostBytes) : .refused(words)
  }

  /// What came of a run of pandoc.
  private struct Run {
    var status: Int32 = 1
    var words = ""
    var files: [String: [UInt8]] = [:]
  }

  /// Has the document read in a folder of its own.
  private static func run(
    _ tool: ReadingTool, _ document: String, _ form: String, _ media: String
  ) throws(BuildProblem) -> Run {
    try ReadingTool.withFolder { (folder) throws(BuildProblem) in
      let text = PandocFilter.text(media: media, most: ReadingTool.mostBytes)
      try Disk.writeNew(Array(text.utf8), to: folder.appending(path: filter).path)
      let said = try tool.run(
        [
          "--sandbox", "--from", form, "--to", "gfm-raw_html", "--standalone", "--wrap=none",
          "--markdown-headings=atx", "--track-changes=all", "--lua-filter", filter, "--output",
          page, document,
        ], in: folder)
      return Run(
        status: said.status, words: said.words,
        files: try ToolFolder.files(of: folder.path, hidden: false))
    }
  }
}
