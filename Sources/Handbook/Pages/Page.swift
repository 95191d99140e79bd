// One page: its file, its front matter, its text as a tree, and what stands in it.

package import CommonMark
internal import Synchronization

/// One page of the handbook.
///
/// A class, so that handing a page on is one reference and not a copy of all its parts.
///
/// Safe without a lock, which the compiler cannot see. Nothing of a page, nor of its ``PageText``, is set
/// but by the methods that ``read(_:options:)`` calls, in `PageParser`, `Phrase` and `Silence`, before it
/// hands the page out; until then one task alone holds both, and nothing outside the module can set
/// anything. What is made later is whole before an `AtomicLazyReference` shows it to others: where two
/// tasks read a text at once, each reads one of its own, and both go on with the one that was put there
/// first.
package final class Page: @unchecked Sendable {
  package let path: ContentPath
  package let file: SourceFile
  package let front: FrontMatter
  /// Where the text begins, after the front matter, in bytes of the file.
  let bodyStart: Int
  /// What lists and links call the page.
  package internal(set) var title: String
  /// Whether the title is made of the file's name.
  package internal(set) var isUntitled = false
  private let options: ParserOptions
  /// Nil where the page was made from its outline.
  private let own: PageText?
  /// Nil where the page was read.
  private let known: PageOutline?
  /// The outline of a page that was read, once somebody has asked for it.
  private let made = AtomicLazyReference<PageOutline>()
  /// The text of a page made from its outline, once somebody has asked for it.
  private let late = AtomicLazyReference<PageText>()

  package var kind: PageKind { front.kind }

  /// Whether the page was written for another tool: findings that say so are warnings.
  package var isForeign: Bool { kind == .guide && (front.hasForeignKeys || isReadMe) }

  private var isReadMe: Bool { path.stem.lowercased() == "readme" }

  /// Every name that a link's `#part` may give on this page, footnotes left out.
  package var anchors: Set<String> { Set(headings.map(\.slug.text)).union(phrases.map(\.id)) }

  /// Whether a link's `#part` may be this, footnotes left out.
  package func hasAnchor(_ name: String) -> Bool {
    headings.contains { $0.slug.text == name } || phrases.contains { $0.id == name }
  }

  /// The file up to the page's text, UTF-8.
  package var frontMatterText: ArraySlice<UInt8> { file.bytes[..<bodyStart] }

  /// A page whose tree was just made, and is all that is known of it.
  init(
    _ file: SourceFile, _ front: FrontMatter.Reading, _ tree: MarkupTree, options: ParserOptions
  ) {
    path = file.path
    self.file = file
    self.front = front.frontMatter
    bodyStart = front.bodyStart
    self.options = options
    own = PageText(tree)
    known = nil
    title = ""
  }

  /// A page whose text need not be read before somebody asks for it.
  ///
  /// - Parameters:
  ///   - file: UTF-8, checked.
  ///   - front: its front matter, and where its text begins in bytes; nil where these are to be read.
  ///   - outline: that of a page read from the same bytes with the same options.
  ///   - options: how Markdown is read.
  package init(
    _ file: SourceFile, _ front: (read: FrontMatter, textStart: Int)?, outline: PageOutline,
    options: ParserOptions
  ) {
    path = file.path
    self.file = file
    if let front {
      (self.front, bodyStart) = front
    } else {
      let front = FrontMatter.read(file)
      (self.front, bodyStart) = (front.frontMatter, front.bodyStart)
    }
    self.options = options
    own = nil
    known = outline
    title = outline.title
    isUntitled = outline.isUntitled
  }
}

// What the text holds, read when it is first asked for.
extension Page {
  var text: PageText {
    if let own { return own }
    if let read = late.load() { return read }
    return late.storeIfNil(Page.read(file, options: options).page.text)
  }

  /// Reads the text now, and not when it is asked for.
  package func readText() { _ = text }

  package var tree: MarkupTree { text.tree }
  /// The level-1 heading that stands as the page's title, left out of its text.
  package var titleNode: Int? { text.titleNode }
  package var headings: [Heading] { text.headings }
  package var links: [Link] { text.links }
  package var alerts: [Int: Alert] { text.alerts }
  package var phrases: [Phrase] { text.phrases }
  /// Runs of blocks that are shown as phrases, by their first node.
  package var phraseBlocks: [Int: PhraseBlock] { text.phraseBlocks }
  package var silences: [Silence] { known?.hasSilences == false ? [] : text.silences }
  /// What the page's kind makes of its blocks.
  package var structure: Structure { text.structure }

  /// What others ask of the page without its text.
  package var outline: PageOutline {
    known ?? made.load() ?? made.storeIfNil(PageOutline(self))
  }
  /// How many phrases it has.
  package var phraseCount: Int { known?.phraseCount ?? phrases.count }
  /// Where its links lead, in the order of ``links``.
  var destinations: [String] { known?.destinations ?? links.map(\.destination) }
}

/// What stands in a page's text.
///
/// Safe without a lock for the reason that ``Page`` gives: set while its page is read, by the one task
/// that holds it, and never after.
final class PageText: @unchecked Sendable {
  let tree: MarkupTree
  var titleNode: Int?
  var headings: [Page.Heading] = []
  var links: [Page.Link] = []
  var alerts: [Int: Alert] = [:]
  var phrases: [Phrase] = []
  var phraseBlocks: [Int: PhraseBlock] = [:]
  var silences: [Page.Silence] = []
  var structure: Page.Structure = .plain

  init(_ tree: MarkupTree) { self.tree = tree }
}

extension Page {
  /// A heading and its anchor.
  package struct Heading: Sendable {
    package let node: Int
    package let level: Int
    package let text: String
    package let slug: Slug
  }

  /// A link or an image.
  package struct Link: Sendable {
    package let node: Int
    package let destination: String
    package let isImage: Bool
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

  /// The indices of the top-level blocks, in order, the title's heading left out.
  package var blocks: [Int] { tree.children(of: 0).filter { $0 != titleNode } }

  /// Blocks that an H2 governs: the heading, and the nodes up to the next H2.
  package struct Section: Sendable {
    package let heading: Int
    package let content: Range<Int>
  }

  /// The page cut at its H2s: the nodes before the first, title included, and the sections.
  package func sections() -> (intro: Range<Int>, sections: [Section]) {
    let topLevel = Set(tree.children(of: 0))
    let heads = headings.filter { $0.level == 2 && topLevel.contains($0.node) }
    let end = Int(tree.nodes[0].end)
    guard let first = heads.first else { return (1..<end, []) }
    var sections: [Section] = []
    for (index, heading) in heads.enumerated() {
      let next = index + 1 < heads.count ? heads[index + 1].node : end
      sections.append(
        Section(heading: heading.node, content: Int(tree.nodes[heading.node].end)..<next))
    }
    return (1..<first.node, sections)
  }

  /// The sibling blocks inside a run of nodes.
  package func blocks(in range: Range<Int>) -> [Int] {
    let nodes = tree.nodes
    var result: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      result.append(index)
      index = Int(nodes[index].end)
    }
    return result
  }

  /// The heading record of a node.
  package func heading(at node: Int) -> Heading? {
    let headings = headings
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low < headings.count && headings[low].node == node ? headings[low] : nil
  }
}
