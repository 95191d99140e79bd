// The page of all cards, and the pages that QR codes open.

internal import Handbook

/// Writes the insides of pages about cards.
struct CardPages {
  let handbook: Handbook
  let strings: Strings
  let previews: CardPreviews

  /// Every card, by category in the order of the configuration, with their PDFs and the question
  /// whether a printed card is current.
  func all() -> [UInt8] {
    var out = HTMLWriter()
    if handbook.cards.isEmpty { return out.bytes }
    out.markup("<section class=\"card-question\"><h2>")
    out.text(strings["card-check-title"])
    out.markup("</h2>\n")
    question(&out)
    out.markup("</section>\n")
    out.markup("<section class=\"card-downloads\"><h2>")
    out.text(strings["cards-print-title"])
    out.markup("</h2>\n<p>")
    out.text(strings["cards-print-help"])
    out.markup("</p>\n")
    for size in sizes(of: handbook.cards) {
      out.html(files(size, strings["cards-print-all"]) { CardAddress.pdf(of: size, paper: $0) })
    }
    out.markup("</section>\n")
    let names = handbook.configuration.cardCategories.map { Optional($0.name) } + [nil]
    for name in names {
      let cards = handbook.cards.filter { $0.category?.name == name }
      if !cards.isEmpty { section(cards, &out) }
    }
    return out.bytes
  }

  private func section(_ cards: [Card], _ out: inout HTMLWriter) {
    out.markup("<section><h2>")
    out.text(cards.first?.category?.label ?? strings["cards-other"])
    out.markup("</h2>\n")
    if let category = cards.first?.category {
      for size in sizes(of: cards) {
        out.html(
          files(size, strings["cards-print-category"]) {
            CardAddress.pdf(of: category, size: size, paper: $0)
          })
      }
    }
    out.html(
      CardHTML.html(cards, strings: strings, previews: previews, heading: 3, root: "../"))
    out.markup("</section>\n")
  }

  /// Sizes of cards that can be printed, in the order of the table of sizes.
  private func sizes(of cards: [Card]) -> [CardSize] {
    let printed = cards.filter { previews[$0]?.front != nil }
    return CardSize.allCases.filter { size in printed.contains { $0.size == size } }
  }

  private func files(
    _ size: CardSize, _ label: String, _ path: (String) -> String
  ) -> [UInt8] {
    let links = CardAddress.papers.map { (paper: $0, path: path($0)) }
    return CardFiles.html(
      links, label: "\(label) (\(size.rawValue.uppercased()), \(size.shown)):", strings,
      root: "../")
  }

  private func question(_ out: inout HTMLWriter) {
    out.markup("<div class=\"card-check\" role=\"group\" aria-label=\"")
    out.text(strings["card-check-title"])
    out.markup("\"><label for=\"card-code\">")
    out.text(strings["card-check-label"])
    out.markup(
      "</label> <input id=\"card-code\" autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\"> <button type=\"button\">"
    )
    out.text(strings["card-check-button"])
    out.markup("</button></div>\n<p class=\"card-verdict\" role=\"status\"></p>\n")
    out.markup("<noscript><p>")
    out.text(strings["card-check-no-script"])
    out.markup("</p></noscript>\n")
  }

  /// The page that knows the codes of all cards.
  func codes() -> [UInt8] {
    var out = HTMLWriter()
    question(&out)
    out.markup("<ul class=\"card-codes\">\n")
    for card in handbook.cards {
      out.markup("<li data-card=\"")
      out.text(card.id)
      out.markup("\" data-code=\"")
      out.text(previews[card]?.code ?? "")
      out.markup("\"><b>")
      out.text(previews[card]?.code ?? "")
      out.markup("</b> <a class=\"card-title\" href=\"../cards/index.html#c-")
      out.text(card.id)
      out.markup("\">")
      out.text(card.title)
      out.markup("</a></li>\n")
    }
    out.markup("</ul>\n")
    return out.bytes
  }

  /// The page that a card's QR code opens.
  func check(_ card: Card) -> [UInt8] {
    var out = HTMLWriter()
    out.markup("<div class=\"card-scanned\" data-card=\"")
    out.text(card.id)
    out.markup("\"><p class=\"card-verdict\" role=\"status\"></p>\n<dl>")
    row(strings["card-current-code"], previews[card]?.code ?? "", &out)
    if let date = card.reviewed { row(strings["reviewed"], "\(date)", &out) }
    if let date = card.reviewBy { row(strings["review-by"], "\(date)", &out) }
    out.markup("</dl>\n<p>")
    out.text(strings["card-compare"])
    out.markup(" <a href=\"../../")
    out.text(urlPath(handbook.outputPath(ofPageAt: card.page)))
    out.markup("\">")
    out.text(strings["card-page"])
    out.markup("</a></p></div>\n")
    out.html(
      CardHTML.html([card], strings: strings, previews: previews, heading: 2, root: "../../"))
    return out.bytes
  }

  private func row(_ name: String, _ value: String, _ out: inout HTMLWriter) {
    out.markup("<div><dt>")
    out.text(name)
    out.markup("</dt> <dd>")
    out.text(value)
    out.markup("</dd></div>")
  }
}

extension CardSize {
  /// Width and height with their unit, as names alone mean other sizes in other countries.
  fileprivate var shown: String {
    func text(_ value: Double) -> String {
      value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
    return "\(text(millimetres.width)) × \(text(millimetres.height)) mm"
  }
}
