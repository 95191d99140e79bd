// A document that pandoc has turned into Markdown.

internal import Handbook

/// A page made from a document of a word processor.
package enum DocumentImport {
  /// Makes a page of what pandoc wrote.
  ///
  /// - Parameters:
  ///   - name: the document's file name.
  ///   - markdown: what pandoc wrote.
  ///   - media: pictures of the document by their paths beside the page.
  ///   - warnings: what pandoc said, a line each.
  ///   - columns: names of columns of tables, by what they are.
  /// - Returns: one page, its pictures, and notes.
  /// - Throws: ``ColumnProblem`` where no table has such columns.
  package static func read(
    name: String, markdown: [UInt8], media: [String], warnings: [String],
    columns: [(role: String, name: String)] = []
  ) throws(ColumnProblem) -> ImportResult {
    var result = ImportResult()
    var page = ForeignPage(name, markdown)
    let stem = stem(of: name)
    page.mendTables(losingHeaders: name.lowercased().hasSuffix(".odt"))
    page = try DocumentPhrases.mark(page, ColumnNames(columns))
    page.escapeHoles(reporting: "braces stand there as text")
    let title = page.hasHeading ? nil : TitleRule.title(fromFileName: stem)
    var keys = ForeignKeys.common(&page, title: title)
    // Authors and dates of documents are no news to anybody.
    page.notes.removeAll { $0.message.contains("is not carried over") }
    if page.hasHeading, page["title"]?.text?.isEmpty == true { keys.removeAll { $0.0 == "title" } }
    result.pages["\(stem).md"] = page.bytes(keys)
    result.navigation = ["\(stem).md"]
    result.title = page["title"]?.text
    for path in media { result.copies[path] = path }
    result.notes = page.notes + warnings.map { ImportNote(name, 0, $0) }
    return result
  }

  /// The name of the page of a document, without its end.
  package static func stem(of name: String) -> String {
    let bare = name.split(separator: ".").dropLast().joined(separator: ".")
    let slug = Slug.base(bare.isEmpty ? name : bare)
    return slug.isEmpty ? "document" : slug
  }
}
