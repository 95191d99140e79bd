// Colours of categories: words are printed in them, on white.

/// Judges a colour given as `#rrggbb`.
enum PrintColor {
  /// What is wrong with a colour, and how to mend it; nil where nothing is.
  static func problem(_ text: String) -> (message: String, help: String)? {
    guard let parts = parts(of: text) else {
      return ("\(text) is not a colour", "write it as \"#0b5c63\"")
    }
    let contrast = contrastOnWhite(parts)
    if contrast >= least { return nil }
    let shown = (contrast * 10).rounded(.down) / 10
    return (
      "words in \(text) can hardly be read on white: \(shown.shown) to 1",
      "take a darker colour, with at least \(least.shown) to 1"
    )
  }

  /// - Source: WCAG 2.2, success criterion 1.4.3.
  private static let least = 4.5

  /// Red, green and blue from 0 to 1.
  private static func parts(of text: String) -> [Double]? {
    let digits = Array(text.utf8)
    let isHexadecimal = digits.dropFirst().allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
    }
    guard digits.count == 7, digits[0] == UInt8(ascii: "#"), isHexadecimal else { return nil }
    return stride(from: 1, to: 7, by: 2).compactMap { start in
      UInt8(String(decoding: digits[start..<start + 2], as: UTF8.self), radix: 16).map {
        Double($0) / 255
      }
    }
  }

  /// The contrast with white.
  ///
  /// - Source: *contrast ratio* and *relative luminance*, WCAG 2.2. A polynomial takes the place
  ///   of the power of 2.4, so that no mathematics library is needed; near 4.5 the ratio is less
  ///   than 0.05 off.
  private static func contrastOnWhite(_ parts: [Double]) -> Double {
    let linear = parts.map { $0 * ($0 * ($0 * 0.305306011 + 0.682171111) + 0.012522878) }
    let luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)
  }
}
