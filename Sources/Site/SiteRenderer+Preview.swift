// A site whose files are made when somebody asks for them.

internal import Handbook

extension SiteRenderer {
  /// The pages' paths in the site, by page.
  package var pagePaths: [String] { handbook.pages.indices.map(handbook.outputPath) }

  /// Style sheets, scripts, fonts and pictures of the theme.
  package var assetFiles: [OutputFile] { assets.files }

  package var pageListPath: String { SiteMap.pageData }
  /// The list of all pages, which home pages load at once unless it is long.
  package var pageListFile: OutputFile { pageList.file }

  /// Everything but pages, assets and search: lists, data, redirects, copied files.
  ///
  /// What takes longest comes first, so that no worker is left alone with it.
  package func otherFiles() -> [FileMaker] {
    books() + reviews() + phraseLists() + lists() + sections() + data() + redirects()
      + handbook.files.map { path in { OutputFile(path: path.text, content: .copy(path)) } }
      + AddressFiles.all(handbook)
  }

  /// The page for addresses that lead nowhere, of a site at the root of its server.
  package func missingPage() -> OutputFile { missing(root: "/")() }
}
