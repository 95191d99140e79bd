// A clinic's colour as the custom properties that css/tokens.css reads.

internal import Handbook

/// The shades that the theme needs of one colour, for light and for dark paper.
enum Palette {
  /// The grounds of the dark scheme on which the accent colour stands (css/tokens.css).
  private static let darkPaper = Color("#121817") ?? .black
  private static let darkSunken = Color("#232d2a") ?? .black

  /// The accent colour without a brand, as the icon of the browser's tab has it.
  private static let ownAccent = Array("#0f625a".utf8)

  /// A drawing in the brand's colour in place of the theme's own accent.
  static func recoloured(_ drawing: [UInt8], for brand: Brand) -> [UInt8] {
    guard let color = brand.color?.value else { return drawing }
    return drawing.replacing(ownAccent, with: Array(color.hex.utf8))
  }

  /// A rule with the shades; nothing without a colour.
  ///
  /// Every contrast that is asked for is above the 4.5:1 of WCAG 2.2, criterion 1.4.3.
  static func style(of brand: Brand) -> [UInt8] {
    guard let color = brand.color?.value else { return [] }
    let dark = color.mixed(toward: .white, until: 7, on: [darkSunken])
    let shades = [
      ("brand", color),
      ("brand-strong", color.mixed(toward: .black, until: 9, on: [.white])),
      ("brand-tint", color.mixed(with: .white, 0.88)),
      ("brand-dark", dark),
      ("brand-dark-strong", dark.mixed(with: .white, 0.4)),
      (
        "brand-dark-tint",
        color.mixed(with: darkPaper, 0.6)
          .mixed(toward: darkPaper, until: 5.5, on: [dark])
      ),
      ("brand-dark-on", color.mixed(toward: .black, until: 6, on: [dark])),
    ]
    let lines = shades.map { "--\($0.0): \($0.1.hex);" }
    return Array(":root { \(lines.joined(separator: " ")) }\n".utf8)
  }
}
