// Another text for a heading, so that nothing that leads to it breaks.

internal import CommonMark
package import Handbook
internal import Text

/// Why a heading cannot be renamed.
package enum HeadingProblem: Error, Sendable, Equatable {
  /// The new text is empty, or has a line end.
  case notOneLine
  /// The heading does not stand on one line with nothing else.
  case noPlace
  /// The page would be another than with this heading renamed.
  case changesMore
  /// Something that names the heading and that this program cannot change.
  case cannotMend(path: String, line: Int, name: String)
}

/// A heading's new text, thought through to the end before anything is touched.
package struct HeadingPlan: Sendable {
  package private(set) var changes: [MovePlan.Change] = []
  private let handbook: Handbook
  private let index: Int
  /// Anchors of the page that change, each with its new name.
  private let anchors: [String: String]
  private var edits: [Int: [ByteEdit]] = [:]

  /// Plans the change.
  ///
  /// - Parameters:
  ///   - heading: which of the page's headings.
  ///   - index: the page.
  ///   - text: Markdown of one line.
  ///   - handbook: with drafts.
  ///   - texts: the handbook's texts.
  /// - Throws: ``HeadingProblem``
  package init(
    heading: Int, of index: Int, text: String, in handbook: Handbook,
    texts: [ContentPath: SourceFile]
  ) throws(HeadingProblem) {
    (self.handbook, self.index) = (handbook, index)
    let page = handbook.pages[index]
    if text.contains(where: \.isNewline) || text.allSatisfy(\.isWhitespace) { throw .notOneLine }
    guard let place = page.headingText(heading) else { throw .noPlace }
    let edit = ByteEdit(place, text)
    let after = handbook.edited([page.path.text: page.file.bytes.applying([edit])]).pages[index]
    if !page.differs(from: after, onlyIn: heading) { throw .changesMore }
    anchors = Dictionary(
      firstWins: zip(page.anchors, after.anchors).filter { $0 != $1 }.map { ($0, $1) })
    edits[index] = [edit]
    if !anchors.isEmpty {
      for other in handbook.pages.indices { try mendLinks(of: other) }
      try mendFrontMatter(of: page)
    }
    try finish(texts)
  }

  private mutating func mendLinks(of other: Int) throws(HeadingProblem) {
    let resolutions = handbook.resolutions[other]
    let links = resolutions.indices.filter { newAnchor(resolutions[$0]) != nil }
    if links.isEmpty { return }
    let page = handbook.pages[other]
    let ranges = page.destinationRanges()
    var places: Set<Int> = []
    for link in links {
      guard let new = newAnchor(resolutions[link]), let found = ranges[link] else {
        throw problem(
          page.links[link].destination, at: page.firstLine(of: page.links[link].node), page)
      }
      for place in found where places.insert(place.lowerBound).inserted {
        let sign = page.file.bytes[place].firstIndex(of: UInt8(ascii: "#")) ?? place.upperBound - 1
        edits[other, default: []].append(ByteEdit(sign + 1..<place.upperBound, new))
      }
    }
  }

  private func newAnchor(_ resolution: LinkResolution) -> String? {
    guard case .page(index, let anchor?) = resolution else { return nil }
    return anchors[anchor]
  }

  /// Steps are named by scenarios, and by a card that picks them.
  private mutating func mendFrontMatter(of page: Page) throws(HeadingProblem) {
    let scenarios = page.front.scenarios.flatMap { $0.choices + [$0.outcome] }
    let card = page.front.card.map { $0.steps + $0.rows + $0.back } ?? []
    for name in scenarios + card {
      guard let new = anchors[name.value] else { continue }
      let old = name.value.utf8
      guard let start = name.range.first(where: { page.file.bytes[$0...].starts(with: old) }),
        start + old.count <= name.range.upperBound
      else { throw problem(name.value, at: name.range, page) }
      edits[index, default: []].append(ByteEdit(start..<start + old.count, new))
    }
  }

  private func problem(_ name: String, at range: Range<Int>, _ page: Page) -> HeadingProblem {
    let line = page.file.lines.position(of: range.lowerBound).line
    return .cannotMend(path: page.path.text, line: line, name: name)
  }

  private mutating func finish(_ texts: [ContentPath: SourceFile]) throws(HeadingProblem) {
    var pages: [String: [UInt8]] = [:]
    for (other, edits) in edits {
      let page = handbook.pages[other]
      pages[page.path.text] = page.file.bytes.applying(edits)
    }
    let after = handbook.edited(pages)
    try verify(after)
    var settings = SettingsMending(texts) { [anchors, path = handbook.pages[index].path.text] in
      let (before, anchor) = $0.cut(at: "#")
      guard before.pathNames.joined(separator: "/") == path,
        let new = anchor.flatMap({ anchors[String($0)] })
      else { return nil }
      return before + "#" + new
    }
    // A link that was mended is no edit which a reviewer would have to see; a new heading is one.
    var hashes = MovePlan.fingerprints(handbook, after, PathMap(from: "", to: ""))
    hashes[handbook.pages[index].path.text] = nil
    settings.restamp(hashes, texts[.reviews])
    for page in handbook.pages {
      guard let new = pages[page.path.text], new != page.file.bytes else { continue }
      add(page.path.text, page.file.bytes, new)
    }
    for (path, new) in settings.files.sorted(by: { $0.key < $1.key }) {
      add(path.text, texts[path]?.bytes ?? [], new)
    }
  }

  private mutating func add(_ path: String, _ old: [UInt8], _ new: [UInt8]) {
    changes.append(MovePlan.Change(path: path, oldPath: path, old: old, new: new))
  }

  /// Reads every link again: it leads where it did.
  private func verify(_ after: Handbook) throws(HeadingProblem) {
    for (other, before) in handbook.resolutions.enumerated() {
      let page = handbook.pages[other]
      let now = after.resolutions[other]
      if now.count != before.count { throw .changesMore }
      for link in before.indices {
        var wanted = before[link]
        if let new = newAnchor(wanted) { wanted = .page(index, anchor: new) }
        if now[link] == wanted { continue }
        throw problem(
          page.links[link].destination, at: page.firstLine(of: page.links[link].node), page)
      }
    }
  }
}

extension Handbook {
  /// The handbook with other bytes for some pages, by their paths.
  fileprivate func edited(_ edited: [String: [UInt8]]) -> Handbook {
    let options = configuration.pageOptions
    let pages = self.pages.map { page in
      guard let bytes = edited[page.path.text] else { return page }
      return Page.read(SourceFile(path: page.path, bytes: bytes), options: options).page
    }
    return Handbook(settings, pages: pages, files: files, leftOut: leftOut, absent: absent)
  }
}

extension Page {
  /// Where the text of a heading stands, without its marks and its own anchor; nil where it is not on
  /// one line.
  package func headingText(_ index: Int) -> Range<Int>? {
    let line = firstLine(of: headings[index].node)
    var words = file.bytes[line]
    let signs = words.prefix { $0 == UInt8(ascii: "#") }.count
    if signs == headings[index].level {
      words = words.dropFirst(signs).drop { $0 == 0x20 || $0 == 0x09 }
      words = words.trimmedAtEnd()
      let bare = words.dropLast(words.reversed().prefix { $0 == UInt8(ascii: "#") }.count)
      if bare.isEmpty || bare.last == 0x20 || bare.last == 0x09 { words = bare.trimmedAtEnd() }
    } else {
      // The marks of a heading that is underlined are a line of their own.
      let next = file.range(ofLine: file.lines.position(of: line.lowerBound).line + 1)
      guard file.bytes[next].contains(where: { $0 == 0x3D || $0 == 0x2D }),
        file.bytes[next].allSatisfy({ " \t>=-".utf8.contains($0) })
      else { return nil }
      words = words.trimmedAtEnd()
    }
    if headings[index].anchor != nil, let brace = words.lastIndex(of: UInt8(ascii: "{")) {
      words = words[..<brace].trimmedAtEnd()
    }
    return words.isEmpty ? nil : words.indices
  }

  /// Every name that a link to the page can have behind its `#`, in an order of its own.
  fileprivate var anchors: [String] { headings.map(\.slug.text) + phrases.map(\.id) }

  /// Whether a page has the same headings, phrases and links but for one heading's words.
  fileprivate func differs(from other: Page, onlyIn heading: Int) -> Bool {
    guard headings.count == other.headings.count, phrases.count == other.phrases.count,
      links.count == other.links.count, !other.headings[heading].text.isEmpty
    else { return false }
    return headings.indices.allSatisfy { index in
      headings[index].level == other.headings[index].level
        && headings[index].anchor == other.headings[index].anchor
        && (index == heading || headings[index].text == other.headings[index].text)
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func trimmedAtEnd() -> Self {
    dropLast(reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count)
  }
}
