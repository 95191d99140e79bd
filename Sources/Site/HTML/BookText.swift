// The text of a page as a part of a book: every id is its own, and links lead on paper too.

internal import Handbook
internal import Text

/// Rewrites HTML of ours, in which `<` begins a tag and every attribute stands in double quotes.
struct BookText {
  /// A page that a link leads to.
  struct Target {
    /// Nil outside the book.
    let number: Int?
    let page: Page
  }

  /// The page's number in the book, from 1.
  let number: Int
  let page: Page
  /// The address of the page itself, from the book's file.
  let own: String
  /// What leads from the book's file to the site's root.
  let root: String

  private var out: [UInt8] = []
  /// The page whose title is to follow the open link unless it is the link's text, and where that
  /// text begins in ``out``.
  private var reference: (title: String, start: Int)?

  init(number: Int, page: Page, own: String, root: String) {
    (self.number, self.page, self.own, self.root) = (number, page, own, root)
  }

  /// The HTML as it stands in the book; `target` finds a page by its address below the site's root.
  mutating func html(_ html: [UInt8], _ target: (String) -> Target?) -> [UInt8] {
    out = []
    var rest = html[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      out += rest[..<open]
      tag(rest[open...close], target)
      rest = rest[(close + 1)...]
    }
    return out + rest
  }

  private mutating func tag(_ tag: ArraySlice<UInt8>, _ target: (String) -> Target?) {
    var rest = tag
    var isExplained = true
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")),
      let quote = rest[(equals + 1)...].dropFirst().firstIndex(of: UInt8(ascii: "\""))
    {
      let name = rest[..<equals].split(separator: UInt8(ascii: " ")).last ?? []
      let value = rest[(equals + 2)..<quote]
      out += rest[..<(equals + 2)]
      switch String(decoding: name, as: UTF8.self) {
      case "id", "for", "aria-labelledby", "aria-describedby": out += "p\(number)-".utf8 + value
      case "href": address(String(decoding: value, as: UTF8.self), isExplained, target)
      // Terms are explained by the glossary, and not by its title.
      case "class":
        isExplained = !value.elementsEqual("term".utf8)
        out += value
      default: out += value
      }
      rest = rest[quote...]
    }
    out += rest
    if tag.elementsEqual("</a>".utf8) {
      explain()
    } else if reference?.start == 0 {
      reference?.start = out.count
    }
  }

  /// Writes where a link leads, and remembers what paper has to say of it.
  private mutating func address(
    _ address: String, _ isExplained: Bool, _ target: (String) -> Target?
  ) {
    let (path, anchor) = address.cut(at: "#")
    if path.isEmpty {
      // Of a card, which the book does not have.
      let isElsewhere = anchor?.hasPrefix("c-") == true && !page.hasAnchor(String(anchor ?? ""))
      out += (isElsewhere ? own + address : "#p\(number)-\(anchor ?? "")").utf8
      return
    }
    guard path.hasPrefix(root), let found = target(String(path.dropFirst(root.count))) else {
      out += address.utf8
      return
    }
    if isExplained { reference = (found.page.title, 0) }
    let name = anchor.map { PercentEncoding.decoded(String($0)) }
    if let number = found.number, name.map(found.page.hasAnchor) ?? true {
      out += "#p\(number)\(anchor.map { "-\($0)" } ?? "")".utf8
    } else {
      out += address.utf8
    }
  }

  /// Writes the title of the page that a link leads to, unless it is what the link says.
  private mutating func explain() {
    guard let (title, start) = reference else { return }
    reference = nil
    var escaped = HTMLWriter()
    escaped.text(title)
    if out[start...].dropLast("</a>".utf8.count).elementsEqual(escaped.bytes) { return }
    out += "<span class=\"reference\"> (".utf8 + escaped.bytes + ")</span>".utf8
  }
}
