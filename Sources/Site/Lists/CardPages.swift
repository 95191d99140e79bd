// The page of all cards, and the pages that QR codes open.

internal import Handbook
internal import Text

/// Writes the insides of pages about cards.
struct CardPages {
  let handbook: Handbook
  let strings: Strings
  let previews: CardPreviews

  /// A part of the page of all cards: what is there to be printed.
  ///
  /// The first ends with the PDFs, and with the question whether a printed card is current.
  func all(part: Int, of list: CardList) -> [UInt8] {
    var out = HTMLWriter()
    if handbook.cards.isEmpty { return out.bytes }
    let isWhole = list.parts.count == 1
    printer(&out)
    if !isWhole {
      categories(of: list, from: part, &out)
      ways(of: list, label: strings["list-parts"], from: part, &out)
    }
    out.markup("<div class=\"card-shelf\">\n")
    for share in list.parts[part] { section(share, of: list, isWhole: isWhole, &out) }
    out.markup("</div>\n")
    ways(of: list, label: strings["list-more"], from: part, &out)
    if part == 0 { closing(list, isWhole: isWhole, &out) }
    return out.bytes
  }

  private func closing(_ list: CardList, isWhole: Bool, _ out: inout HTMLWriter) {
    out.markup("<details class=\"card-downloads\"><summary>")
    out.text(strings["cards-pdfs"])
    out.markup("</summary>\n<p>")
    out.text(strings["cards-print-help"])
    out.markup("</p>\n")
    for size in sizes(of: handbook.cards) {
      out.html(files(size, strings["cards-print-all"]) { CardAddress.pdf(of: size, paper: $0) })
    }
    for group in list.groups {
      if let category = group.category { files(category, group.cards, category.label, &out) }
    }
    out.markup("</details>\n")
    out.html(
      ListPages(handbook: handbook, strings: strings).books(of: CardList.folder, root: "../"))
    out.markup("<section class=\"card-question\"><h2>")
    out.text(strings["card-check-title"])
    out.markup("</h2>\n")
    question(showsAll: isWhole, &out)
    out.markup("</section>\n")
  }

  /// Links to where the categories begin.
  private func categories(of list: CardList, from part: Int, _ out: inout HTMLWriter) {
    if list.groups.count < 2 { return }
    ListPages(handbook: handbook, strings: strings).beginnings(
      list.groups.map { ($0.category?.label ?? strings["cards-other"], $0.part) }, .cards,
      anchor: "category", label: strings["cards-title"], from: part, &out)
  }

  private func ways(
    of list: CardList, label: String, from part: Int, _ out: inout HTMLWriter
  ) {
    let lists = ListPages(handbook: handbook, strings: strings)
    lists.ways(.cards, label: label, from: part, count: list.parts.count, &out) { number, out in
      lists.numbered(number, of: list.parts.count, &out)
    }
  }

  private func section(
    _ share: CardList.Share, of list: CardList, isWhole: Bool, _ out: inout HTMLWriter
  ) {
    let group = list.groups[share.group]
    // In a list of one part the cards stand side by side, and each says its category itself.
    out.markup(isWhole ? "<section><h2 class=\"visually-hidden\">" : "<section><h2 id=\"category-")
    if !isWhole {
      out.number(share.group + 1)
      out.markup("\">")
    }
    out.text(group.category?.label ?? strings["cards-other"])
    out.markup("</h2>\n")
    out.html(
      CardHTML.html(
        Array(share.cards), strings: strings, previews: previews, heading: 3, root: "../"
      ) {
        urlPath(handbook.outputPath(ofPageAt: $0.page))
      })
    out.markup("</section>\n")
  }

  /// Writes links to the PDFs of a category.
  private func files(
    _ category: CardCategory, _ cards: [Card], _ label: String, _ out: inout HTMLWriter
  ) {
    for size in sizes(of: cards) {
      out.html(
        files(size, label) { CardAddress.pdf(of: category, size: size, paper: $0) })
    }
  }

  /// Sizes of cards that can be printed, in the order of the table of sizes.
  func sizes(of cards: [Card]) -> [CardSize] {
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

  /// Asks for the code of a printed card; the answer stands on the page itself where it `showsAll`
  /// cards.
  private func question(showsAll: Bool, _ out: inout HTMLWriter) {
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
    if showsAll {
      out.text(strings["card-check-no-script"])
    } else {
      out.markup("<a href=\"")
      out.text("../" + CardAddress.allCodes)
      out.markup("\">")
      out.text(strings["card-check-codes"])
      out.markup("</a>")
    }
    out.markup("</p></noscript>\n")
  }

  /// The page that knows the codes of all cards.
  func codes() -> [UInt8] {
    var out = HTMLWriter()
    question(showsAll: true, &out)
    out.markup("<ul class=\"card-codes\">\n")
    for card in handbook.cards {
      out.markup("<li data-card=\"")
      out.text(card.id)
      out.markup("\" data-code=\"")
      out.text(previews[card]?.code ?? "")
      out.markup("\"><b>")
      out.text(previews[card]?.code ?? "")
      out.markup("</b> <a class=\"card-title\" href=\"")
      out.text("../" + (previews.place(at: card.anchor) ?? CardList.path(0)))
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
