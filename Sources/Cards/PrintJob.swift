// Everything that makes one PDF.

package import Handbook

/// A deck of cards of one size, and how to print it.
package struct PrintJob: Sendable {
  /// Cards of the sheet's size, every side set.
  package var cards: [LaidCard]
  package var imposition: Imposition
  package var pages: [PrintPage]
  /// Whether cut lines and crop marks are printed.
  package var hasMarks: Bool
  package var title: String
  package var author: String?
  /// BCP 47.
  package var language: String
  /// The newest date on a card; nil where none has one.
  package var date: CalendarDate?

  /// Prints all pages of an imposition unless some are given.
  ///
  /// All cards must be of the sheet's size and have been set; see ``LaidCard/isWhole``.
  package init(
    cards: [LaidCard], _ imposition: Imposition, title: String, author: String?, language: String,
    hasMarks: Bool = true, pages: [PrintPage]? = nil
  ) {
    precondition(cards.allSatisfy(\.isWhole), "a card that does not fit is never printed")
    self.cards = cards
    self.imposition = imposition
    self.pages = pages ?? imposition.pages(of: cards)
    self.hasMarks = hasMarks
    self.title = title
    self.author = author
    self.language = language
    date = cards.compactMap(\.card.reviewed).max()
  }
}
