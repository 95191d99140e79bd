// The cards of a handbook as the site lists them.

/// All cards by category, in parts that a phone loads at once.
package struct CardList: Sendable {
  /// The folder of the list's pages.
  package static let folder = "cards"
  /// The script that says where each card stands, where there are several parts.
  package static let data = "data/cards.js"
  /// Cards in a part.
  private static let cardsOfAPart = 60

  /// The cards of one category, or those that have none.
  package struct Group: Sendable {
    package let category: CardCategory?
    package let cards: [Card]
    /// The part in which it begins.
    package let part: Int
  }

  /// What a part holds of a group.
  package struct Share: Sendable {
    /// In ``groups``.
    package let group: Int
    package let cards: ArraySlice<Card>
    /// Whether the group begins with it.
    package var isFirst: Bool { cards.startIndex == 0 }
  }

  /// In the order of the configuration, cards without a category last; none is empty.
  package private(set) var groups: [Group] = []
  /// At least one.
  package private(set) var parts: [[Share]] = [[]]

  /// Sorts cards by the categories of a handbook; within one they stay in their order.
  init(_ all: [Card], by categories: [CardCategory]) {
    var room = Self.cardsOfAPart
    for name in categories.map({ Optional($0.name) }) + [nil] {
      let cards = all.filter { $0.category?.name == name }
      if cards.isEmpty { continue }
      var rest = cards[...]
      while !rest.isEmpty {
        if room == 0 {
          parts.append([])
          room = Self.cardsOfAPart
        }
        let share = rest.prefix(room)
        if share.startIndex == 0 {
          groups.append(
            Group(category: cards.first?.category, cards: cards, part: parts.count - 1))
        }
        parts[parts.count - 1].append(Share(group: groups.count - 1, cards: share))
        rest = rest.dropFirst(share.count)
        room -= share.count
      }
    }
  }

  /// The place of a part below the site's root, from 0.
  package static func path(_ part: Int) -> String { "\(folder)/\(PartedList.cards.page(part))" }

  /// Pages, PDFs and scripts that the site has for its cards, the first part of the list left out.
  func files(_ categories: [CardCategory]) -> [String] {
    if groups.isEmpty { return [] }
    let further = PartedList.cards.further(parts.count)
    let decks = CardSize.allCases.flatMap { size in
      CardAddress.papers.flatMap { paper in
        [CardAddress.pdf(of: size, paper: paper)]
          + categories.map { CardAddress.pdf(of: $0, size: size, paper: paper) }
      }
    }
    return further.map { "\(Self.folder)/\($0)" } + (further.isEmpty ? [] : [Self.data])
      + [CardAddress.allCodes] + decks
      + groups.flatMap(\.cards).flatMap { card in
        [CardAddress.path(of: card)]
          + CardAddress.papers.map { CardAddress.pdf(of: card, paper: $0) }
      }
  }

  /// Where each card's place is below the site's root, by the card's name.
  package var places: [String: String] {
    var places: [String: String] = [:]
    for (part, shares) in parts.enumerated() {
      let path = Self.path(part)
      for card in shares.flatMap(\.cards) { places[card.id] = "\(path)#\(card.anchor)" }
    }
    return places
  }
}
