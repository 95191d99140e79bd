// What each size of card leaves free, and the type of its fixed parts.

package import Handbook

/// The measures of one size of card.
package struct CardMeasures: Sendable {
  package let width: Millimetres
  package let height: Millimetres
  /// Margin in which nothing is printed, so that a cut up to 3 mm off touches no text.
  package let safe: Millimetres
  /// Side of the square that a QR code takes, its quiet zone included.
  package let code: Millimetres
  /// The title's largest type.
  package let title: QuarterPoints

  package init(_ size: CardSize) {
    (width, height) = size.millimetres
    switch size {
    case .a7: (safe, code, title, footer) = (5, 18.5, 56, 32)
    case .index3x5: (safe, code, title, footer) = (4.5, 18.5, 56, 32)
    case .index4x6: (safe, code, title, footer) = (5, 20.5, 56, 32)
    case .a6, .quarter: (safe, code, title, footer) = (6.5, 20.5, 56, 32)
    case .a5, .half: (safe, code, title, footer) = (8, 22.5, 80, 36)
    case .businessUS, .businessEU: (safe, code, title, footer) = (3, 16.5, 44, 28)
    case .tent: (safe, code, title, footer) = (9, 20.5, 112, 36)
    case .lowTent: (safe, code, title, footer) = (9, 20.5, 80, 32)
    }
  }

  /// Type of the footer, which says code, name and dates.
  package let footer: QuarterPoints
  /// Type of the category's word.
  package static let tag: QuarterPoints = 36
  /// Type of the words beside a QR code.
  package static let hint: QuarterPoints = 34
  /// The smallest title where a long one does not fit on two lines.
  package static let smallestTitle: QuarterPoints = 40

  /// Side of the category's shape.
  package static let shape: Millimetres = 4.5
  /// Between shape, title and word.
  package static let gutter: Millimetres = 2
  /// Between the header and its rule, and the rule's width.
  package static let headerGap: Millimetres = 1.6
  package static let headerRule: Millimetres = 0.7
  /// Above and below the body.
  package static let bodyGap: Millimetres = 2.2
  /// The footer's rule, and between it and the footer.
  package static let footerRule: Millimetres = 0.25
  package static let footerGap: Millimetres = 1.2

  /// For a punched hole: the width of the band along the edge that stays free for it, its
  /// diameter, and the distance of its centre from the edge.
  package static let holeBand: Millimetres = 13
  package static let hole: Millimetres = 6
  package static let holeMiddle: Millimetres = 8

  /// Line height of the body, the title, and the footer, in ems.
  package static let leading = 1.28
  package static let titleLeading = 1.15
  package static let footerLeading = 1.25

  /// The width between the safe margins.
  package var column: Millimetres { width - 2 * safe }
  package var isLandscape: Bool { width > height }
}
