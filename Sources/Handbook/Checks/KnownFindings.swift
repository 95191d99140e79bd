// What checks found in an earlier build, for the pages where it still holds.

/// What was found on one page.
package struct PageFindings: Sendable {
  /// Covers all that these findings depend on, but for lines to avoid.
  package let key: ContentHash
  package let found: [Diagnostic]
  /// Lines to say that other pages tell staff to avoid.
  package let avoided: [Diagnostic]

  package init(key: ContentHash, found: [Diagnostic], avoided: [Diagnostic]) {
    self.key = key
    self.found = found
    self.avoided = avoided
  }
}

/// The findings of an earlier build on pages whose text has not changed since.
package struct KnownFindings: Sendable {
  /// By page; nil where its text has changed.
  package let onPages: [PageFindings?]
  package let avoided: AvoidedLines

  package init(onPages: [PageFindings?], avoided: AvoidedLines) {
    self.onPages = onPages
    self.avoided = avoided
  }
}

extension PageFindings {
  /// What tells the findings on each page from those of another state of it and of all that it is
  /// checked against.
  ///
  /// Of other pages, checks ask for paths, kinds, and the anchors that links name.
  ///
  /// - Parameters:
  ///   - handbook: whose pages are checked.
  ///   - surroundings: a hash of the settings, the program and the names of copied files.
  /// - Returns: a key for each page.
  package static func keys(of handbook: Handbook, surroundings: String) -> [ContentHash] {
    let places = handbook.pages.map { "\($0.path.text) \($0.kind.rawValue)" }
    let cards = handbook.cards.map(\.id)
    let shared = ContentHash(
      lines: [surroundings] + places + [""] + handbook.drafts.sorted() + [""] + cards)
    return handbook.pages.enumerated().map { index, page in
      var parts = [shared.hex, page.path.text, page.outline.hash.hex]
      for case .page(let target, .some) in handbook.resolutions[index] {
        parts.append(handbook.pages[target].outline.anchors.hex)
      }
      return ContentHash(lines: parts)
    }
  }
}
