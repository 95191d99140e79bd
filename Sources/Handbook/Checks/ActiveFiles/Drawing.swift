// A drawing, or other XML, holds only what a picture needs.

internal import Text

/// Judges an SVG or another XML file: a list of what is let through, as no list of dangers is ever whole.
struct Drawing {
  /// Something that a picture does not need, and where it stands.
  typealias Finding = (what: String, range: Range<Int>)

  /// Whose vocabulary an element's name belongs to.
  private enum Vocabulary {
    case drawing
    /// One that browsers know nothing of, such as an editor's own.
    case unknown
    /// HTML, and what else browsers give a meaning to.
    case active
  }

  private static let svg = "http://www.w3.org/2000/svg"
  private static let xlink = "http://www.w3.org/1999/xlink"
  /// Vocabularies of the W3C without a meaning in browsers.
  private static let inert: Set<String> = [
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#",
    "http://www.w3.org/2005/Atom", "http://www.w3.org/2001/XMLSchema",
    "http://www.w3.org/2001/XMLSchema-instance", "http://www.w3.org/2002/07/owl#",
  ]

  /// The addresses that each prefix stands for in the elements open at a place, the innermost last.
  private var spaces: [String: [String]] = ["": [""]]
  /// The names of the open elements, and the prefixes that each declares.
  private var open: [(name: ArraySlice<UInt8>, prefixes: [String])] = []
  /// The text of a style sheet while it is read.
  private var sheet: [UInt8]?
  /// Whether the outermost element is one of a drawing, be it said or only meant.
  private var isDrawing = false

  /// The first thing that a picture does not need; nil where there is none.
  static func finding(_ bytes: [UInt8]) -> Finding? {
    do throws(XMLTokens.Problem) {
      var drawing = Drawing()
      var tokens = try XMLTokens(bytes)
      while true {
        let start = tokens.index
        guard let token = try tokens.next() else { return nil }
        if let (what, range) = drawing.judge(token, isFirst: start == 0 || start == 3) {
          return (what, range ?? start..<tokens.index)
        }
      }
    } catch {
      return (error.what, error.range)
    }
  }

  private typealias Judgement = (what: String, range: Range<Int>?)

  private mutating func judge(_ token: XMLTokens.Token, isFirst: Bool) -> Judgement? {
    switch token {
    case .other: return nil
    case .instruction(let target, let rest):
      return Self.problem(target, rest, isFirst: isFirst).map { ($0, nil) }
    case .text(let text, let isLiteral):
      guard let text = isLiteral ? Array(text) : withoutEntities(text) else {
        return ("an entity", nil)
      }
      sheet? += text
      return nil
    case .start(let name, let attributes, let isEmpty):
      if let found = enter(name, attributes) { return found }
      return isEmpty ? leave(name) : nil
    case .end(let name): return leave(name)
    }
  }

  private static func problem(
    _ target: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>, isFirst: Bool
  ) -> String? {
    let name = String(decoding: target, as: UTF8.self)
    guard name.lowercased().utf8.starts(with: "xml".utf8) else { return nil }
    guard name == "xml", isFirst else { return "a style sheet from elsewhere" }
    let text = rest.filter { !$0.isXMLSpace }.map { $0.isLetter ? $0 | 0x20 : $0 }
    guard let encoding = text.firstRange(of: "encoding=".utf8) else { return nil }
    let value = text[encoding.upperBound...].dropFirst()
      .prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    return value.elementsEqual("utf-8".utf8) || value.elementsEqual("utf8".utf8)
      ? nil : "text in another encoding than UTF-8"
  }

  private mutating func enter(
    _ name: ArraySlice<UInt8>, _ attributes: [XMLTokens.Attribute]
  ) -> Judgement? {
    if sheet != nil { return ("an element in a style sheet", nil) }
    var values: [(attribute: XMLTokens.Attribute, name: String, value: [UInt8])] = []
    for attribute in attributes {
      guard let value = withoutEntities(attribute.value) else {
        return ("an entity", attribute.range)
      }
      values.append((attribute, String(decoding: attribute.name, as: UTF8.self), value))
    }
    open.append((name, declare(values.map { ($0.name, $0.value) })))
    let (prefix, local) = Self.parts(String(decoding: name, as: UTF8.self))
    let space = spaces[prefix]?.last
    if open.count == 1 { isDrawing = space == Self.svg || local.lowercased() == "svg" }
    switch vocabulary(space) {
    case .unknown: return nil
    case .active: return ("HTML: the element <\(local)>", nil)
    case .drawing: break
    }
    if !DrawingNames.elements.contains(local) { return ("the element <\(local)>", nil) }
    if local == "style" { sheet = [] }
    for (attribute, name, value) in values {
      if let what = problem(name, value, on: local) { return (what, attribute.range) }
    }
    return nil
  }

  private mutating func leave(_ name: ArraySlice<UInt8>) -> Judgement? {
    guard let element = open.popLast(), element.name == name else {
      return ("an end tag without its beginning", nil)
    }
    for prefix in element.prefixes { spaces[prefix]?.removeLast() }
    defer { sheet = nil }
    return sheet.flatMap(StyleText.problem(inSheet:)).map { ($0, nil) }
  }

  /// Notes the vocabularies that an element declares, and gives their prefixes.
  private mutating func declare(_ attributes: [(name: String, value: [UInt8])]) -> [String] {
    attributes.compactMap { name, value in
      let (prefix, local) = Self.parts(name)
      guard name == "xmlns" || prefix == "xmlns" else { return nil }
      let declared = name == "xmlns" ? "" : local
      spaces[declared, default: []].append(String(decoding: value, as: UTF8.self))
      return declared
    }
  }

  private func vocabulary(_ space: String?) -> Vocabulary {
    guard let space else { return .drawing }
    if space == Self.svg { return .drawing }
    if space.isEmpty { return isDrawing ? .drawing : .unknown }
    return space.utf8.starts(with: "http://www.w3.org/".utf8) && !Self.inert.contains(space)
      ? .active : .unknown
  }

  /// What is wrong with an attribute; nil where nothing is, or its name is one of an editor's own.
  private func problem(_ name: String, _ value: [UInt8], on element: String) -> String? {
    var (prefix, local) = Self.parts(name)
    if name == "xmlns" || prefix == "xmlns" { return nil }
    if prefix == "xml" { return local == "base" ? "another base for its addresses" : nil }
    if let space = spaces[prefix]?.last, !prefix.isEmpty, space != Self.xlink { return nil }
    local = local.lowercased()
    if local.utf8.starts(with: "on".utf8), local.utf8.count > 2 { return "the handler \(local)" }
    switch local {
    case "href":
      let isFine =
        element == "a"
        ? Self.isLink(value)
        : FileAddress.isInside(value[...]) || element == "image" && Self.isDrawnPicture(value)
      return isFine ? nil : "an address that is not in the file"
    case "ping", "attributionsrc": return "an address that is told of a click"
    case "attributename": return Self.isAnimated(value) ? nil : "an animation of an address"
    default:
      if DrawingNames.isWords(local) { return nil }
      return StyleText.problem(inValue: value)
    }
  }

  /// Whether an address is one that a reader may follow.
  private static func isLink(_ value: [UInt8]) -> Bool {
    let text = String(decoding: value.filter { $0 > 0x20 }, as: UTF8.self)
    return Handbook.scheme(of: text).map { Handbook.schemes.contains($0) } ?? true
  }

  /// Whether an address is a drawing written out: in the place of a picture none runs or loads anything.
  private static func isDrawnPicture(_ value: [UInt8]) -> Bool {
    value.starts(with: "data:image/svg+xml".utf8)
  }

  private static func isAnimated(_ value: [UInt8]) -> Bool {
    let name = String(decoding: value.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    return DrawingNames.canMove(parts(name).local)
  }

  /// `xlink:href` as `xlink` and `href`.
  private static func parts(_ name: String) -> (prefix: String, local: String) {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return ("", name) }
    return (String(name[..<colon]), String(name[name.utf8.index(after: colon)...]))
  }
}

/// The names that SVG gives.
///
/// - Source: SVG 2 and SVG 1.1; parts of SVG 1.2 that Inkscape writes.
enum DrawingNames {
  /// Elements that draw, group, describe or move; those that run, embed or fetch are left out.
  static let elements: Set<String> = [
    "a", "altGlyph", "altGlyphDef", "altGlyphItem", "animate", "animateColor", "animateMotion",
    "animateTransform", "circle", "clipPath", "defs", "desc", "ellipse", "feBlend",
    "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix",
    "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood",
    "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge",
    "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting",
    "feSpotLight", "feTile", "feTurbulence", "filter", "flowDiv", "flowLine", "flowPara",
    "flowRegion", "flowRegionExclude", "flowRoot", "flowSpan", "font", "font-face",
    "font-face-format", "font-face-name", "font-face-src", "g", "glyph", "glyphRef", "hatch",
    "hatchPath", "hatchpath", "hkern", "image", "line", "linearGradient", "marker", "mask",
    "mesh", "meshGradient", "meshPatch", "meshRow", "meshgradient", "meshpatch", "meshrow",
    "metadata", "missing-glyph", "mpath", "path", "pattern", "polygon", "polyline",
    "radialGradient", "rect", "set", "solidColor", "solidcolor", "stop", "style", "svg", "switch",
    "symbol", "text", "textPath", "title", "tref", "tspan", "use", "view", "vkern",
  ]

  /// Attributes that hold words, not styles.
  static func isWords(_ name: String) -> Bool {
    ["id", "class", "content", "name", "d", "points"].contains(name)
      || name.utf8.starts(with: "data-".utf8) || name.utf8.starts(with: "aria-".utf8)
  }

  /// Whether a move of an attribute of this name, in lower case, leaves every address as it was.
  static func canMove(_ name: String) -> Bool {
    !["href", "style", "src", "base"].contains(name) && !name.utf8.starts(with: "on".utf8)
  }
}
