// One side of a card with everything at its place: what is drawn, and what the preview shows.

package import Handbook

/// A line of text at its place on a side.
struct TextLine: Sendable {
  var runs: [CardRun]
  var style: TextStyle
  var points: Double
  /// Its left end, from the card's left edge.
  var x: Millimetres
  /// From the card's top edge.
  var baseline: Millimetres
  var width: Millimetres
}

/// Text that belongs together, in reading order.
struct TextGroup: Sendable {
  enum Kind: Sendable { case title, label, heading, paragraph, item, control }
  var kind: Kind
  var marker: TextLine?
  var lines: [TextLine]
}

/// A drawn part that means nothing to somebody who hears the card, so that it has no tag.
enum Decoration: Sendable {
  case rule(Box, Ink)
  case dashes(Box, Ink)
  /// A hairline circle.
  case ring(Box, Ink)
  case shape(CardShape, Box, Ink)
}

/// A QR code at its place.
struct PlacedCode: Sendable {
  var code: QRCode
  /// Its quiet zone included.
  var box: Box
  /// What it leads to, in words.
  var alternative: String
}

/// A side of a card that has been set in type.
package struct LaidSide: Sendable {
  /// The body's type.
  package var size: QuarterPoints
  var groups: [TextGroup] = []
  var decorations: [Decoration] = []
  var code: PlacedCode?
  /// The same lines for the preview in the browser.
  package var face: CardFace
}

/// A card that has been set in type, with what was found wrong.
package struct LaidCard: Sendable {
  package var card: Card
  /// See ``CardCode``.
  package var code: String
  /// Nil where a side does not fit.
  package var front: LaidSide?
  package var back: LaidSide?
  package var findings: [Diagnostic]

  package var measures: CardMeasures { CardMeasures(card.size) }
  /// Whether it can be printed.
  package var isWhole: Bool { front != nil && (card.back.isEmpty || back != nil) }
  /// How the browser shows it.
  package var preview: CardPreview {
    CardPreview(code: code, front: front?.face, back: back?.face)
  }
}
