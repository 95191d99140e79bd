// One page as read: what is known of it, its text as a tree, and what its kind makes of that.

internal import Algorithms
package import CommonMark
package import Text

/// One page of the handbook with its text.
///
/// A class, so that handing a page on is one reference and not a copy of all its parts.
package final class Page: Sendable {
  package let file: SourceFile
  package let front: FrontMatter
  /// What lists and links call the page.
  package let title: String
  /// Whether the title is made of the file's name.
  package let isUntitled: Bool
  /// A hash of the file, by which readers' browsers tell a changed page.
  package let hash: ContentHash
  package let text: PageText
  package let phrases: [Phrase]
  /// Runs of blocks that are shown as phrases, by their first node.
  package let phraseBlocks: [Int: PhraseBlock]
  /// What the page's kind makes of its blocks.
  package let structure: Structure
  /// The lines to say and to avoid, to be compared with those of other pages.
  let spokenLines: SpokenLines
  let silences: [Silence]
  /// Where the text begins, after the front matter, in bytes of the file.
  private let bodyStart: Int

  init(
    _ text: PageText, _ front: FrontMatter.Reading, _ parts: Parts,
    _ title: (text: String, isMadeOfName: Bool)
  ) {
    (file, self.text) = (text.file, text)
    (self.front, bodyStart) = (front.frontMatter, front.bodyStart)
    (self.title, isUntitled) = title
    hash = ContentHash(text.file.bytes)
    (phrases, phraseBlocks) = (parts.phrases, parts.phraseBlocks)
    (structure, silences) = (parts.structure, parts.silences)
    spokenLines = SpokenLines(parts.phrases)
  }

  /// What was found in a page's text.
  struct Parts {
    let phrases: [Phrase]
    let phraseBlocks: [Int: PhraseBlock]
    let structure: Structure
    let silences: [Silence]
  }
}

extension Page {
  package var path: ContentPath { file.path }
  package var kind: PageKind { front.kind }

  /// Whether the page was written for another tool: findings that say so are warnings.
  package var isForeign: Bool { kind == .guide && (front.hasForeignKeys || isReadMe) }

  private var isReadMe: Bool { path.stem.lowercased() == "readme" }

  /// Every name that a link's `#part` may give, footnotes left out.
  package var anchors: [String] { headings.map(\.slug.text) + phrases.map(\.id) }

  /// Whether a link's `#part` may be this, footnotes left out.
  package func hasAnchor(_ name: String) -> Bool {
    headings.contains { $0.slug.text == name } || phrases.contains { $0.id == name }
  }

  /// The name of a place of the page as it stands there, however the letters of a link's are composed.
  package func spelling(ofAnchor name: String) -> String {
    name.utf8.allSatisfy { $0 < 0x80 } ? name : anchors.first { $0 == name } ?? name
  }

  /// The file from the page's text on, UTF-8.
  var bodyText: ArraySlice<UInt8> { file.bytes[bodyStart...] }

  /// The file up to the page's text: its front matter, UTF-8.
  var frontText: ArraySlice<UInt8> { file.bytes[..<bodyStart] }
}

// What the text holds.
extension Page {
  package var tree: MarkupTree { text.tree }
  package var titleNode: Int? { text.titleNode }
  package var headings: [Heading] { text.headings }
  package var links: [Link] { text.links }
  package var alerts: [Int: Alert] { text.alerts }
  /// The indices of the top-level blocks, in order, the title's heading left out.
  package var blocks: [Int] { text.blocks }
  /// The sibling blocks inside a run of nodes.
  package func blocks(in range: Range<Int>) -> [Int] { text.blocks(in: range) }
  /// The first line of a block, from where the block begins in it, as bytes.
  package func firstLine(of node: Int) -> Range<Int> { text.firstLine(of: node) }

  /// The heading record of a node.
  package func heading(at node: Int) -> Heading? {
    let place = headings.partitioningIndex { $0.node >= node }
    return place < headings.count && headings[place].node == node ? headings[place] : nil
  }
}

extension Page {
  /// A heading and its anchor.
  package struct Heading: Sendable {
    package let node: Int
    package let level: Int
    package let text: String
    package let slug: Slug
    /// The anchor that its editor gave it, `{#name}`; the slug differs where an earlier heading has it.
    package let anchor: String?
  }

  /// A link or an image.
  package struct Link: Sendable {
    package let node: Int
    package let destination: String
    package let isImage: Bool
  }

  /// Blocks that an H2 governs: the heading, and the nodes up to the next H2.
  package struct Section: Sendable {
    package let heading: Heading
    package let content: Range<Int>
  }

  /// A comment that silences one rule where it stands.
  package struct Silence: Sendable {
    package let rule: String
    package let reason: String
    /// The comment itself.
    package let range: Range<Int>
    /// What it covers: its own line and the block after it.
    package let covers: Range<Int>
    /// Whether it stands before all text, so that it covers findings about the whole page.
    package let coversPage: Bool
  }

  /// What a kind of page is made of.
  package enum Structure: Sendable {
    case plain
    case model([ModelStep])
    case script(Script)
    case faq([Question])
    case practice([Scenario])
    case card(CardText)
  }
}
