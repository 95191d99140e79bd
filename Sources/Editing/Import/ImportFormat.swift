// The forms that an import reads.

internal import Text

/// What a source was written for.
package enum ImportFormat: String, Sendable, CaseIterable {
  case mdbook, mkdocs, hugo, docusaurus, vitepress, starlight, gitbook, obsidian, notion, jekyll
  case confluence, googledocs, zendesk, html
  case folder, csv

  /// The form that a source seems to have.
  package init?(of source: ImportSource) {
    let names = Set(source.files.keys)
    func holds(_ start: String) -> Bool { names.contains { $0.begins(with: start) } }
    if let form = Self.html(of: source) {
      self = form
    } else if names.contains("book.toml") || names.contains("src/SUMMARY.md") {
      self = .mdbook
    } else if names.contains("SUMMARY.md") {
      let isGitBook = names.contains("README.md") || source.hasHidden(".gitbook")
      self = isGitBook ? .gitbook : .mdbook
    } else if names.contains("mkdocs.yml") || names.contains("mkdocs.yaml") {
      self = .mkdocs
    } else if holds("docusaurus.config.") {
      self = .docusaurus
    } else if holds("astro.config."), holds("src/content/docs/") {
      self = .starlight
    } else if source.hasHidden(".vitepress") {
      self = .vitepress
    } else if source.hasHidden(".obsidian") {
      self = .obsidian
    } else if names.contains("_config.yml") {
      self = .jekyll
    } else if HugoImport.settings.contains(where: names.contains) || holds("content/") {
      self = .hugo
    } else if names.count == 1, names.first?.lowercased().ends(with: ".csv") == true {
      self = .csv
    } else if names.contains(where: { NotionName.hasID($0) && PageName.isPage($0) }) {
      self = .notion
    } else if names.contains(where: PageName.isPage) {
      self = .folder
    } else {
      return nil
    }
  }

  /// Reads a source in this form.
  ///
  /// - Parameters:
  ///   - source: its files.
  ///   - columns: names of the columns of a table by what they are, where its header does not tell.
  /// - Returns: the content of a handbook, and notes.
  /// - Throws: ``ColumnProblem`` where there are no such columns.
  package func read(
    _ source: ImportSource, columns: [(role: String, name: String)] = []
  ) throws(ColumnProblem) -> ImportResult {
    switch self {
    case .mdbook: MdBookImport(source).read()
    case .mkdocs: MkDocsImport(source).read()
    case .hugo: HugoImport(source).read()
    case .csv: try PhraseTableImport(source, columns).read()
    default: FolderImport(source, self).read()
    }
  }
}
