// The search index of a handbook.

package import Handbook
package import Search

/// Makes the index from a handbook.
package enum SiteSearch {
  /// The records of one page; pages can be read side by side.
  package static func records(ofPage index: Int, in handbook: Handbook) -> [SearchRecord] {
    SearchRecords(handbook: handbook, index: index).all()
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
