// Colours by number, and how well one can be read on another.

internal import Glibc

/// An opaque sRGB colour, each part from 0 to 255.
package struct Color: Sendable, Equatable {
  package let red: Double
  package let green: Double
  package let blue: Double

  package static let white = Color(red: 255, green: 255, blue: 255)
  package static let black = Color(red: 0, green: 0, blue: 0)

  private init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#rrggbb`; nil for anything else.
  package init?(_ text: String) {
    guard text.utf8.count == 7, text.utf8.first == UInt8(ascii: "#"),
      text.utf8.dropFirst().allSatisfy({
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
      }), let number = Int(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      red: Double(number >> 16), green: Double(number >> 8 & 255), blue: Double(number & 255))
  }

  /// `#rrggbb`.
  package var hex: String {
    let number = Int(red) << 16 | Int(green) << 8 | Int(blue)
    let digits = String(number, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The colour with a share of another, from 0 to 1, in whole steps of 1/255.
  package func mixed(with other: Color, _ share: Double) -> Color {
    func mix(_ from: Double, _ to: Double) -> Double { (from + (to - from) * share).rounded() }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// - Source: *relative luminance*, WCAG 2.2.
  private var luminance: Double {
    func linear(_ value: Double) -> Double {
      let share = value / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// From 1 to 21.
  ///
  /// - Source: *contrast ratio*, WCAG 2.2.
  package func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The first mixture with another colour, in steps of 2 % from this colour itself, whose
  /// contrast with every ground is at least `least`; the other colour where there is none.
  package func mixed(toward other: Color, until least: Double, on grounds: [Color]) -> Color {
    for step in 0...50 {
      let color = mixed(with: other, Double(step) / 50)
      if grounds.allSatisfy({ color.contrast(with: $0) >= least }) { return color }
    }
    return other
  }
}
