// The search index of a handbook.

package import Handbook
package import Search

/// Makes the index from a handbook.
package enum SiteSearch {
  /// The records of one page; pages can be read side by side.
  package static func records(ofPage index: Int, in handbook: Handbook) -> [SearchRecord] {
    SearchRecords(handbook: handbook, index: index).all()
  }

  /// The folder of the index that pages of an edition search; `search` has all pages.
  static func folder(of edition: Edition) -> String {
    edition.isTranslated ? "search/" + edition.language : "search"
  }

  /// The index of each language of a handbook that has several, in the folders of their own.
  package static func editionFiles(
    of handbook: Handbook, _ records: [[SearchRecord]]
  ) -> [OutputFile] {
    handbook.editions.indices.filter { handbook.editions[$0].isTranslated }.flatMap { number in
      let edition = handbook.editions[number]
      let pages = handbook.folders.readingOrder.filter {
        handbook.edition(at: handbook.pages[$0].path.folder) == number
      }
      let index = SearchIndex(
        records: pages.flatMap { records[$0] },
        options: SearchOptions(
          language: edition.language, synonyms: handbook.synonyms.map { SynonymGroup($0.meaning) }))
      return index.files.map { OutputFile(folder(of: edition) + "/" + $0.name, $0.bytes) }
    }
  }

  /// The index of a handbook, from what ``records(ofPage:in:)`` gave for each page, by page.
  package static func index(of handbook: Handbook, _ records: [[SearchRecord]]) -> SearchIndex {
    let options = SearchOptions(
      language: handbook.configuration.language,
      synonyms: handbook.synonyms.map { SynonymGroup($0.meaning) })
    // Reading order is the ranker's last tie-break.
    let ordered = handbook.folders.readingOrder.flatMap { records[$0] }
    return SearchIndex(records: ordered, options: options)
  }

  /// The index of a handbook, made in one go.
  package static func index(of handbook: Handbook) -> SearchIndex {
    index(of: handbook, handbook.pages.indices.map { records(ofPage: $0, in: handbook) })
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
