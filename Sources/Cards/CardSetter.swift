// From cards to laid cards: the one entry to layout.

package import Handbook

/// What every card of a handbook is set with.
package struct CardSettings: Sendable {
  /// TrueType files: the main family first.
  package var fonts: [String]
  package var words: CardWords
  /// Where the site will stand, with a closing slash; no QR codes without it.
  package var url: String?

  package init(fonts: [String], words: CardWords, url: String?) {
    (self.fonts, self.words, self.url) = (fonts, words, url)
  }
}

/// Sets cards in type: finds the largest size at which each side fits, and places all of its
/// lines.
package enum CardSetter {
  /// Cards set one after the other, in their order.
  ///
  /// May be called from several tasks at once; each call opens the fonts for itself.
  ///
  /// - Throws: ``CardProblem`` where a font cannot be used.
  package static func lay(
    _ cards: some Collection<Card>, _ settings: CardSettings
  ) throws(CardProblem) -> [LaidCard] {
    if cards.isEmpty { return [] }
    let fonts = try FontStock(settings.fonts)
    var laid: [LaidCard] = []
    laid.reserveCapacity(cards.count)
    for card in cards {
      fonts.speak(card.language, rightToLeft: card.isRightToLeft)
      laid.append(lay(card, settings, fonts))
    }
    return laid
  }

  private static func lay(
    _ card: Card, _ settings: CardSettings, _ fonts: FontStock
  ) -> LaidCard {
    let code = CardCode.code(of: card)
    if card.isBeyondMeasure {
      return LaidCard(card: card, code: code, findings: [CardFit.tooMuch(card)])
    }
    var findings: [Diagnostic] = []
    let measures = CardMeasures(card.size)
    let link = link(card, code, settings, measures, &findings)
    let context = CardContext(
      card: card, code: code, words: settings.words, fonts: fonts, link: link,
      measures: measures)
    let front = SideSetter(context, isBack: false)
    let back = card.back.isEmpty ? nil : SideSetter(context, isBack: true)
    findings += front.findings() + (back?.findings() ?? [])
    var result = LaidCard(card: card, code: code, findings: findings)
    if findings.contains(where: { $0.severity == .error }) || card.front.isEmpty { return result }
    guard let frontSize = front.largestSize() else { return result }
    let backSize = back?.largestSize() ?? frontSize
    // Two sides of one card in very different type look like two cards.
    let most = min(frontSize, backSize) + mostApart
    result.front = front.lay(at: min(frontSize, most))
    result.back = back?.lay(at: min(backSize, most))
    result.findings += [
      front.smallness(at: frontSize), back.flatMap { $0.smallness(at: backSize) },
    ].compactMap(\.self)
    return result
  }

  /// How much larger than the smaller side's type that of the other side may be.
  private static let mostApart: QuarterPoints = 8

  private static func link(
    _ card: Card, _ code: String, _ settings: CardSettings, _ measures: CardMeasures,
    _ findings: inout [Diagnostic]
  ) -> QRCode? {
    guard let url = settings.url else { return nil }
    let links = CardAddress.links(to: card, code: code).map { url + $0 }
    for correction in [QRCode.Correction.middle, .low] {
      for link in links {
        guard let code = QRCode(link, correction) else { continue }
        if code.module(in: measures.code) >= QRCode.leastModule { return code }
      }
    }
    let shortest = links[links.count - 1]
    let module = QRCode(shortest, .low)?.module(in: measures.code)
    findings.append(
      CardLink.tooLong(shortest, module: module, least: QRCode.leastModule, card))
    return nil
  }
}
