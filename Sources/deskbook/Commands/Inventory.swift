// Every page, phrase and card of a handbook, as rows.

internal import Build
internal import Handbook

/// One thing that a handbook holds.
struct InventoryRow {
  /// A page's path, a phrase's path and anchor, a card's id.
  let id: String
  let kind: String
  let title: String
  let owner: String?
  let review: ReviewState
  let due: CalendarDate?
  let page: ContentPath
  /// The place of its page in the handbook.
  let index: Int
}

/// The rows of a handbook, in the order of its navigation.
enum Inventory {
  static func rows(of handbook: Handbook) -> [InventoryRow] {
    let cards = Dictionary(grouping: handbook.cards, by: \.page)
    return handbook.folders.readingOrder.flatMap { index -> [InventoryRow] in
      let page = handbook.pages[index]
      let row = { (id: String, kind: String, title: String) in
        InventoryRow(
          id: id, kind: kind, title: title, owner: handbook.owner(of: page),
          review: handbook.reviewState(of: page), due: handbook.nextReview(of: page),
          page: page.path, index: index)
      }
      // A page that is a card is one thing, not two.
      let pages =
        page.kind == .card ? [] : [row(page.path.text, page.kind.rawValue, page.title)]
      let phrases = handbook.pages[index].phrases.map { phrase in
        row("\(page.path.text)#\(phrase.id)", "phrase", (phrase.say ?? phrase.avoid)?.text ?? "")
      }
      return pages + phrases + (cards[page.path] ?? []).map { row($0.id, "card", $0.title) }
    }
  }
}
