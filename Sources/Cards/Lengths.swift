// Lengths on paper.

/// A length in millimetres.
package typealias Millimetres = Double

/// A type size in quarter points, the step in which cards are fitted.
package typealias QuarterPoints = Int

extension QuarterPoints {
  /// The size in points.
  var points: Double { Double(self) / 4 }
  /// The size in millimetres.
  var millimetres: Millimetres { points * PrintUnits.point }
}

enum PrintUnits {
  /// A PDF point in millimetres.
  static let point: Millimetres = 25.4 / 72
}

/// A rectangle from its top left corner, in millimetres, y downwards.
package struct Box: Sendable, Hashable {
  package var x: Millimetres
  package var y: Millimetres
  package var width: Millimetres
  package var height: Millimetres

  package init(x: Millimetres, y: Millimetres, width: Millimetres, height: Millimetres) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  package var right: Millimetres { x + width }
  package var bottom: Millimetres { y + height }
}
