// Where the site keeps what belongs to its printed cards.

/// Paths below the site's root.
package enum CardAddress {
  /// The folder of the pages that QR codes open: one letter, as a code has little room.
  package static let folder = "c"
  /// Papers of the PDFs that a build makes.
  package static let papers = ["a4", "letter"]

  /// The page that a card's QR code opens.
  package static func path(of card: Card) -> String { "\(folder)/\(card.id)/index.html" }
  /// The page that knows the codes of all cards.
  package static let allCodes = "\(folder)/index.html"

  /// Addresses for a card's QR code below the site's root, the best first: one that names the card
  /// can say what replaced it, one with the code alone fits on the smallest cards.
  package static func links(to card: Card, code: String) -> [String] {
    ["\(folder)/\(card.id)/#\(code)", "\(folder)/#\(code)"]
  }

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
