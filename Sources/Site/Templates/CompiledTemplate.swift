// A template as a flat list of instructions, and how they make a page.

/// A page template, ready to be filled; it holds nothing of any site.
struct CompiledTemplate: Sendable {
  /// A step of filling the template.
  ///
  /// `item` says which of the open lists, counted from 1, a value's item is of; 0 for the page
  /// itself.
  enum Instruction: Sendable {
    case markup([UInt8])
    case value(Hole.Value, item: Int)
    /// Goes on at `end` unless the value is there, or, inverted, if it is.
    case section(Hole.Value, item: Int, isInverted: Bool, end: Int)
    /// Goes back to `start` with a list's next item while there is one.
    case next(Hole.Value, item: Int, start: Int)
  }

  let instructions: [Instruction]
  /// The most lists that are open at once.
  let depth: Int

  /// The HTML of a page.
  func render(_ context: TemplateContext) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(
      context.page.text.body.count + context.page.ways.navigation.count + 20_000)
    // The current item of each open list; the first place, for the page itself, stays 0.
    var items = [Int](repeating: 0, count: depth + 1)
    var place = 0
    while place < instructions.count {
      let instruction = instructions[place]
      place += 1
      switch instruction {
      case .markup(let bytes): out += bytes
      case .value(let value, let item): value.write(context, items[item], to: &out)
      case .section(let value, let item, let isInverted, let end):
        if value.isThere(context, items[item]) == isInverted { place = end }
      case .next(let list, let item, let start):
        items[item] += 1
        if items[item] < list.count(context) { place = start } else { items[item] = 0 }
      }
    }
    return out
  }
}

extension Hole.Value {
  fileprivate func write(_ context: TemplateContext, _ item: Int, to out: inout [UInt8]) {
    switch self {
    case .text(let read): if let text = read(context, item) { Self.escape(text, to: &out) }
    case .path(let read):
      guard let path = read(context) else { return }
      Self.escape(context.root, to: &out)
      Self.escape(path, to: &out)
    case .html(let read): if let html = read(context) { out += html }
    case .words(let words): Self.escape(words, to: &out)
    case .flag, .list: break
    }
  }

  fileprivate func isThere(_ context: TemplateContext, _ item: Int) -> Bool {
    switch self {
    case .text(let read): read(context, item)?.isEmpty == false
    case .words(let words): !words.isEmpty
    case .path(let read): read(context) != nil
    case .html(let read): read(context)?.isEmpty == false
    case .flag(let read): read(context, item)
    case .list(_, let count): count(context) > 0
    }
  }

  fileprivate func count(_ context: TemplateContext) -> Int {
    if case .list(_, let count) = self { count(context) } else { 0 }
  }

  /// What is wrong with a hole of two braces, or three where `isRaw`, for the value; nil where
  /// nothing is.
  func mistake(isRaw: Bool) -> String? {
    switch self {
    case .html: isRaw ? nil : "HTML: write it with three braces"
    case .text, .words, .path: isRaw ? "text: write it with two braces" : nil
    case .flag: "yes or no: write it as a section"
    case .list: "a list: write it as a section"
    }
  }

  /// Appends a text, escaped for elements and for attributes in either kind of quotes.
  static func escape(_ text: String, to out: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case UInt8(ascii: "'"): out += "&#39;".utf8
      default: out.append(byte)
      }
    }
  }
}
