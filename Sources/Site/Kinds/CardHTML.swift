// Cue cards at true size, for the screen and the browser's printer.

internal import Handbook

enum CardHTML {
  /// The HTML of cards; `heading` is the level of each card's title.
  static func html(_ cards: [Card], strings: Strings, heading: Int) -> [UInt8] {
    var out = HTMLWriter()
    out.markup("<div class=\"cards\">\n")
    for card in cards { write(card, strings, heading, &out) }
    out.markup("</div>\n")
    return out.bytes
  }

  private static func write(
    _ card: Card, _ strings: Strings, _ heading: Int, _ out: inout HTMLWriter
  ) {
    out.markup("<article class=\"card size-")
    out.text(card.size.rawValue)
    if let category = card.category {
      out.markup(" category-")
      out.text(Slug.base(category.name))
      out.markup(" shape-")
      out.text(category.shape.rawValue)
    }
    out.markup("\" id=\"c-")
    out.text(card.id)
    out.markup("\">\n")
    face(card, card.front, isBack: false, strings, heading, &out)
    if !card.back.isEmpty { face(card, card.back, isBack: true, strings, heading, &out) }
    out.markup("</article>\n")
  }

  private static func face(
    _ card: Card, _ blocks: [CardBlock], isBack: Bool, _ strings: Strings, _ heading: Int,
    _ out: inout HTMLWriter
  ) {
    out.markup(isBack ? "<div class=\"face back\">" : "<div class=\"face front\">")
    out.markup("<header><span class=\"shape\" aria-hidden=\"true\"></span>")
    // One heading a card: the back repeats the title as text.
    out.markup(isBack ? "<p class=\"card-title\">" : heading == 2 ? "<h2>" : "<h3>")
    out.text(card.title)
    out.markup(isBack ? "</p>" : heading == 2 ? "</h2>" : "</h3>")
    tag(card, isBack, strings, &out)
    out.markup("</header><div class=\"card-body fs-")
    out.number(CardFitting.fit(blocks, on: card).quarters)
    out.markup("\">\n")
    CardBlocksHTML.write(blocks, strings, &out)
    out.markup("</div><footer><span>")
    out.text(card.id + (card.reviewed.map { " · \($0)" } ?? ""))
    out.markup("</span>")
    if let date = card.reviewBy {
      out.markup("<span>")
      out.text(strings["review-by"] + " \(date)")
      out.markup("</span>")
    }
    out.markup("</footer></div>\n")
  }

  private static func tag(
    _ card: Card, _ isBack: Bool, _ strings: Strings, _ out: inout HTMLWriter
  ) {
    let words = [card.category?.label, isBack ? strings["card-back"] : nil].compactMap { $0 }
    if words.isEmpty { return }
    out.markup("<span class=\"tag\">")
    out.text(words.joined(separator: " · "))
    out.markup("</span>")
  }
}

/// The blocks of one side; runs of one kind share a list.
private enum CardBlocksHTML {
  private enum List: Equatable { case acrostic, steps, bullets }

  static func write(_ blocks: [CardBlock], _ strings: Strings, _ out: inout HTMLWriter) {
    var list: List?
    for block in blocks {
      let next = self.list(of: block)
      if next != list {
        if let list { close(list, &out) }
        if let next { open(next, block, &out) }
        list = next
      }
      write(block, strings, &out)
    }
    if let list { close(list, &out) }
  }

  private static func list(of block: CardBlock) -> List? {
    switch block {
    case .letter: .acrostic
    case .step: .steps
    case .bullet: .bullets
    default: nil
    }
  }

  private static func open(_ list: List, _ first: CardBlock, _ out: inout HTMLWriter) {
    switch list {
    case .acrostic: out.markup("<ol class=\"acrostic\">\n")
    case .bullets: out.markup("<ul>\n")
    case .steps:
      out.markup("<ol class=\"steps\"")
      if case .step(let number, _, _) = first, number != 1 {
        out.markup(" start=\"")
        out.number(number)
        out.markup("\"")
      }
      out.markup(">\n")
    }
  }

  private static func close(_ list: List, _ out: inout HTMLWriter) {
    out.markup(list == .bullets ? "</ul>\n" : "</ol>\n")
  }

  private static func write(
    _ block: CardBlock, _ strings: Strings, _ out: inout HTMLWriter
  ) {
    switch block {
    case .letter(let letter, let runs):
      out.markup("<li><b>")
      out.text(letter)
      out.markup("</b> <span>")
      write(runs, &out)
      out.markup("</span></li>\n")
    case .pair(let say, let avoid): pair(say, avoid, strings, &out)
    case .step(_, let runs, let branches):
      out.markup("<li>")
      write(runs, &out)
      if !branches.isEmpty {
        out.markup("<ul class=\"branches\">")
        for branch in branches { item(branch, &out) }
        out.markup("</ul>")
      }
      out.markup("</li>\n")
    case .bullet(let runs): item(runs, &out)
    case .heading(let runs):
      out.markup("<p class=\"card-heading\">")
      write(runs, &out)
      out.markup("</p>\n")
    case .text(let runs):
      out.markup("<p>")
      write(runs, &out)
      out.markup("</p>\n")
    }
  }

  private static func pair(
    _ say: [CardRun], _ avoid: [CardRun], _ strings: Strings, _ out: inout HTMLWriter
  ) {
    out.markup("<div class=\"pair\">")
    for (runs, side, label) in [(say, true, strings["say"]), (avoid, false, strings["instead-of"])]
    where !runs.isEmpty {
      out.markup(
        side
          ? "<p class=\"say\"><span class=\"label\">" : "<p class=\"avoid\"><span class=\"label\">")
      out.text(label)
      out.markup("</span> ")
      write(runs, &out)
      out.markup("</p>")
    }
    out.markup("</div>\n")
  }

  private static func item(_ runs: [CardRun], _ out: inout HTMLWriter) {
    out.markup("<li>")
    write(runs, &out)
    out.markup("</li>\n")
  }

  private static func write(_ runs: [CardRun], _ out: inout HTMLWriter) {
    for run in runs {
      if run.isBlank {
        out.markup("<span class=\"blank\">")
        out.text(run.text)
        out.markup("</span>")
      } else if run.isBold {
        out.markup("<strong>")
        out.text(run.text)
        out.markup("</strong>")
      } else {
        out.text(run.text)
      }
    }
  }
}
