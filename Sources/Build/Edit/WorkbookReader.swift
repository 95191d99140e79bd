// Workbooks of spreadsheets, through a program that reads them where one is installed.

internal import Foundation
internal import Handbook

/// Turns a workbook into a table of comma-separated values for each of its sheets.
package struct WorkbookReader: Sendable {
  /// Why there are no tables.
  package enum Problem: Error, Sendable {
    /// None of these programs is installed.
    case notInstalled([String])
    /// The program refused the workbook, in its own words.
    case refused(String)
    case files(BuildProblem)
  }

  /// File name ends that are workbooks, and the programs that read them, best first: xlsx2csv keeps the
  /// dates as the sheet shows them and takes a moment, LibreOffice reads everything and takes its time.
  private static let readers: [String: [String]] = [
    "xlsx": ["xlsx2csv", "soffice"], "xlsm": ["xlsx2csv", "soffice"],
    "xls": ["soffice"], "ods": ["soffice"],
    // Nothing reads these.
    "numbers": [], "xlsb": [],
  ]

  /// The largest sheet, in bytes: a page of it is never larger than a page may be.
  private static let mostSheetBytes = 4 * Limits.pageBytes

  private let programs: [String]

  /// Nil where that is no workbook.
  ///
  /// - Parameter end: the end of its name, in small letters.
  package init?(end: String) {
    guard let programs = Self.readers[end] else { return nil }
    self.programs = programs
  }

  /// The sheets of a workbook by their names.
  ///
  /// - Parameter path: the workbook.
  /// - Returns: comma-separated values.
  /// - Throws: ``Problem`` where there is no program, or no workbook that it reads.
  package func sheets(of path: String) throws(Problem) -> [String: [UInt8]] {
    for name in programs {
      guard let tool = OutsideTool(name) else { continue }
      let run: Run
      do throws(BuildProblem) {
        run = try Self.read(path, name, tool)
      } catch {
        throw .files(error)
      }
      // Killed by a limit, or in Python's words.
      if run.status > 128 || run.words.contains("MemoryError")
        || run.words.contains("File too large")
      {
        throw .files(.tooLarge(path: path, limit: OutsideTool.mostBytes))
      }
      if run.sheets.values.contains(where: { $0.count > Self.mostSheetBytes }) {
        throw .files(.tooLarge(path: path, limit: Self.mostSheetBytes))
      }
      // LibreOffice fails with the status of success.
      if run.status != 0 || run.sheets.isEmpty { throw .refused(Self.reason(run.words)) }
      return run.sheets
    }
    throw .notInstalled(programs)
  }

  /// What came of a program.
  private struct Run {
    var status: Int32
    var words: String
    var sheets: [String: [UInt8]]
  }

  private static func read(
    _ path: String, _ name: String, _ tool: OutsideTool
  ) throws(BuildProblem) -> Run {
    let book = try Disk.realPath(path)
    let size = try Disk.facts(book)?.size ?? 0
    if size > OutsideTool.mostBytes {
      throw .tooLarge(path: path, limit: OutsideTool.mostBytes)
    }
    return try OutsideTool.withFolder { (folder) throws(BuildProblem) in
      let said = try tool.run(arguments(name, book, folder.path), in: folder)
      let files = try ToolFolder.files(of: folder.path, hidden: false)
      // LibreOffice puts the workbook's name before each sheet's.
      let title = Disk.name(of: book)
      let stem = title.prefix(upTo: title.lastIndex(of: ".") ?? title.endIndex)
      let start = name == "soffice" ? stem.count + 1 : 0
      var sheets: [String: [UInt8]] = [:]
      for (file, bytes) in files {
        sheets[String((file.split(separator: "/").last ?? "").dropFirst(start))] = bytes
      }
      return Run(status: said.status, words: said.words, sheets: sheets)
    }
  }

  /// - Source: xlsx2csv's help; LibreOffice's help, *CSV Filter Parameters*: commas, quotes, UTF-8, from
  ///   the first row, cells as they are shown, and each sheet in a file.
  private static func arguments(_ name: String, _ book: String, _ folder: String) -> [String] {
    if name == "xlsx2csv" { return ["--all", book, "sheets"] }
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    let profile = "-env:UserInstallation=\(URL(filePath: folder).appending(path: ".profile"))"
    return ["--headless", profile, "--convert-to", filter, "--outdir", "sheets", book]
  }

  /// The first line of a program's words that tells what is wrong.
  private static func reason(_ words: String) -> String {
    let lines = words.split(separator: "\n").filter { !$0.contains("javaldx") }
    return String(lines.first { !$0.hasPrefix("Traceback") && !$0.hasPrefix(" ") } ?? "")
  }
}
