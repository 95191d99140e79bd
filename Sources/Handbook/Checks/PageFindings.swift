// What checks found in an earlier build, for the pages where it still holds.

/// What was found on one page.
package struct PageFindings: Sendable {
  /// Covers all that these findings depend on.
  package let key: ContentHash
  package let found: [Diagnostic]

  package init(key: ContentHash, found: [Diagnostic]) {
    (self.key, self.found) = (key, found)
  }
}

extension PageFindings {
  /// What tells the findings on each page from those of another state of it and of all that it is
  /// checked against.
  ///
  /// Of other pages, checks ask for path, kind and anchors of those that links lead to; and where a link
  /// leads nowhere, for all paths, as one of them may be meant.
  ///
  /// - Parameters:
  ///   - handbook: whose pages are checked.
  ///   - surroundings: a hash of the settings, the program and the names of copied files.
  /// - Returns: a key for each page.
  package static func keys(of handbook: Handbook, surroundings: String) -> [ContentHash] {
    let places = handbook.pages.map { "\($0.path.text) \($0.kind.rawValue)" }
    let all = ContentHash(lines: places + [""] + handbook.drafts.sorted()).hex
    let cards = ContentHash(lines: handbook.cards.map(\.id)).hex
    let cardList = handbook.pages.indices.first { handbook.outputPath(of: $0) == CardList.path(0) }
    return handbook.pages.enumerated().map { index, page in
      var parts = [surroundings, page.path.text, page.outline.hash.hex]
      for resolution in handbook.resolutions[index] {
        switch resolution {
        case .page(let target, let anchor):
          parts.append(places[target])
          if anchor == nil { continue }
          parts.append(handbook.pages[target].outline.anchors.hex)
          if target == cardList { parts.append(cards) }
        case .missing: parts.append(all)
        case .external: continue
        default: parts.append("\(resolution)")
        }
      }
      return ContentHash(lines: parts)
    }
  }
}
