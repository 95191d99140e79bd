// Random pages, and what an editor does to them.

@testable import Search
import TestSupport

/// Writes pages of a few hundred words, many of which share a stem.
struct RandomPages {
  private var generator: SeededGenerator
  private var written = 0

  private static let stems = [
    "refund", "wait", "call", "book", "cancel", "answer", "apolog", "clean", "visit", "happ", "pay",
  ]
  private static let endings = ["", "s", "ed", "ing", "y", "ies", "ize", "er"]
  private static let others = [
    "the", "I", "you", "no-show", "don’t", "H.E.A.R.T.", "電話", "é", "Ünder", "x", "2026", "a-b-c",
  ]
  private static let tags = ["Money", "front desk", "VIP", "é"]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func isOneIn(_ count: Int) -> Bool { number(in: 1...count) == 1 }

  /// One word in eight is rare: it comes and goes with its page.
  private mutating func word() -> String {
    switch number(in: 0...7) {
    case 0: "rare\(generator.pick(["", "r", "x"]))\(number(in: 0...60))"
    case 1: generator.pick(Self.others)
    default: generator.pick(Self.stems) + generator.pick(Self.endings)
    }
  }

  private mutating func text(_ count: Int) -> String {
    (0..<count).map { _ in word() }.joined(separator: " ")
  }

  mutating func synonyms() -> [SynonymGroup] {
    [
      .twoWay([word(), text(2), word()]), .oneWay(from: [text(2)], to: [word(), word()]),
      .twoWay(["refunds", "nobody-says-this", "waiter"]),
    ]
  }

  /// A page, its sections and phrases.
  mutating func page() -> [SearchRecord] {
    written += 1
    let (title, crumbs) = (text(2), isOneIn(2) ? ["Folder"] : ["Folder", text(1)])
    let tags = isOneIn(3) ? [generator.pick(Self.tags)] : []
    var records = [
      SearchRecord(
        kind: .page, url: "\(written).html", title: title, page: title, crumbs: crumbs,
        heard: [text(4)], keywords: tags, tags: tags, headings: [text(2)], body: text(20))
    ]
    for number in 0..<self.number(in: 0...6) {
      let kind = generator.pick([SearchRecord.Kind.section, .section, .step, .question, .phrase])
      records.append(
        SearchRecord(
          kind: kind, url: "\(written).html#\(number)", title: text(3), page: title, crumbs: crumbs,
          tags: tags, avoid: kind == .phrase ? [text(3)] : [],
          when: kind == .phrase ? [text(2)] : [], body: text(30),
          reviewDue: isOneIn(5) ? "2026-12-01" : nil, prominence: isOneIn(6) ? 48 : 64))
    }
    return records
  }

  /// Changes a few pages; may add one and remove one, or move one.
  mutating func change(_ pages: inout [[SearchRecord]]) {
    for _ in 0..<number(in: 0...3) {
      let page = number(in: 0...pages.count - 1)
      if pages[page].isEmpty { continue }
      let record = number(in: 0...pages[page].count - 1)
      switch number(in: 0...9) {
      case 0: pages[page][record].title = text(3)
      case 1: for index in pages[page].indices { pages[page][index].page = text(2) }
      case 2: for index in pages[page].indices { pages[page][index].tags = ["VIP", text(1)] }
      case 3: pages[page][record].reviewDue = "2027-01-0\(number(in: 1...9))"
      case 4: for index in pages[page].indices { pages[page][index].crumbs = [text(1)] }
      case 5: pages[page][0].body = []
      default: edit(&pages[page][record].body)
      }
    }
    if !isOneIn(2) { return }
    let page = number(in: 0...pages.count - 1)
    switch number(in: 0...5) {
    case 0: pages[page] += pages[page].prefix(1)
    case 1: pages.remove(at: page)
    case 2: pages.insert(self.page(), at: page)
    case 3: pages.insert(pages.remove(at: page), at: number(in: 0...pages.count - 1))
    case 4: pages[page].removeLast(number(in: 0...pages[page].count))
    default:
      pages[page].append(
        SearchRecord(kind: .card, url: "c.html#c-\(page)", title: text(2), page: text(1)))
    }
    if pages.count < 20 { pages.append(self.page()) }
  }

  /// Puts other words in the place of some.
  private mutating func edit(_ body: inout [UInt8]) {
    var words = String(decoding: body, as: UTF8.self).split(separator: " ").map(String.init)
    for _ in 0..<number(in: 1...6) where !words.isEmpty {
      words[number(in: 0...words.count - 1)] = word()
    }
    body = [UInt8](words.joined(separator: " ").utf8)
  }
}
