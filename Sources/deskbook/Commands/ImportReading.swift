// What `deskbook import` reads, whatever form it has.

internal import Build
internal import Editing
internal import Handbook

/// Reads a source in the form that it has, or is said to have.
struct ImportReading {
  let source: String
  let form: ImportFormat?
  /// Names of columns by what they hold.
  let columns: [(role: String, name: String)]
  let console: Console

  /// The source has no form that is known.
  struct UnknownForm: Error {}
  /// The source has a known form and nothing in it.
  struct NothingFound: Error {}

  /// What the source holds, and the files to copy from.
  func read() async throws -> (ImportResult, [String: [UInt8]]) {
    let files = ImportFiles(source)
    let end = files.name.split(separator: ".").last?.lowercased() ?? ""
    if try files.isFile(), form == nil, let pandoc = Pandoc.forms[end] {
      let stem = DocumentImport.stem(of: files.name)
      let output = try Pandoc().convert(source, form: pandoc, media: stem)
      let result = try DocumentImport.read(
        name: files.name, markdown: output.markdown, media: output.media.keys.sorted(),
        warnings: output.warnings, columns: columns)
      return (result, output.media)
    }
    let isArchive = try end == "zip" && files.isFile()
    var (source, form) = (try isArchive ? ImportArchive(source).read() : files.read(), form)
    if try files.isFile(), form == nil, let reader = WorkbookReader(end: end) {
      let sheets = try reader.sheets(of: self.source)
      (source, form) = (ImportSource(workbook: files.name, sheets: sheets), .csv)
    }
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
}
