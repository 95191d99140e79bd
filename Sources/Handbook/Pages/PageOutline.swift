// What is asked of every page in every build: kept, so that the text of one that did not change need not
// be read again.

/// What lists, links and checks of other pages ask of a page's text.
package final class PageOutline: Sendable {
  package let title: String
  /// Whether the title is made of the file's name.
  package let isUntitled: Bool
  /// Of the file.
  package let hash: ContentHash
  /// Of every name that a link's `#part` may give.
  package let anchors: ContentHash
  package let lines: SpokenLines
  /// Where the links of the text lead, in its order.
  package let destinations: [String]
  package let phraseCount: Int
  package let hasSilences: Bool

  package init(
    title: String, isUntitled: Bool, hash: ContentHash, anchors: ContentHash,
    lines: SpokenLines, destinations: [String], phraseCount: Int, hasSilences: Bool
  ) {
    self.title = title
    self.isUntitled = isUntitled
    self.hash = hash
    self.anchors = anchors
    self.lines = lines
    self.destinations = destinations
    self.phraseCount = phraseCount
    self.hasSilences = hasSilences
  }

  /// The outline of a page that was read.
  convenience init(_ page: Page) {
    let anchors = page.headings.map(\.slug.text) + [""] + page.phrases.map(\.id)
    self.init(
      title: page.title, isUntitled: page.isUntitled, hash: ContentHash(page.file.bytes),
      anchors: ContentHash(lines: anchors),
      lines: SpokenLines(page.phrases),
      destinations: page.links.map(\.destination), phraseCount: page.phrases.count,
      hasSilences: !page.silences.isEmpty)
  }
}
