// Documents of word processors, through pandoc where it is installed.

internal import Foundation

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
    /// Pandoc refused the document, in its own words.
    case refused(String)
    case files(BuildProblem)
  }

  /// File name ends that are documents, and what pandoc calls them.
  package static let forms: [String: String] = [
    "docx": "docx", "odt": "odt", "html": "html-native_divs-native_spans",
    "htm": "html-native_divs-native_spans", "rtf": "rtf", "epub": "epub",
  ]

  package init() {}

  /// Converts a document.
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
    let result: (markdown: [UInt8]?, files: [String: [UInt8]], words: String)
    do throws(BuildProblem) {
      try Disk.createFolders(folder.path)
      let document = try Disk.realPath(path)
      let (status, words) = try Self.run(
        tool,
        [
          "--from", form, "--to", "gfm-raw_html", "--standalone", "--wrap=none",
          "--markdown-headings=atx", "--extract-media", media, "--output", "page.md", document,
        ], in: folder)
      var files = try ToolFolder.files(of: folder.path, hidden: false)
      files.removeValue(forKey: Self.words)
      let markdown = files.removeValue(forKey: "page.md")
      result = (status == 0 ? markdown : nil, files, words)
    } catch {
      throw .files(error)
    }
    guard let markdown = result.markdown else { throw .refused(result.words) }
    let warnings = result.words.split(separator: "\n").map(String.init)
    return Output(markdown: markdown, media: result.files, warnings: warnings)
  }

  /// The file that takes what pandoc says.
  private static let words = ".words"

  /// The first pandoc of the path.
  private static func tool() -> URL? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { URL(filePath: String($0)).appending(path: "pandoc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
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
      let said = try Disk.read(file.path)
      return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    } catch {
      throw .file(FileFailure(.read, tool.path))
    }
  }
}
