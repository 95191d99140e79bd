// Heading text to anchor, as GitHub makes it.

/// The part of a URL after `#`.
package struct Slug: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// A slug as found in a link: taken as it stands.
  package init(link text: String) { self.text = text }

  /// A slug that no earlier heading of the page has.
  ///
  /// Lowercases, keeps letters, marks, digits, connector punctuation, hyphens, makes each space a
  /// hyphen and drops the rest; a repeated one gets `-1`, `-2` and so on.
  ///
  /// - Parameters:
  ///   - heading: heading text as a reader sees it, any length.
  ///   - taken: how often each slug was used on the page; updated.
  /// - Source: github-slugger, the published form of GitHub's rule.
  package init(_ heading: String, avoiding taken: inout [String: Int]) {
    var base = Self.base(heading)
    if base.isEmpty { base = "section" }
    var text = base
    while taken[text] != nil {
      let number = (taken[base] ?? 0) + 1
      taken[base] = number
      text = "\(base)-\(number)"
    }
    taken[text] = 0
    self.text = text
  }

  /// The slug of a text before numbering.
  package static func base(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A: bytes.append(byte + 0x20)
      case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F: bytes.append(byte)
      case 0x20: bytes.append(UInt8(ascii: "-"))
      case 0...0x7F: continue
      default: return unicodeBase(text)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same for a text that is not all ASCII.
  private static func unicodeBase(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: bytes.append(UInt8(scalar.value + 0x20))
      case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F: bytes.append(UInt8(scalar.value))
      case 0x20: bytes.append(UInt8(ascii: "-"))
      case 0...0x7F: continue
      default:
        guard keeps(scalar.properties) else { continue }
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Ruby's `\p{Word}`, which GitHub keeps: Ⓐ is a letter to it, ² no number.
  private static func keeps(_ properties: Unicode.Scalar.Properties) -> Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: true
    default: properties.isAlphabetic
    }
  }

  package var description: String { text }
}
