// Where the site keeps what belongs to its printed cards.

/// Paths below the site's root.
package enum CardAddress {
  /// The folder of the pages that QR codes open: one letter, as a code has little room.
  package static let folder = "c"
  /// Papers of the PDFs that a build makes.
  package static let papers = ["a4", "letter"]

  /// The page that a card's QR code opens.
  package static func path(of card: Card) -> String { "\(folder)/\(card.id).html" }

  /// The PDF of one card.
  package static func pdf(of card: Card, paper: String) -> String {
    "cards/card-\(card.id)-\(paper).pdf"
  }

  /// The PDF of a category's cards of one size.
  package static func pdf(of category: CardCategory, size: CardSize, paper: String) -> String {
    "cards/category-\(Slug.base(category.name))-\(size.rawValue)-\(paper).pdf"
  }

  /// The PDF of all cards of one size.
  package static func pdf(of size: CardSize, paper: String) -> String {
    "cards/all-\(size.rawValue)-\(paper).pdf"
  }
}
