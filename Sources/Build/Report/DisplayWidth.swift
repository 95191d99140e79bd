// How many columns of a terminal a text takes, and what of it may be shown.

/// Measures text as terminals show it.
package enum DisplayWidth {
  /// Where terminals stop at a tab.
  private static let tabStop = 8

  /// The columns that a text takes.
  ///
  /// - Parameters:
  ///   - text: one line.
  ///   - column: where it begins, counted from 0: a tab's width depends on it.
  /// - Returns: columns, tabs taken to stop at every eighth.
  package static func of(_ text: some StringProtocol, from column: Int = 0) -> Int {
    var end = column
    for character in text {
      end += character == "\t" ? tabStop - end % tabStop : width(of: character)
    }
    return end - column
  }

  /// 0, 1 or 2 columns; a letter with its combining marks counts once.
  static func width(of character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // Variation selector 16 asks for the emoji, two columns wide, of a sign that also has a
      // plain form.
      if scalar == "\u{FE0F}" { return 2 }
      width = max(width, self.width(of: scalar))
    }
    return width
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// - Source: Unicode Standard Annex 11, East Asian Width classes W and F, blocks joined.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1B000...0x1B2FF, 0x20000...0x3FFFD,
  ]

  /// A text in which nothing steers a terminal.
  ///
  /// Control characters and marks that turn the direction of writing become U+FFFD; tabs stay, and the
  /// ends of lines where `hasLines` says that there are some.
  package static func visible(_ text: some StringProtocol, hasLines: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(scalar)
      case 0x0A where hasLines, 0x0D where hasLines: result.append(scalar)
      case 0xFEFF: continue  // a byte order mark
      case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
