// Raw HTML read as far as it is kept, so that its words are found, filled in and counted like all others.

package import CommonMark

/// Takes raw HTML apart into tags and text.
package enum RawTags {
  /// Makes text of tags that HTML does not know and of the words of blocks, and breaks of tags that part
  /// words.
  ///
  /// `<name>` is most likely a blank to fill, and stays visible.
  package static func open(in tree: inout MarkupTree) {
    var changes: [Int: MarkupTree.RawChange] = [:]
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .htmlBlock: changes[index] = block(tree.slice(node.text))
      case .htmlInline: changes[index] = tag(tree.slice(node.text))
      default: break
      }
    }
    tree.change(changes)
  }

  private static func tag(_ html: ArraySlice<UInt8>) -> MarkupTree.RawChange? {
    var scanner = RawScanner(html)
    guard let name = scanner.next()?.name else { return nil }
    if !HTMLNames.known.contains(name) { return .text }
    if name == "img" { return RawImage(html).map { .words($0.words) } }
    return HTMLNames.parting.contains(name) ? .space : nil
  }

  private static func block(_ html: ArraySlice<UInt8>) -> MarkupTree.RawChange? {
    var scanner = RawScanner(html)
    if let name = scanner.next()?.name, !HTMLNames.known.contains(name) { return .text }
    var parts = RawParts(html)
    parts.read()
    return parts.parts.isEmpty ? nil : .parts(parts.parts)
  }
}

extension RawScanner.Piece {
  /// The name of a tag.
  fileprivate var name: String? {
    switch self {
    case .start(let name, _), .end(let name): name
    case .code, .text, .nothing: nil
    }
  }
}

/// The parts of a block of raw HTML, one after the other.
private struct RawParts {
  private let html: ArraySlice<UInt8>
  private(set) var parts: [MarkupTree.RawPart] = []
  /// Whether the text is that of `<pre>`, whose line ends count.
  private var isPreformatted = false
  private var endsInSpace = true

  init(_ html: ArraySlice<UInt8>) { self.html = html }

  mutating func read() {
    var scanner = RawScanner(html)
    while true {
      let start = scanner.index
      guard let piece = scanner.next() else { return }
      let range = start..<scanner.index
      switch piece {
      case .text(let range): text(range)
      case .start(let name, _):
        if HTMLNames.parts(name) { space() }
        tag(name, range)
        if name == "pre" { isPreformatted = true }
      case .end(let name):
        if name == "pre" { isPreformatted = false }
        tag(name, range)
        if HTMLNames.parts(name) { space() }
      case .code, .nothing: break
      }
    }
  }

  private mutating func add(_ part: MarkupTree.RawPart) {
    parts.append(part)
    endsInSpace = false
  }

  private mutating func space() {
    if endsInSpace || isPreformatted { return }
    parts.append(.space)
    endsInSpace = true
  }

  private mutating func tag(_ name: String, _ range: Range<Int>) {
    if !HTMLNames.known.contains(name) {
      add(.text(range))
    } else if RawHTML.allowed.contains(name) {
      let isSpaced = endsInSpace
      add(.tag(range, words: name == "img" ? RawImage(html[range])?.words ?? [] : []))
      endsInSpace = isSpaced && name != "img"
    }
  }

  /// Text between tags; outside `<pre>` its lines are parted by spaces.
  private mutating func text(_ range: Range<Int>) {
    if isPreformatted {
      words(range)
      return
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let end = html[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      var line = html[start..<end]
      if start > range.lowerBound { line = line.drop(while: Self.isSpace) }
      if end < range.upperBound {
        while let last = line.last, Self.isSpace(last) { line = line.dropLast() }
      }
      if line.contains(where: { !Self.isSpace($0) }) {
        words(line.startIndex..<line.endIndex)
      } else if !line.isEmpty {
        space()
      }
      if end < range.upperBound { space() }
      start = end + 1
    }
  }

  private mutating func words(_ range: Range<Int>) {
    add(CharacterReferences.decoded(html[range]).map { .words($0) } ?? .text(range))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

/// `<img>` as far as it is kept.
package struct RawImage {
  package let source: String
  /// What it shows; nil where nothing says so, empty for one that only decorates.
  package let description: String?
  /// Pixels, or parts of a hundred with `%`.
  package let width: ArraySlice<UInt8>?
  package let height: ArraySlice<UInt8>?

  /// Reads a tag; nil for every other.
  package init?(_ html: ArraySlice<UInt8>) {
    var scanner = RawScanner(html)
    guard case .start("img", let attributes) = scanner.next() else { return nil }
    func text(_ name: String) -> String? {
      scanner.value(of: name, in: attributes).map { range in
        String(
          decoding: CharacterReferences.decoded(html[range]) ?? Array(html[range]), as: UTF8.self)
      }
    }
    func size(_ name: String) -> ArraySlice<UInt8>? {
      guard let range = scanner.value(of: name, in: attributes), (1...5).contains(range.count)
      else {
        return nil
      }
      let digits = html[range].prefix { (0x30...0x39).contains($0) }
      let rest = html[range].dropFirst(digits.count)
      if digits.isEmpty { return nil }
      return rest.elementsEqual("%".utf8)
        ? html[range] : rest.isEmpty || rest.elementsEqual("px".utf8) ? digits : nil
    }
    source = text("src") ?? ""
    description = text("alt")
    (width, height) = (size("width"), size("height"))
  }

  /// What it shows, as text.
  var words: [UInt8] { Array((description ?? "").utf8) }
}
