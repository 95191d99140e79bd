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
    let size: Int
    let run: Run
    do throws(BuildProblem) {
      let document = try Disk.realPath(path)
      size = try Disk.facts(document)?.size ?? 0
      run =
        size > OutsideTool.mostBytes
        ? Run()
        : try Self.run(
          tool,
          form.hasPrefix("html")
            ? .html(Self.wholeTables(try Disk.read(document))) : .file(document), form,
          [PandocFilter.text(media: media, most: OutsideTool.mostBytes)])
    } catch {
      throw .files(error)
    }
    if size > OutsideTool.mostBytes { throw .tooLarge(limit: OutsideTool.mostBytes) }
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

  /// A page without what names the columns of its tables: pandoc leaves out the cells of a row that has more.
  private static func wholeTables(_ page: [UInt8]) -> [UInt8] {
    // As Latin-1, so that every byte comes back as it was.
    let text = String(decoding: page.map(UInt16.init), as: UTF16.self)
    return text.replacing(#/<\/?col(group)?\b[^>]*>/#.ignoresCase(), with: "").utf16.map(UInt8.init)
  }

  static func problem(_ status: Int32, _ words: String) -> Problem {
    if words.contains("--sandbox") { return .tooOld }
    // Killed by a limit: `sh` says so with a status above 128, pandoc with a word on memory.
    let isLimit =
      status > 128 || words.contains(PandocFilter.tooLarge) || words.contains("heap overflow")
      || words.contains("memory")
    return isLimit
      ? .tooLarge(limit: OutsideTool.mostBytes)
      : .refused(words.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// What came of a run of pandoc.
  struct Run {
    var status: Int32 = 1
    var words = ""
    var files: [String: [UInt8]] = [:]
  }

  /// Has a document read in a folder of its own.
  ///
  /// - Parameters:
  ///   - tool: pandoc.
  ///   - document: its path, or its bytes.
  ///   - form: what pandoc calls its form.
  ///   - filters: in Lua, the first one first.
  /// - Returns: its status, what it said, and the files that it wrote.
  /// - Throws: `file` where it cannot be started.
  static func run(
    _ tool: OutsideTool, _ document: Document, _ form: String, _ filters: [String]
  ) throws(BuildProblem) -> Run {
    try OutsideTool.withFolder { (folder) throws(BuildProblem) in
      var options: [String] = []
      for (number, text) in filters.enumerated() {
        let name = ".filter-\(number).lua"
        try Disk.writeNew(Array(text.utf8), to: folder.appending(path: name).path)
        options += ["--lua-filter", name]
      }
      switch document {
      case .file(let path): options.append(path)
      case .html(let bytes):
        options.append(".page.html")
        try Disk.writeNew(bytes, to: folder.appending(path: ".page.html").path)
      }
      let said = try tool.run(
        [
          "--sandbox", "--from", form, "--to", "gfm-raw_html", "--standalone", "--wrap=none",
          "--markdown-headings=atx", "--track-changes=all", "--output", page,
        ] + options, in: folder)
      return Run(
        status: said.status, words: said.words,
        files: try ToolFolder.files(of: folder.path, hidden: false))
    }
  }

  /// What pandoc reads.
  enum Document {
    case file(String)
    case html([UInt8])
  }
}
