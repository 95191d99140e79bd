// What leads to a page or a part of it, and where its own links lead.

internal import Handbook
internal import Text

/// A page, or a heading or phrase of it.
private struct Referent {
  let page: Int
  /// Nil for the page as a whole, whatever part links name.
  let anchor: String?

  /// What stands at a byte: a link stands for its target, the title and the front matter for the page.
  init?(_ offset: Int, on page: Page, in handbook: Handbook) {
    guard let own = handbook.page(at: page.path.text) else { return nil }
    if let link = LinkAtPlace(offset, on: page, in: handbook) {
      guard case .page(let index, let anchor) = link.resolution else { return nil }
      (self.page, self.anchor) = (index, anchor)
    } else if page.isNamed(at: offset) {
      (self.page, anchor) = (own, nil)
    } else if let heading = page.heading(at: offset) {
      (self.page, anchor) = (own, heading.slug.text)
    } else if let phrase = page.phrase(at: offset) {
      (self.page, anchor) = (own, phrase.id)
    } else {
      return nil
    }
  }

  /// Whether a link leads there; to a page as a whole its own links do not.
  func isMeant(by resolution: LinkResolution, on page: Int) -> Bool {
    guard case .page(self.page, let anchor) = resolution else { return false }
    return self.anchor.map { $0 == anchor } ?? (page != self.page)
  }
}

extension Page {
  /// Whether a byte stands in what names the page: its front matter or its title.
  func isNamed(at offset: Int) -> Bool {
    if let front = FrontMatter.yamlRange(of: file), offset <= front.upperBound { return true }
    guard let titleNode else { return false }
    let line = firstLine(of: titleNode)
    return line.lowerBound <= offset && offset <= line.upperBound
  }

  /// The line of what has an anchor; the start of the page where nothing has.
  func place(of anchor: String?) -> Range<Int> {
    let heading = headings.first { $0.slug.text == anchor }.map(\.node)
    let phrase = phrases.first { $0.id == anchor }.map(\.node)
    return (heading ?? phrase ?? titleNode).map { firstLine(of: $0) } ?? 0..<0
  }
}

extension LanguageSession {
  /// Every link that leads to what stands at a place.
  func references(_ params: JSON?) -> JSON {
    guard let (workspace, page, offset) = place(params),
      let referent = Referent(offset, on: page, in: workspace.handbook)
    else { return .null }
    var found: [JSON] = []
    if params?["context"]?["includeDeclaration"]?.isTrue == true {
      let target = workspace.handbook.pages[referent.page]
      let line = target.place(of: referent.anchor)
      found.append(location(target.path.text, target.file.range(line, unit)))
    }
    for (index, page) in workspace.handbook.pages.enumerated() {
      let resolutions = workspace.handbook.resolutions[index]
      let links = resolutions.indices.filter { referent.isMeant(by: resolutions[$0], on: index) }
      if links.isEmpty { continue }
      let ranges = page.destinationRanges()
      // Links that share a definition share its place.
      let places = Set(links.flatMap { ranges[$0] ?? [] })
      for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        found.append(location(page.path.text, page.file.range(place, unit)))
      }
    }
    return .array(found)
  }

  /// The links of a page, each with the address of what it leads to.
  func documentLinks(_ params: JSON?) -> JSON {
    guard let (workspace, page) = page(params),
      let own = workspace.handbook.page(at: page.path.text)
    else { return .array([]) }
    let ranges = page.destinationRanges()
    var links: [JSON] = []
    for (index, resolution) in workspace.handbook.resolutions[own].enumerated() {
      guard let target = address(resolution, page.links[index].destination, workspace) else {
        continue
      }
      for range in ranges[index] ?? [] {
        links.append(
          .object([("range", page.file.range(range, unit)), ("target", .string(target))]))
      }
    }
    return .array(links)
  }

  private func address(
    _ resolution: LinkResolution, _ destination: String, _ workspace: Workspace
  ) -> String? {
    switch resolution {
    case .page(let index, _): workspace.uri(workspace.handbook.pages[index].path.text)
    case .file(let path): workspace.uri(path)
    case .external: destination
    case .folder, .generated, .refused, .outside, .missing: nil
    }
  }
}
