// What `deskbook import` reads, whatever form it has.

internal import Build
internal import Editing
internal import Handbook

/// Reads a source in the form that it has, or is said to have.
struct ImportReading {
  let source: String
  let form: ImportFormat?
  let columns: String?
  let console: Console

  init(_ source: String, _ form: ImportFormat?, _ columns: String?, _ console: Console) {
    (self.source, self.form, self.columns, self.console) = (source, form, columns, console)
  }

  /// A workbook of a spreadsheet, which is no text.
  struct Workbook: Error {}
  private static let workbooks = ["xlsx", "xls", "xlsm", "ods", "numbers"]
  /// The source has no form that is known.
  struct UnknownForm: Error {}
  /// The source has a known form and nothing in it.
  struct NothingFound: Error {}

  /// What the source holds, and the files to copy from.
  func read() async throws -> (ImportResult, [String: [UInt8]]) {
    let files = ImportFiles(source)
    let end = files.name.split(separator: ".").last?.lowercased() ?? ""
    if try files.isFile(), form == nil, Self.workbooks.contains(end) { throw Workbook() }
    let columns = try columnList()
    if try files.isFile(), form == nil, let pandoc = Pandoc.forms[end] {
      let stem = DocumentImport.stem(of: files.name)
      let output = try Pandoc().convert(source, form: pandoc, media: stem)
      let result = DocumentImport.read(
        name: files.name, markdown: output.markdown, media: output.media.keys.sorted(),
        warnings: output.warnings)
      return (result, output.media)
    }
    let isArchive = try end == "zip" && files.isFile()
    let source = try isArchive ? ImportArchive(source).read() : files.read()
    guard let form = form ?? ImportFormat(of: source) else { throw UnknownForm() }
    if !columns.isEmpty, form != .csv { throw ColumnProblem.noTable }
    var (result, all) = (ImportResult(), source.files)
    if form.isHTML {
      let site = HTMLSite(source, form)
      (result, all) = site.read(try await Pandoc().convert(site))
    } else {
      result = try form.read(source, columns: columns)
    }
    result.noteLeft(of: source)
    result = result.placed()
    if result.pages.isEmpty {
      for note in result.notes { try console.note(ImportCommand.text(note)) }
      throw NothingFound()
    }
    return (result, all)
  }

  /// `say=Body,when=Name`, part by part.
  private func columnList() throws -> [(role: String, name: String)] {
    guard let columns else { return [] }
    return try columns.split(separator: ",").map { part in
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else {
        throw ColumnProblem.unknownRole(
          String(part), roles: ["say", "avoid", "when", "why", "tags"])
      }
      return (String(halves[0]), String(halves[1]))
    }
  }
}
