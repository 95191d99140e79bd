// From a file to a Page: one pass over the tree, then what the page's kind makes of it.

internal import CommonMark

extension Page {
  /// A page, and what was found while reading it.
  package typealias Reading = (page: Page, diagnostics: [Diagnostic])

  /// Reads one page; whatever is wrong with it, there is a page.
  ///
  /// - Parameters:
  ///   - file: UTF-8, checked.
  ///   - options: how Markdown is read, and what placeholders become.
  /// - Returns: the page, and what was found while reading it.
  package static func read(_ file: SourceFile, options: PageOptions) -> Reading {
    var front = FrontMatter.read(file)
    front.frontMatter.fill(options)
    let refusal = PageSize.refusal(file, from: front.bodyStart)
    var tree = MarkupTree(
      parsing: refusal == nil ? file.bytes[front.bodyStart...] : [],
      firstLine: file.lines.position(of: front.bodyStart).line, options: options.parser)
    RawTags.open(in: &tree)
    tree.split(Alert.cuts(in: tree))
    let anchors = WrittenAnchors.take(from: &tree, of: file)
    let text = PageText(
      file, tree, title: front.frontMatter.title?.value, anchors: anchors, options)
    let (phrases, blocks) = Phrase.read(text)
    let (silences, onSilences) = Silence.read(text)
    let parts = Parts(
      phrases: phrases, phraseBlocks: blocks,
      structure: .read(text, front.frontMatter.kind, phrases, blocks), silences: silences)
    let page = Page(text, front, parts, title(front.frontMatter, text))
    var diagnostics = front.diagnostics + [refusal].compactMap(\.self)
    if page.isUntitled, !front.isBroken, !front.frontMatter.hasMistypedTitle, refusal == nil {
      diagnostics.append(TitleRule.finding(on: page))
    }
    return (page, diagnostics + onSilences)
  }

  /// The page's title, and whether it is made of the file's name.
  private static func title(
    _ front: FrontMatter, _ text: PageText
  ) -> (text: String, isMadeOfName: Bool) {
    if let given = front.title?.value { return (given, false) }
    let heading = text.headings.first { $0.node == text.titleNode }?.text ?? ""
    return heading.isEmpty ? (TitleRule.title(fromName: text.file.path), true) : (heading, false)
  }
}

extension Page.Structure {
  fileprivate static func read(
    _ text: PageText, _ kind: PageKind, _ phrases: [Phrase], _ blocks: [Int: PhraseBlock]
  ) -> Page.Structure {
    switch kind {
    case .guide, .phrases: .plain
    case .model: .model(ModelStep.read(text))
    case .script: .script(Script.read(text))
    case .faq: .faq(Question.read(text))
    case .practice: .practice(Scenario.read(text, phrases, blocks))
    case .card: .card(CardText.read(text))
    }
  }
}
