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
  private static let mostBytes = 200 << 20
  /// The file that takes what pandoc says.
  private static let words = ".words"
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
    guard let tool = Self.tool() else { throw .notInstalled }
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
        size > Self.mostBytes ? (1, "") : try Self.run(tool, document, form, media, in: folder)
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

  private static func problem(_ status: Int32, _ words: String) -> Problem {
    if words.contains("--sandbox") { return .tooOld }
    // Killed by a limit: `sh` says so with a status above 128, pandoc with a word on memory.
    let isLimit =
      status > 128 || words.contains(PandocFilter.tooLarge) || words.contains("heap overflow")
      || words.contains("memory")
    return isLimit ? .tooLarge(limit: mostBytes) : .refused(words)
  }

  /// The first pandoc of the path.
  private static func tool() -> URL? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { URL(filePath: String($0)).appending(path: "pandoc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Has the document read in a folder, within limits of memory, time and files.
  private static func run(
    _ tool: URL, _ document: String, _ form: String, _ media: String, in folder: URL
  ) throws(BuildProblem) -> (status: Int32, words: String) {
    let text = PandocFilter.text(media: media, most: mostBytes)
    try Disk.writeNew(Array(text.utf8), to: folder.appending(path: filter).path)
    // KiB of memory, seconds of the processor, and half-KiB of a file.
    let limits = "ulimit -v 4194304; ulimit -t 120; ulimit -f \(mostBytes / 512); exec \"$@\""
    return try run(
      URL(filePath: "/bin/sh"),
      [
        "-c", limits, "sh", tool.path, "--sandbox", "--from", form, "--to", "gfm-raw_html",
        "--standalone", "--wrap=none", "--markdown-headings=atx", "--lua-filter", filter,
        "--output", page, document,
      ], in: folder)
  }

  /// Runs a program in a folder; its exit status and what it said.
  ///
  /// What it says goes to a file, as a pipe that nobody empties would stop it.
  private static func run(
    _ tool: URL, _ arguments: [String], in folder: URL
  ) throws(BuildProblem) -> (status: Int32, words: String) {
    let file = folder.appending(path: words)
    try Disk.writeNew([], to: file.path)
    do {
      let process = Process()
      process.executableURL = tool
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: file)
      try process.run()
      process.waitUntilExit()
      let said = try Disk.read(file.path, atMost: 65_536)
      let status = process.terminationStatus
      return (
        process.terminationReason == .exit ? status : 128 + status,
        String(decoding: said, as: UTF8.self)
      )
    } catch {
      throw .file(FileFailure(.read, tool.path))
    }
  }
}
