// What checks have found, by what it depends on, so that little is checked again after a save.

/// Findings that need the whole handbook.
package struct WholeFindings: Sendable {
  /// What paths, settings and names decide.
  private let onPlaces: [Diagnostic]
  private let avoided: [[Diagnostic]]
  private let others: [Diagnostic]

  package var all: [Diagnostic] { onPlaces + avoided.flatMap(\.self) + others }

  package init(in handbook: Handbook) {
    onPlaces = Self.onPlaces(in: handbook)
    avoided = AvoidedPhrase.findings(in: handbook)
    others = Self.others(in: handbook)
  }

  /// What is found where only some pages have changed.
  package init(in handbook: Handbook, after revision: Revision, _ earlier: WholeFindings) {
    let hasSamePlaces =
      handbook.cards.map(\.id) == revision.earlier.cards.map(\.id)
      && revision.keeps {
        $0.phrases.count == $1.phrases.count && $0.front.aliases == $1.front.aliases
      }
    onPlaces = hasSamePlaces ? earlier.onPlaces : Self.onPlaces(in: handbook)
    avoided = AvoidedPhrase.findings(in: handbook, after: revision, earlier.avoided)
    others = Self.others(in: handbook)
  }

  private static func onPlaces(in handbook: Handbook) -> [Diagnostic] {
    OutputCollision.findings(in: handbook) + PageSize.findings(in: handbook)
      + NavigationEntry.findings(in: handbook) + Redirects.findings(in: handbook)
      + BrandRules.findings(in: handbook) + UntranslatedPage.findings(in: handbook)
      + SynonymRepeated.findings(in: handbook) + SynonymChain.findings(in: handbook)
  }

  private static func others(in handbook: Handbook) -> [Diagnostic] {
    OrphanPage.findings(in: handbook) + CardFit.findings(in: handbook)
      + CardLength.findings(in: handbook)
  }
}

/// All findings of checks on one state of a handbook.
package struct Findings: Sendable {
  private let onPages: [[Diagnostic]]
  private let whole: WholeFindings

  package var all: [Diagnostic] { onPages.flatMap(\.self) + whole.all }

  /// What was found on one page.
  package func onPage(_ index: Int, key: ContentHash) -> PageFindings {
    PageFindings(key: key, found: onPages[index])
  }

  /// Puts together what was found side by side; `onPages` has the findings of each page.
  package init(onPages: [[Diagnostic]], _ whole: WholeFindings) {
    (self.onPages, self.whole) = (onPages, whole)
  }

  /// Checks what a revision has changed, and what depends on it.
  package init(in handbook: Handbook, after revision: Revision, _ earlier: Findings) {
    var stale = Set(revision.changed.map(\.index))
    // Of other pages, checks ask for kinds, which a revision keeps, and for anchors.
    for (index, old, new) in revision.pairs where old.anchors != new.anchors {
      stale.formUnion(handbook.inbound[index])
    }
    if let list = handbook.folders.folders[CardList.folder]?.index,
      handbook.cards.map(\.id) != revision.earlier.cards.map(\.id)
    {
      stale.formUnion(handbook.inbound[list] + [list])
    }
    var onPages = earlier.onPages
    for index in stale { onPages[index] = Checks.pageFindings(on: index, in: handbook) }
    self.onPages = onPages
    whole = WholeFindings(in: handbook, after: revision, earlier.whole)
  }
}
