// How long the Markdown parser would take where its time grows faster than the text.

internal import Text

/// An upper estimate of the steps that libcmark-gfm takes over and above one pass.
///
/// Three of its parts look at the rest of a paragraph again for each sign of theirs: bare addresses
/// at the rest of their word, raw HTML and images at the rest of the paragraph, and lines that may
/// delimit a table at all of the paragraph so far. (Versions before 0.29.0.gfm.13; Debian 12 has
/// 0.29.0.gfm.6.) Tables are filled up with empty cells.
struct MarkdownEffort {
  /// What is too much, and the bytes of the paragraph in which it became so.
  struct Excess: Equatable {
    let what: String
    let range: Range<Int>
  }

  private var steps = 0
  private var cells = 0
  private var columns = 0

  /// Measures the text of a page.
  ///
  /// - Returns: the first paragraph that is too much; nil where none is.
  static func excess(of bytes: ArraySlice<UInt8>) -> Excess? {
    if bytes.count < Limits.smallPage, mostCells(of: bytes) <= Limits.cells { return nil }
    var effort = MarkdownEffort()
    var block = BlockSigns(start: bytes.startIndex)
    var start = bytes.startIndex
    let hasReturns = bytes.position(of: 0x0D) != nil
    while start < bytes.endIndex {
      let rest = bytes[start...]
      let end =
        (hasReturns ? rest.firstIndex { $0 == 0x0A || $0 == 0x0D } : rest.position(of: 0x0A))
        ?? bytes.endIndex
      let line = LineSigns(bytes[start..<end])
      if line.isBlank {
        if let excess = effort.add(block) { return excess }
        block = BlockSigns(start: end)
        effort.columns = 0
      } else {
        block.add(line, end: end)
        if let what = effort.addCells(line) { return Excess(what: what, range: start..<end) }
      }
      start = end + 1
    }
    return effort.add(block)
  }

  /// No table of a text can have more: as many columns as all its `|`, as many rows as all its lines.
  private static func mostCells(of bytes: ArraySlice<UInt8>) -> Int {
    let pipes = bytes.count(of: UInt8(ascii: "|"))
    return pipes == 0 ? 0 : pipes * (bytes.count(of: 0x0A) + bytes.count(of: 0x0D))
  }

  private mutating func add(_ block: BlockSigns) -> Excess? {
    let size = block.end - block.start
    steps += block.addressSteps + (block.openers + block.delimiters) * size
    guard steps > Limits.effort else { return nil }
    return Excess(
      what: "this page would take the Markdown parser too long", range: block.start..<block.end)
  }

  private mutating func addCells(_ line: LineSigns) -> String? {
    if line.isDelimiter, line.pipes > 0 { columns = max(columns, line.pipes + 1) }
    if columns > Limits.columns { return "this table has more than \(Limits.columns) columns" }
    cells += columns
    return cells > Limits.cells
      ? "the tables of this page have more than \(Limits.cells) cells" : nil
  }
}

/// What lines between two blank ones hold.
private struct BlockSigns {
  let start: Int
  private(set) var end: Int
  private(set) var addressSteps = 0
  private(set) var openers = 0
  private(set) var delimiters = 0

  init(start: Int) {
    self.start = start
    end = start
  }

  mutating func add(_ line: LineSigns, end: Int) {
    self.end = end
    addressSteps += line.addressSteps
    openers += line.openers
    if line.isDelimiter { delimiters += 1 }
  }
}

/// What one line holds that the parser comes back to.
private struct LineSigns {
  /// Only blanks and marks of quotes.
  private(set) var isBlank = true
  /// Only what a table's second line holds, and marks of lists and quotes.
  private(set) var isDelimiter = false
  private(set) var pipes = 0
  /// `<?`, `<!` and `![`.
  private(set) var openers = 0
  /// For each word, the addresses that may begin in it times its bytes.
  private(set) var addressSteps = 0

  init(_ line: ArraySlice<UInt8>) {
    var word = (start: line.startIndex, addresses: 0)
    var mayDelimit = true
    var dashes = 0
    var before: UInt8 = 0x20
    for index in line.indices {
      let byte = line[index]
      switch byte {
      case 0x20, 0x09:
        addressSteps += word.addresses * (index - word.start)
        word = (index + 1, 0)
      case UInt8(ascii: ">"): break
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), UInt8(ascii: "@"): word.addresses += 1
      case UInt8(ascii: "w") where before != byte: word.addresses += 1
      case UInt8(ascii: "?") where before == UInt8(ascii: "<"): openers += 1
      case UInt8(ascii: "!") where before == UInt8(ascii: "<"): openers += 1
      case UInt8(ascii: "[") where before == UInt8(ascii: "!"): openers += 1
      default: break
      }
      if byte != 0x20, byte != 0x09, byte != UInt8(ascii: ">") { isBlank = false }
      if mayDelimit { mayDelimit = Self.isInDelimiter(byte) }
      before = byte
    }
    addressSteps += word.addresses * (line.endIndex - word.start)
    isDelimiter = mayDelimit && dashes > 0
  }

  private static func isInDelimiter(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || (0x30...0x39).contains(byte)
      || "|:->*+.)".utf8.contains(byte)
  }
}
