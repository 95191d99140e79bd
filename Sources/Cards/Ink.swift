// Colours of print.

package import Handbook

/// A colour of a card: sRGB, each part from 0 to 255.
package struct Ink: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package static let text = Ink(red: 0x14, green: 0x19, blue: 0x1A)
  /// For text that matters less; its contrast with white is above 7:1 (WCAG 2.2, criterion 1.4.6).
  package static let quiet = Ink(red: 0x4A, green: 0x55, blue: 0x52)
  package static let hairline = Ink(red: 0x8A, green: 0x94, blue: 0x8F)
  package static let black = Ink(red: 0, green: 0, blue: 0)

  /// A category's colour; ``text`` where it has none, or none that can be read.
  package init(_ category: CardCategory?) {
    let digits = category?.color.map { Array($0.utf8.dropFirst()) } ?? []
    func part(_ index: Int) -> UInt8? {
      UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16)
    }
    guard digits.count == 6, let red = part(0), let green = part(2), let blue = part(4) else {
      self = .text
      return
    }
    self.init(red: red, green: green, blue: blue)
  }

  private init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }
}
