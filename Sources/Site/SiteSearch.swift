// The search index of a handbook.

package import Handbook
package import Search

/// Makes the index from a handbook.
package enum SiteSearch {
  /// An index of a site: that of all pages, or of one language.
  package struct Scope: Sendable {
    /// Where its files stand in the site.
    package let folder: String
    /// In reading order, which is the ranker's last tie-break.
    package let pages: [Int]
    package let options: SearchOptions

    /// The place of one of its files in the site.
    package func path(_ name: String) -> String { folder + "/" + name }
  }

  /// The index of all pages.
  package static func whole(_ handbook: Handbook) -> Scope {
    Scope(
      folder: "search", pages: handbook.folders.readingOrder,
      options: options(handbook.configuration.language, handbook))
  }

  /// The index of each language of a handbook that has several.
  package static func editions(_ handbook: Handbook) -> [Scope] {
    handbook.editions.indices.filter { handbook.editions[$0].isTranslated }
      .map { edition($0, handbook) }
  }

  /// The index that readers of a page search: that of its language, or that of all pages.
  package static func scope(around page: Int, in handbook: Handbook) -> Scope {
    let number = handbook.edition(at: handbook.pages[page].path.folder)
    return handbook.editions[number].isTranslated ? edition(number, handbook) : whole(handbook)
  }

  private static func edition(_ number: Int, _ handbook: Handbook) -> Scope {
    let edition = handbook.editions[number]
    return Scope(
      folder: SiteMap.searchFolder(of: edition),
      pages: handbook.folders.readingOrder.filter {
        handbook.edition(at: handbook.pages[$0].path.folder) == number
      },
      options: options(edition.language, handbook))
  }

  private static func options(_ language: String, _ handbook: Handbook) -> SearchOptions {
    SearchOptions(
      language: language, synonyms: handbook.synonyms.map { SynonymGroup($0.meaning) })
  }

  /// What search can find on a page, the page itself first.
  package static func records(of page: Int, in handbook: Handbook) -> [SearchRecord] {
    SearchRecords(handbook: handbook, index: page).all()
  }

  /// The part of an index that some of its pages make; parts can be read side by side.
  ///
  /// Calls `begin` before each page, and ends with what that throws.
  package static func part<Failure: Error>(
    of pages: ArraySlice<Int>, _ options: SearchOptions, in handbook: Handbook,
    begin: () throws(Failure) -> Void
  ) throws(Failure) -> IndexPart {
    var reader = IndexPartReader(options)
    for page in pages {
      try begin()
      // Each page's records are let go at once: all together they are as large as the handbook.
      for record in records(of: page, in: handbook) { reader.read(record) }
    }
    return reader.finish()
  }

  /// An index, made in one go.
  package static func index(_ scope: Scope, of handbook: Handbook) -> SearchIndex {
    let part = part(of: scope.pages[...], scope.options, in: handbook) {}
    return SearchIndex([part], options: scope.options)
  }

  /// The index of all pages, made in one go.
  package static func index(of handbook: Handbook) -> SearchIndex {
    index(whole(handbook), of: handbook)
  }

  /// What a finished index shows of the content.
  package static func findings(_ index: SearchIndex, in handbook: Handbook) -> [Diagnostic] {
    SearchRules.findings(
      isHeld: { !index.unheldEntries.contains($0) }, size: index.size, in: handbook)
  }
}

extension SynonymGroup {
  fileprivate init(_ meaning: SynonymLine.Meaning) {
    switch meaning {
    case .twoWay(let words): self = .twoWay(words)
    case .oneWay(let from, let to): self = .oneWay(from: from, to: to)
    }
  }
}
