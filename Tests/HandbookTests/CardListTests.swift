// The page of all cards goes on in parts, each card on one of them.

import Handbook
import Testing

@Suite struct CardListTests {
  /// A handbook with so many cards of each category, and of none.
  private func handbook(
    _ counts: [(category: String?, cards: Int)], _ others: [String: String] = [:]
  ) throws -> TinyHandbook {
    var texts = others.merging(
      [
        "handbook.yml": "cards: {categories: {policy: {label: Policy}, calm: {label: Calm}}}\n",
        "index.md": "# Home\n",
      ], uniquingKeysWith: { own, _ in own })
    for (category, cards) in counts {
      for number in 0..<cards {
        let name = "\(category ?? "plain")-\(number + 1000)"
        let options = category.map { "card: {category: \($0)}\n" } ?? ""
        texts["cards/\(name).md"] = "---\ntitle: Card\nkind: card\n\(options)---\n\n- Breathe.\n"
      }
    }
    return try TinyHandbook(texts)
  }

  /// How many cards of which group each part has, such as `0:60`.
  private func shape(_ list: CardList) -> [[String]] {
    list.parts.map { $0.map { "\($0.group):\($0.cards.count)" } }
  }

  @Test func hasOnePartForFewCards() throws {
    let list = try handbook([("policy", 30), (nil, 30)]).handbook.siteMap.cards
    #expect(shape(list) == [["0:30", "1:30"]])
    #expect(list.places["policy-1000"] == "cards/index.html#c-policy-1000")
  }

  @Test func hasOnePartForNone() throws {
    let list = try handbook([]).handbook.siteMap.cards
    #expect(list.parts.count == 1 && list.parts[0].isEmpty && list.groups.isEmpty)
  }

  @Test func beginsAPartAfterSixtyCards() throws {
    let tiny = try handbook([("calm", 61), ("policy", 50), (nil, 70)])
    let list = tiny.handbook.siteMap.cards
    let shapes = [["0:50", "1:10"], ["1:51", "2:9"], ["2:60"], ["2:1"]]
    #expect(shape(list) == shapes)
    #expect(list.groups.map(\.category?.label) == ["Policy", "Calm", nil])
    #expect(list.groups.map(\.part) == [0, 0, 1])
    #expect(
      list.parts.map { $0.map(\.isFirst) } == [[true, true], [false, true], [false], [false]])
    #expect(list.places.count == tiny.handbook.cards.count)
    #expect(list.places["calm-1009"] == "cards/index.html#c-calm-1009")
    #expect(list.places["calm-1010"] == "cards/index-2.html#c-calm-1010")
    #expect(list.places["plain-1069"] == "cards/index-4.html#c-plain-1069")
  }

  @Test(arguments: [(60, false), (61, true)])
  func keepsThePathsOfItsParts(_ cards: Int, _ isTaken: Bool) throws {
    let tiny = try handbook(
      [(nil, cards)], ["cards/index-2.md": "# Mine\n", "data/cards.js": "mine()"])
    let found = tiny.diagnostics.filter { $0.rule.id == "output-collision" }.map(\.path.text)
    #expect(found == (isTaken ? ["cards/index-2.md", "data/cards.js"] : []))
  }

  @Test func knowsTheCardsOfAPageOfTheEditorsOwn() throws {
    let links = "[1](index.md#c-plain-1000) [2](index.md#c-plain-9) [3](../index.md#c-plain-1000)"
    let tiny = try handbook(
      [(nil, 1)], ["cards/index.md": "# Ours\n", "cards/about.md": "# About\n\n\(links)\n"])
    let found = tiny.diagnostics.filter { $0.rule.id == "link-anchor" }.map(\.message)
    #expect(
      found == [
        "cards/index.md has no heading #c-plain-9", "index.md has no heading #c-plain-1000",
      ])
  }
}
