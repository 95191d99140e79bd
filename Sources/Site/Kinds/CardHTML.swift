// Cue cards at true size, line for line as they are printed.

internal import Handbook
internal import Text

/// The cards of a handbook as they are printed, by name, and where they are listed.
struct CardPreviews: Sendable {
  private let previews: [String: CardPreview]
  private let places: [String: String]

  /// `places` are ``CardList/places``.
  init(_ cards: [Card], _ previews: [CardPreview], places: [String: String] = [:]) {
    self.places = places
    self.previews = Dictionary(
      firstWins: zip(cards.map(\.id), previews))
  }

  subscript(card: Card) -> CardPreview? { previews[card.id] }

  /// The path and anchor below the site's root at which a card is listed, by its anchor `c-NAME`:
  /// the list of all cards may have several parts.
  func place(at anchor: String?) -> String? {
    guard let anchor, anchor.begins(with: "c-") else { return nil }
    return places[String(decoding: anchor.utf8.dropFirst(2), as: UTF8.self)]
  }
}

struct CardHTML {
  let strings: Strings
  let previews: CardPreviews
  /// The level of each card's title.
  let heading: Int
  /// What leads to the site's root.
  let root: String
  /// The address of a card's page below the root, on a list of cards.
  let page: ((Card) -> String)?
  private(set) var out = HTMLWriter()

  static func html(
    _ cards: [Card], strings: Strings, previews: CardPreviews, heading: Int, root: String,
    page: ((Card) -> String)? = nil
  ) -> [UInt8] {
    var writer = CardHTML(
      strings: strings, previews: previews, heading: heading, root: root, page: page)
    writer.out.markup("<div class=\"cards\">\n")
    for card in cards { writer.write(card) }
    writer.out.markup("</div>\n")
    return writer.out.bytes
  }

  private mutating func write(_ card: Card) {
    let preview = previews[card]
    out.markup("<article class=\"card size-")
    out.text(card.size.rawValue)
    if let category = card.category {
      out.markup(" category-")
      out.text(Slug.base(category.name))
      out.markup(" shape-")
      out.text(category.shape.rawValue)
    }
    if card.hole != .none {
      out.markup(" hole hole-")
      out.text(card.hole.rawValue)
      if card.turn == .top { out.markup(" turn-top") }
    }
    out.markup("\" id=\"c-")
    out.text(card.id)
    out.markup("\" data-card=\"")
    out.text(card.id)
    if let preview {
      out.markup("\" data-code=\"")
      out.text(preview.code)
    }
    out.markup("\">\n")
    face(card, card.front, preview?.front, isBack: false)
    if !card.back.isEmpty { face(card, card.back, preview?.back, isBack: true) }
    if let page { name(card, page(card)) }
    if preview?.front != nil { files(card) }
    if page != nil { fill(card) }
    out.markup("</article>\n")
  }

  private mutating func face(
    _ card: Card, _ blocks: [CardBlock], _ face: CardFace?, isBack: Bool
  ) {
    out.markup(isBack ? "<div class=\"face back\">" : "<div class=\"face front\">")
    header(card, face, isBack: isBack)
    out.markup("<div class=\"middle\"><div class=\"card-body fs-")
    out.number(face?.quarters ?? Int((card.minimum * 4).rounded(.up)))
    out.markup("\">\n")
    var body = CardBlocksHTML(
      strings: strings, face: face, isLadder: card.layout == .ladder)
    body.write(blocks)
    out.html(body.out.bytes)
    out.markup("</div>")
    if let code = face?.code { write(code) }
    out.markup("</div><footer>")
    for row in face?.control ?? [[card.id]] {
      out.markup("<p>")
      for part in row { control(part, code: previews[card]?.code) }
      out.markup("</p>")
    }
    out.markup("</footer></div>\n")
  }

  /// A part of the foot, the code in bold.
  private mutating func control(_ part: String, code: String?) {
    out.markup("<span>")
    if let code, part.hasPrefix(code) {
      out.markup("<b>")
      out.text(code)
      out.markup("</b>")
      out.text(String(part.dropFirst(code.count)))
    } else {
      out.text(part)
    }
    out.markup("</span> ")
  }

  private mutating func header(_ card: Card, _ face: CardFace?, isBack: Bool) {
    out.markup("<header>")
    if card.category != nil { out.markup("<span class=\"shape\" aria-hidden=\"true\"></span>") }
    // One heading a card: the back repeats the title as text.
    let level: StaticString = isBack ? "p" : heading == 2 ? "h2" : "h3"
    out.markup("<")
    out.markup(level)
    out.markup(" class=\"card-title ts-")
    out.number(face?.titleQuarters ?? 56)
    out.markup("\">")
    for line in face?.title ?? [card.title] {
      out.markup("<span class=\"line\">")
      out.text(line)
      out.markup("</span> ")
    }
    out.markup("</")
    out.markup(level)
    out.markup(">")
    let words = [card.category?.label, isBack ? strings["card-back"] : nil].compactMap { $0 }
    if !words.isEmpty {
      out.markup("<span class=\"tag\">")
      out.text(words.joined(separator: " · "))
      out.markup("</span>")
    }
    out.markup("</header>")
  }

  /// The QR code as squares of a drawing, and the words beside it.
  private mutating func write(_ code: CardFaceCode) {
    out.markup("<div class=\"card-code\">")
    if !code.hint.isEmpty {
      out.markup("<p>")
      for line in code.hint {
        out.markup("<span class=\"line\">")
        out.text(line)
        out.markup("</span> ")
      }
      out.markup("</p>")
    }
    // Four squares of quiet zone on every side.
    let side = code.side + 8
    out.markup("<svg role=\"img\" aria-label=\"")
    out.text("\(strings["card-code-alt"]) \(code.link)")
    out.markup("\" viewBox=\"0 0 ")
    out.text("\(side) \(side)")
    out.markup("\"><path d=\"")
    for row in 0..<code.side {
      for column in 0..<code.side where code.isDark[row * code.side + column] {
        out.text("M\(column + 4) \(row + 4)h1v1h-1z")
      }
    }
    out.markup("\"/></svg></div>")
  }

  /// Writes the card's title, which is too small to read on a list, as a link to its page.
  private mutating func name(_ card: Card, _ page: String) {
    out.markup(
      "<p class=\"card-name\"><input type=\"checkbox\" class=\"js-only\" autocomplete=\"off\" aria-label=\""
    )
    out.text(strings["cards-choose"].filled(["title": card.title]))
    out.markup("\"><a href=\"")
    out.text(root + page)
    out.markup("\">")
    out.text(card.title)
    out.markup("</a></p>\n")
  }

  /// Writes the button that prints as many copies of a card as a sheet has room for.
  private mutating func fill(_ card: Card) {
    out.markup("<button type=\"button\" class=\"fill js-only\" aria-label=\"")
    out.text(strings["cards-fill"] + ": " + card.title)
    out.markup("\">")
    out.text(strings["cards-fill"])
    out.markup("</button>\n")
  }

  /// Writes links to the card's PDFs.
  private mutating func files(_ card: Card) {
    let links = CardAddress.papers.map { (paper: $0, path: CardAddress.pdf(of: card, paper: $0)) }
    let label = strings[page == nil ? "cards-print-one" : "cards-pdf"]
    out.html(CardFiles.html(links, label: label, strings, root: root))
  }
}

/// Links to PDFs.
enum CardFiles {
  /// A line such as `Print this card: A4 · Letter`.
  static func html(
    _ links: [(paper: String, path: String)], label: String, _ strings: Strings, root: String
  ) -> [UInt8] {
    var out = HTMLWriter()
    out.markup("<p class=\"card-files\">")
    out.text(label)
    for (index, link) in links.enumerated() {
      out.markup(index == 0 ? " " : " · ")
      out.markup("<a href=\"")
      out.text(root + urlPath(link.path))
      out.markup("\" aria-label=\"")
      out.text("\(label) \(strings["paper-" + link.paper])")
      out.markup("\">")
      out.text(strings["paper-" + link.paper])
      out.markup("</a>")
    }
    out.markup("</p>\n")
    return out.bytes
  }
}
