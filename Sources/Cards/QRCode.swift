// QR codes: links in print.

internal import CQREncode

/// A QR code as dark and light squares.
///
/// - Source: ISO/IEC 18004; drawn up by libqrencode.
package struct QRCode: Sendable, Equatable {
  /// Squares to a side, without the quiet zone.
  package let side: Int
  /// Row by row from the top.
  package let isDark: [Bool]
  /// The text that it says.
  package let text: String

  /// The light border that a reader needs, in squares.
  package static let quietZone = 4
  /// The least side of a square: smaller ones were not read from print.
  package static let leastModule: Millimetres = 0.5

  /// How much of a code may be dirty or scratched: about 15 % or 7 %.
  package enum Correction: Sendable { case middle, low }

  /// The code of a text; nil where it is too long for any.
  package init?(_ text: String, _ correction: Correction = .middle) {
    let level = correction == .middle ? QR_ECLEVEL_M : QR_ECLEVEL_L
    guard let code = unsafe QRcode_encodeString8bit(text, 0, level) else { return nil }
    defer { unsafe QRcode_free(code) }
    let side = Int(unsafe code.pointee.width)
    guard let data = unsafe code.pointee.data else { return nil }
    self.text = text
    self.side = side
    // The lowest bit of each byte is the square's colour.
    isDark = (0..<side * side).map { unsafe data[$0] & 1 == 1 }
  }

  /// The side of one square where the code with its quiet zone takes a given side.
  package func module(in side: Millimetres) -> Millimetres {
    side / Double(self.side + 2 * Self.quietZone)
  }
}
