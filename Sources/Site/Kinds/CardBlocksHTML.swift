// The body of a card's side as HTML.

internal import Handbook

/// Writes the blocks of one side; items of one kind share a list.
struct CardBlocksHTML {
  private enum List: Equatable { case acrostic, steps, bullets }

  let strings: Strings
  /// Where lines end; nil for a card that could not be set.
  let face: CardFace?
  let isLadder: Bool
  private(set) var out = HTMLWriter()
  /// The lines of each text of the block that is being written.
  private var lines: [[[CardRun]]] = []

  init(strings: Strings, face: CardFace?, isLadder: Bool) {
    (self.strings, self.face, self.isLadder) = (strings, face, isLadder)
  }

  mutating func write(_ blocks: [CardBlock]) {
    var list: List?
    for index in order(of: blocks) {
      let next = self.list(of: blocks[index])
      if next != list {
        if let list { close(list) }
        if let next { open(next, blocks[index]) }
        list = next
      }
      lines = face?.lines[index] ?? []
      write(blocks[index])
    }
    if let list { close(list) }
  }

  /// A ladder's first step stands lowest.
  private func order(of blocks: [CardBlock]) -> [Int] {
    CardLayout.order(of: blocks, isLadder: isLadder)
  }

  private func list(of block: CardBlock) -> List? {
    switch block {
    case .letter: .acrostic
    case .step: .steps
    case .bullet: .bullets
    default: nil
    }
  }

  private mutating func open(_ list: List, _ first: CardBlock) {
    switch list {
    case .acrostic: out.markup("<ol class=\"acrostic\">\n")
    case .bullets: out.markup("<ul>\n")
    case .steps:
      out.markup(isLadder ? "<ol reversed class=\"steps ladder\"" : "<ol class=\"steps\"")
      if case .step(let number, _, _) = first, number != 1 {
        out.markup(" start=\"")
        out.number(number)
        out.markup("\"")
      }
      out.markup(">\n")
    }
  }

  private mutating func close(_ list: List) {
    out.markup(list == .bullets ? "</ul>\n" : "</ol>\n")
  }

  private mutating func write(_ block: CardBlock) {
    switch block {
    case .letter(let letter, let runs):
      out.markup("<li><b>")
      out.text(letter)
      out.markup("</b> ")
      write(runs, text: 0)
      out.markup("</li>\n")
    case .pair(let say, let avoid): pair(say, avoid)
    case .step(_, let runs, let branches):
      out.markup("<li>")
      write(runs, text: 0)
      if !branches.isEmpty {
        out.markup("<ul class=\"branches\">")
        for (index, branch) in branches.enumerated() { item(branch, text: index + 1) }
        out.markup("</ul>")
      }
      out.markup("</li>\n")
    case .bullet(let runs): item(runs, text: 0)
    case .heading(let runs):
      out.markup("<p class=\"card-heading\">")
      write(runs, text: 0)
      out.markup("</p>\n")
    case .text(let runs):
      out.markup("<p>")
      write(runs, text: 0)
      out.markup("</p>\n")
    }
  }

  private mutating func pair(_ say: [CardRun], _ avoid: [CardRun]) {
    out.markup("<div class=\"pair\"><p class=\"say\"><span class=\"label\">")
    out.text(strings["say"])
    out.markup("</span> ")
    write(say, text: 0)
    out.markup("</p>")
    if !avoid.isEmpty {
      let label = CardRun(text: strings["instead-of"] + ":\u{A0}", isBold: true)
      out.markup("<p class=\"avoid\">")
      write([label] + avoid, text: 1)
      out.markup("</p>")
    }
    out.markup("</div>\n")
  }

  private mutating func item(_ runs: [CardRun], text: Int) {
    out.markup("<li>")
    write(runs, text: text)
    out.markup("</li>\n")
  }

  /// A text of the block, line by line where the lines are known.
  private mutating func write(_ runs: [CardRun], text: Int) {
    guard lines.indices.contains(text) else { return write(runs) }
    for line in lines[text] {
      out.markup("<span class=\"line\">")
      write(line)
      out.markup("</span> ")
    }
  }

  private mutating func write(_ runs: [CardRun]) {
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
