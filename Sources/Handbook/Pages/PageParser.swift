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
    let page = Page(file, front, tree, options: options)
    var diagnostics = front.diagnostics + [refusal].compactMap(\.self)
    page.collect()
    page.settleTitle()
    if page.isUntitled, !front.isBroken, refusal == nil {
      diagnostics.append(TitleRule.finding(on: page))
    }
    page.readPhrases()
    page.readSilences(&diagnostics)
    page.readStructure()
    return (page, diagnostics)
  }

  /// Gathers headings, links and alerts in one pass.
  private func collect() {
    let text = text
    let tree = text.tree
    var taken: [String: Int] = [:]
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .heading:
        let words = readerText(of: index)
        text.headings.append(
          Heading(
            node: index, level: Int(node.value), text: words,
            slug: Slug(words, avoiding: &taken)))
      case .link, .image:
        text.links.append(
          Link(node: index, destination: tree.string(node.text), isImage: node.kind == .image))
      case .blockQuote:
        if let alert = Alert(at: index, in: tree), !isEscaped(alert) { text.alerts[index] = alert }
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
      text.titleNode = heading.node
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
    case .guide, .phrases: text.structure = .plain
    case .model: text.structure = .model(ModelStep.read(self))
    case .script: text.structure = .script(Script.read(self))
    case .faq: text.structure = .faq(Question.read(self))
    case .practice: text.structure = .practice(Scenario.read(self))
    case .card: text.structure = .card(CardText.read(self))
    }
  }
}
