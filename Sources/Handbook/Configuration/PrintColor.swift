// Colours of categories: words are printed in them, on white.

/// Judges a colour given as `#rrggbb`.
enum PrintColor {
  /// What is wrong with a colour, and how to mend it; nil where nothing is.
  static func problem(_ text: String) -> (message: String, help: String)? {
    guard let color = Color(text) else {
      return ("\(text) is not a colour", "write it as \"#0b5c63\"")
    }
    let contrast = color.contrast(with: .white)
    if contrast >= least { return nil }
    let shown = (contrast * 10).rounded(.down) / 10
    return (
      "words in \(text) can hardly be read on white: \(shown.shown) to 1",
      "take a darker colour, with at least \(least.shown) to 1"
    )
  }

  /// - Source: WCAG 2.2, success criterion 1.4.3.
  private static let least = 4.5
}
