// From a file to a Page: one pass over the tree, then what the page's kind makes of it.

package import CommonMark

extension Page {
  /// A page, and what was wrong with it.
  package typealias Reading = (page: Page, diagnostics: [Diagnostic])

  /// Reads one page; whatever is wrong with it, there is a page.
  ///
  /// - Parameters:
  ///   - file: UTF-8, checked.
  ///   - options: how Markdown is read.
  /// - Returns: the page, and what was found while reading it.
  package static func read(_ file: SourceFile, options: ParserOptions) -> Reading {
    let front = FrontMatter.read(file)
    let firstLine = file.lines.position(of: front.bodyStart).line
    let refusal = PageSize.refusal(file, from: front.bodyStart)
    let body = refusal == nil ? file.bytes[front.bodyStart...] : []
    let tree = MarkupTree(parsing: body, firstLine: firstLine, options: options)
    let page = Page(
      path: file.path, file: file, front: front.frontMatter, tree: tree, bodyStart: front.bodyStart)
    var diagnostics = front.diagnostics + [refusal].compactMap(\.self)
    page.collect()
    page.settleTitle()
    if page.isUntitled, !front.isBroken, refusal == nil {
      diagnostics.append(TitleRule.finding(on: page))
    }
    page.isForeign = page.kind == .guide && (page.front.hasForeignKeys || page.isReadMe)
    page.readPhrases()
    page.readSilences(&diagnostics)
    page.readStructure()
    return (page, diagnostics)
  }

  private var isReadMe: Bool { path.stem.lowercased() == "readme" }

  /// Gathers headings, links and alerts in one pass.
  private func collect() {
    var taken: [String: Int] = [:]
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .heading:
        let text = readerText(of: index)
        headings.append(
          Heading(
            node: index, level: Int(node.value), text: text,
            slug: Slug(text, avoiding: &taken)))
      case .link, .image:
        links.append(
          Link(node: index, destination: tree.string(node.text), isImage: node.kind == .image))
      case .blockQuote:
        if let alert = Alert(at: index, in: tree), !isEscaped(alert) { alerts[index] = alert }
      default: break
      }
    }
  }

  /// Whether the marker is written `\[!SAY]`, to show it.
  private func isEscaped(_ alert: Alert) -> Bool {
    let first = tree.nodes[alert.marker.lowerBound]
    let text = first.kind == .text ? first : tree.nodes[alert.marker.lowerBound + 1]
    let start = file.lines.offset(line: Int(text.line), column: Int(text.column))
    return file.holds("\\[".utf8, at: start)
  }

  private func readerText(of node: Int) -> String {
    let text = tree.plainText(of: node)
    let start = text.firstIndex { $0 != " " } ?? text.endIndex
    return String(text[start...])
  }

  private func settleTitle() {
    let topLevel = Set(tree.children(of: 0))
    if let heading = headings.first(where: { $0.level == 1 && topLevel.contains($0.node) }) {
      titleNode = heading.node
      title = front.title?.value ?? heading.text
      if !title.isEmpty { return }
    }
    if let given = front.title?.value {
      title = given
      return
    }
    title = TitleRule.title(fromName: path)
    isUntitled = true
  }

  private func readStructure() {
    switch kind {
    case .guide, .phrases: structure = .plain
    case .model: structure = .model(ModelStep.read(self))
    case .script: structure = .script(Script.read(self))
    case .faq: structure = .faq(Question.read(self))
    case .practice: structure = .practice(Scenario.read(self))
    case .card: structure = .card(CardText.read(self))
    }
  }
}
