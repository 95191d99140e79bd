// `<name>`: a tag that HTML does not know is most likely a blank to fill, and stays visible.

internal import CommonMark

/// Raw HTML as text, where a reader would lose words or the break between them.
enum ShownTags {
  /// Makes text of tags that HTML does not know, and breaks of those that part words.
  static func show(in tree: inout MarkupTree) {
    var changes: [Int: MarkupTree.RawChange] = [:]
    for (index, node) in tree.nodes.enumerated() {
      guard node.kind == .htmlInline || node.kind == .htmlBlock else { continue }
      let html = tree.slice(node.text)
      var scanner = RawScanner(html)
      guard let name = scanner.next()?.name else { continue }
      if !HTMLNames.known.contains(name) {
        changes[index] = .text
      } else if node.kind == .htmlInline, HTMLNames.parting.contains(name) {
        changes[index] = .space
      }
    }
    tree.change(changes)
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

/// The elements of HTML, by what becomes of them.
package enum HTMLNames {
  /// Elements that stand on lines or in cells of their own.
  package static let parting: Set<String> = [
    "address", "article", "aside", "blockquote", "br", "center", "dd", "dialog", "dir", "div", "dl",
    "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre",
    "search", "section", "table", "caption", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  /// Whether an element that is left out leaves a break.
  package static func parts(_ name: String) -> Bool { name != "br" && parting.contains(name) }

  /// Every element of the HTML standard, those no longer in use too, and the roots of SVG and MathML.
  package static let known: Set<String> = parting.union([
    "a", "abbr", "acronym", "applet", "area", "audio", "b", "base", "basefont", "bdi", "bdo",
    "big", "blink", "body", "button", "canvas", "cite", "code", "col", "colgroup", "data",
    "datalist", "del", "details", "dfn", "em", "embed", "font", "frame", "frameset", "head",
    "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "link", "map", "mark",
    "marquee", "math", "meta", "meter", "nobr", "noframes", "noscript", "object", "optgroup",
    "output", "param", "picture", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script",
    "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub", "summary",
    "sup", "svg", "template", "textarea", "time", "title", "track", "tt", "u", "var", "video",
    "wbr", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse", "g", "defs", "use",
    "text", "tspan", "symbol",
  ])
}
