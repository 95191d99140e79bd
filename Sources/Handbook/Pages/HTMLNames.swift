// The elements of HTML, and which of them a page may hold.

/// The elements of HTML, by what becomes of them.
package enum HTMLNames {
  /// Elements that stand on lines or in cells of their own.
  package static let parting: Set<String> = [
    "address", "article", "aside", "blockquote", "br", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6",
    "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre",
    "search", "section", "summary", "table", "caption", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
  ]

  /// Whether an element has a break before and behind it.
  package static func parts(_ name: String) -> Bool { name != "br" && parting.contains(name) }

  /// Every element of the HTML standard, those no longer in use too, and the roots of SVG and MathML.
  package static let known: Set<String> = parting.union([
    "a", "abbr", "acronym", "applet", "area", "audio", "b", "base", "basefont", "bdi", "bdo",
    "big", "blink", "body", "button", "canvas", "cite", "code", "col", "colgroup", "data",
    "datalist", "del", "dfn", "em", "embed", "font", "frame", "frameset", "head",
    "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "link", "map", "mark",
    "marquee", "math", "meta", "meter", "nobr", "noframes", "noscript", "object", "optgroup",
    "output", "param", "picture", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script",
    "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub",
    "sup", "svg", "template", "textarea", "time", "title", "track", "tt", "u", "var", "video",
    "wbr", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse", "g", "defs", "use",
    "text", "tspan", "symbol",
  ])
}

// What stands where, so that browsers read what was written.
extension HTMLNames {
  /// Elements that are kept inside a line of text.
  package static let phrasing: Set<String> = [
    "abbr", "b", "br", "code", "em", "i", "img", "kbd", "mark", "s", "strong", "sub", "sup", "u",
  ]

  /// Elements that are kept between blocks and in cells.
  package static let blocks: Set<String> = Set(parents.keys).union(lineHolders).union([
    "blockquote", "details", "dl", "figure", "hr", "ol", "summary", "table", "ul",
  ])

  /// Elements with one element each, and no end.
  package static let void: Set<String> = ["br", "hr", "img"]

  /// Elements that hold lines, and that any block ends.
  package static let lineHolders: Set<String> = ["p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"]

  /// What an element stands in, where it stands in few.
  package static let parents: [String: Set<String>] = [
    "li": ["ul", "ol"], "dt": ["dl"], "dd": ["dl"], "figcaption": ["figure"], "caption": ["table"],
    "thead": ["table"], "tbody": ["table"], "tfoot": ["table"],
    "tr": ["table", "thead", "tbody", "tfoot"], "td": ["tr"], "th": ["tr"],
  ]

  /// The elements that an element ends by beginning.
  ///
  /// - Source: *Optional tags*, HTML standard section 13.1.2.4.
  package static func endedBy(_ name: String) -> Set<String> {
    switch name {
    case "li": ["li"]
    case "dt", "dd": ["dt", "dd"]
    case "td", "th": ["td", "th"]
    case "tr": ["tr", "td", "th", "caption"]
    case "thead", "tbody", "tfoot": ["thead", "tbody", "tfoot", "tr", "td", "th", "caption"]
    default: []
    }
  }
}
