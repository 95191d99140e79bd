// A parsed Markdown document as one flat value that any stage can read and pass on.

/// A Markdown document: nodes in document order, and the text that they point into.
///
/// A reader is a loop over ``nodes`` with a small stack of `end` indices; nothing recurses, so no
/// input can exhaust the stack.
package struct MarkupTree: Sendable, Equatable {
  /// What a node is; payloads are in ``Node/value``, ``Node/text`` and ``Node/extra``.
  package enum Kind: UInt8, Sendable {
    case document, blockQuote
    /// `value`: -1 for bullets, else the first number; `isTight` tells how items are set.
    case list
    /// `value`: 0 no task, 1 open task, 2 done task.
    case item
    /// `text`: the code; `extra`: the info string.
    case codeBlock
    /// `text`: the raw HTML.
    case htmlBlock
    case paragraph
    /// `value`: 1 to 6.
    case heading
    case thematicBreak
    /// `value`: the number that references show; `text`: the label as addresses hold it, escaped;
    /// `ordinal`: how many references there are.
    case footnoteDefinition
    /// `value`: columns; `extra`: one byte a column, `l c r` or 0.
    case table
    /// `value`: 1 for the header row.
    case tableRow
    /// `value`: the column's alignment byte.
    case tableCell
    /// `text`: literal text.
    case text
    case softBreak, lineBreak
    /// `text`: the code.
    case code
    /// `text`: the raw tag.
    case htmlInline
    case emphasis, strong, strikethrough
    /// `text`: destination; `extra`: title.
    case link, image
    /// `value`, `text`: the definition's; `ordinal`: which reference to it this is, from 1.
    case footnoteReference
  }

  /// One node, 32 bytes.
  ///
  /// ``text``, ``extra``, ``value`` and ``ordinal`` share two fields: kinds with an `extra` have
  /// neither of the numbers, but for tables, whose value is kept in the place of the text that
  /// they lack.
  package struct Node: Sendable, Equatable {
    package let kind: Kind
    /// The highest bit is ``isTight``; the others are bits 16 to 22 of the number of lines from
    /// ``line`` to ``endLine``.
    private var upper: UInt8 = 0
    /// Bits 0 to 15 of that number.
    private var lower: UInt16 = 0
    /// Index after the last descendant.
    package var end: Int32 = 0
    /// 1-based line, and 1-based column in UTF-8 bytes, as the parser saw them: exact for blocks,
    /// only a hint for inlines (`InlinePlaces` in Handbook puts it right), 0 where unknown.
    package var line: Int32 = 0
    package var column: Int32 = 0
    @usableFromInline var first = Slice()
    @usableFromInline var second = Slice()

    init(kind: Kind, end: Int32 = 0) {
      self.kind = kind
      self.end = end
    }

    /// For lists: whether items are set without paragraphs.
    package var isTight: Bool {
      get { upper & 0x80 != 0 }
      set { upper = upper & 0x7F | (newValue ? 0x80 : 0) }
    }

    /// 1-based last line of a block; set ``line`` first, as this is stored as a distance from it.
    package var endLine: Int32 {
      get { line + (Int32(upper & 0x7F) << 16 | Int32(lower)) }
      set {
        let more = UInt32(min(max(newValue - line, 0), 0x7F_FFFF))
        upper = upper & 0x80 | UInt8(more >> 16)
        lower = UInt16(truncatingIfNeeded: more)
      }
    }

    @inlinable package var text: Slice {
      get { kind == .table ? Slice() : first }
      set { first = newValue }
    }

    @inlinable package var extra: Slice {
      get { kind.hasExtra ? second : Slice() }
      set { second = newValue }
    }

    @inlinable package var value: Int32 {
      get { kind == .table ? first.lower : kind.hasExtra ? 0 : second.lower }
      set { if kind == .table { first.lower = newValue } else { second.lower = newValue } }
    }

    @inlinable package var ordinal: Int32 {
      get { kind.hasExtra ? 0 : second.upper }
      set { second.upper = newValue }
    }
  }

  /// A range of ``MarkupTree/bytes`` or, with the sign bit set in both ends, of
  /// ``MarkupTree/source``.
  package struct Slice: Sendable, Equatable {
    package var lower: Int32 = 0
    package var upper: Int32 = 0
    package var isEmpty: Bool { lower == upper }
  }

  /// Nodes in document order; the first is the document.
  package internal(set) var nodes: [Node] = []
  /// Link targets and titles, and literals that differ from what the source has; UTF-8.
  package internal(set) var bytes: [UInt8] = []
  /// The Markdown, sharing the file's storage and indices, as most literals are a part of it;
  /// empty for a text with escaped braces.
  package internal(set) var source: ArraySlice<UInt8> = []

  /// An empty document.
  package init() {
    nodes = [Node(kind: .document, end: 1)]
  }

  /// The bytes of a slice of this tree.
  @inlinable
  package func slice(_ slice: Slice) -> ArraySlice<UInt8> {
    if slice.lower >= 0 { return bytes[Int(slice.lower)..<Int(slice.upper)] }
    return source[Int(slice.lower & Int32.max)..<Int(slice.upper & Int32.max)]
  }

  /// A slice as text.
  package func string(_ slice: Slice) -> String {
    String(decoding: self.slice(slice), as: UTF8.self)
  }

  /// The indices of a node's children, in order.
  package func children(of index: Int) -> [Int] {
    var result: [Int] = []
    var child = index + 1
    let end = Int(nodes[index].end)
    while child < end {
      result.append(child)
      child = Int(nodes[child].end)
    }
    return result
  }

  /// The text of a node and its descendants as a reader sees it: no markup, breaks as spaces.
  package func plainText(of index: Int) -> String {
    plainText(in: index..<Int(nodes[index].end))
  }

  /// The text of a run of nodes as a reader sees it; a space between blocks.
  package func plainText(in range: Range<Int>) -> String {
    String(decoding: plainBytes(in: range), as: UTF8.self)
  }

  /// The same, UTF-8; `fill` says what becomes of literal text, marks of escaped braces included.
  package func plainBytes(
    in range: Range<Int>, filling fill: ((ArraySlice<UInt8>) -> [UInt8])? = nil
  ) -> [UInt8] {
    var result: [UInt8] = []
    for node in nodes[range] {
      switch node.kind {
      case .text, .code, .codeBlock:
        let text = slice(node.text)
        if node.kind == .text, let fill { result += fill(text) } else { result += text }
      case .softBreak, .lineBreak: result.append(UInt8(ascii: " "))
      case .paragraph, .heading, .item, .tableCell, .blockQuote, .list, .htmlBlock:
        if let last = result.last, last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
      default: break
      }
    }
    if result.contains(Self.escapedBraces[0]) {
      result = Self.unmarking(result[...], with: Array("{{".utf8))
    }
    return result
  }
}

extension MarkupTree.Kind {
  /// Whether ``MarkupTree/Node/extra`` means something.
  @inlinable var hasExtra: Bool {
    switch self {
    case .codeBlock, .table, .link, .image: true
    default: false
    }
  }
}
