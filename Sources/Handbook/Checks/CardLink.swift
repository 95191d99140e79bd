// card-link: a QR code that phones could not read.

package enum CardLink {
  package static let rule = Rule(
    "card-link", .error, "A card's link is too long for a QR code that phones can read.",
    explanation: """
      Where `url:` is set each card has a QR code that says whether the card is current. Its \
      squares must be at least half a millimetre wide. A long address or a long name makes \
      them smaller; Deskbook then leaves the card's name out of the link. Where that is not \
      enough shorten the address, or use a larger card. On business cards, which have least \
      room, the code is left out and this is a warning.
      """,
    bad: "handbook.yml: `url: https://intranet.clinic.example/departments/front-desk/handbook/`",
    good: "handbook.yml: `url: https://desk.example/`")

  /// A code whose squares would be `module` mm wide, where `least` mm is needed; no module where no
  /// code can hold the link at all.
  package static func tooLong(
    _ link: String, module: Double?, least: Double, _ card: Card
  ) -> Diagnostic {
    let isSmall = card.size == .businessUS || card.size == .businessEU
    let width = module.map { (($0 * 100).rounded(.down) / 100).shown } ?? "0"
    return Diagnostic(
      rule, at: card.page, card.range,
      "the QR code of card \(card.id) would have squares of \(width) mm, "
        + "and \(least.shown) mm is the least that phones read",
      help: "shorten url: (the code says \(link)), or use a larger card",
      severity: isSmall ? .warning : .error)
  }
}
