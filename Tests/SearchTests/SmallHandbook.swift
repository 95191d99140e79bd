// A tiny handbook that the ranking tests share.

@testable import Search

/// Fourteen records and a few synonyms, by hand.
enum SmallHandbook {
  static let options = SearchOptions(
    language: "en",
    synonyms: [
      .twoWay(["angry", "mad", "furious"]),
      .twoWay(["wait", "hold on", "delay"]),
      .oneWay(from: ["fire a client"], to: ["end the relationship"]),
    ])

  static let records: [SearchRecord] =
    [
      page("situations/angry-client", "Angry client", heard: ["I want to speak to a manager"]),
      section(
        "situations/angry-client", "Angry client", "Stay calm",
        "Breathe. Let them finish before you answer, and never argue about the invoice."),
      phrase(
        "phrases/calming", "Calming phrases", "I hear you, and I want to help.",
        avoid: ["Calm down."], when: ["Someone shouts"]),
      phrase(
        "phrases/calming", "Calming phrases", "Let me find out for you.",
        avoid: ["I don’t know."], when: ["You have no answer"]),
      phrase(
        "phrases/calming", "Calming phrases", "Thank you for waiting.",
        avoid: ["Sorry for the delay."], when: ["After a hold"]),
      page(
        "policies/refunds", "Refunds", keywords: ["money back"], tags: ["Money"], due: "2026-12-01"),
      section(
        "policies/refunds", "Refunds", "Who may approve a refund",
        "Team leads approve refunds up to £50; a manager approves the rest."),
      question(
        "faq/billing", "Billing", "Can I get a refund on a gift card?",
        "No. Offer an exchange instead. Gift cards are not refundable."),
      step(
        "scripts/cancel", "Cancel a booking", "Find the booking",
        "Ask for the surname. If nothing is found, check for a no-show."),
      step("scripts/cancel", "Cancel a booking", "Offer another day", "Offer the next free day."),
      section(
        "policies/ending", "Ending the relationship", "When to end it",
        "Threats and abuse end the relationship with a client at once."),
      page("policies/ending", "Ending the relationship"),
      section(
        "policies/accounts", "Accounts", "Log in problems",
        "The login page resets passwords. See constructor and __proto__ for developers."),
      SearchRecord(
        kind: .card, url: "cards/index.html#c-heart", title: "H.E.A.R.T.", page: "Cards",
        body: "Hear, empathise, apologise, resolve, thank."),
    ]

  static func index() -> [SearchFile] { SearchIndex(records: records, options: options).files }

  static func reader() throws -> SearchReader { try SearchReader(files: index()) }

  private static func page(
    _ path: String, _ title: String, heard: [String] = [], keywords: [String] = [],
    tags: [String] = [],
    due: String? = nil
  ) -> SearchRecord {
    SearchRecord(
      kind: .page, url: "\(path).html", title: title, page: title, crumbs: crumbs(path),
      heard: heard, keywords: keywords, tags: tags, reviewDue: due)
  }

  private static func section(
    _ path: String, _ page: String, _ title: String, _ body: String,
    kind: SearchRecord.Kind = .section
  ) -> SearchRecord {
    SearchRecord(
      kind: kind, url: "\(path).html#\(title.utf8.count)", title: title, page: page,
      crumbs: crumbs(path), body: body)
  }

  private static func phrase(
    _ path: String, _ page: String, _ title: String, avoid: [String], when: [String]
  ) -> SearchRecord {
    SearchRecord(
      kind: .phrase, url: "\(path).html#p-\(title.utf8.count)", title: title, page: page,
      crumbs: crumbs(path), avoid: avoid, when: when)
  }

  private static func question(
    _ path: String, _ page: String, _ title: String, _ body: String
  ) -> SearchRecord { section(path, page, title, body, kind: .question) }

  private static func step(
    _ path: String, _ page: String, _ title: String, _ body: String
  ) -> SearchRecord { section(path, page, title, body, kind: .step) }

  private static func crumbs(_ path: String) -> [String] {
    path.split(separator: "/").dropLast().map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }
}
