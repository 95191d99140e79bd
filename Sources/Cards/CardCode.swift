// The short code that shows whether a printed card is still current.

package import Handbook
internal import Text

/// Five characters made from what a card says.
package enum CardCode {
  /// Digits and capitals that are not mistaken for one another in print or in handwriting: 27, so
  /// that there are some 14 million codes.
  static let alphabet = Array("23456789ACDEFGHJKMNPQRTVWXY")
  package static let length = 5

  /// The code of a card: the same words on the same sides give the same code.
  ///
  /// Dates are left out: a card that was reviewed and not changed stays good.
  package static func code(of card: Card) -> String {
    let text =
      ([card.id, card.title, card.category?.label ?? "", card.language]
      + lines(card.front) + ["\u{1D}"] + lines(card.back)
      + (card.contacts.isEmpty ? [] : ["\u{1D}"] + card.contacts)).joined(separator: "\u{1E}")
    let digest = SHA256.bytes(Array(text.utf8))
    var number = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var code = ""
    for _ in 0..<length {
      code.append(alphabet[Int(number % UInt64(alphabet.count))])
      number /= UInt64(alphabet.count)
    }
    return code
  }

  private static func lines(_ blocks: [CardBlock]) -> [String] {
    blocks.map { block in
      switch block {
      case .letter(let letter, let runs): "L\(letter)\u{1F}" + text(runs)
      case .pair(let say, let avoid): "S" + text(say) + "\u{1F}" + text(avoid)
      case .step(let number, let runs, let branches):
        "N\(number)\u{1F}" + ([runs] + branches).map(text).joined(separator: "\u{1F}")
      case .bullet(let runs): "B" + text(runs)
      case .heading(let runs): "H" + text(runs)
      case .text(let runs): "T" + text(runs)
      }
    }
  }

  private static func text(_ runs: [CardRun]) -> String { runs.map(\.text).joined() }
}
