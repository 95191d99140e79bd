// A tiny handbook of lists, of names that are common words, and of numbers.

@testable import Search

/// Pages and their entries, lines beside pages, and one number written in many ways.
enum ListHandbook {
  static let records: [SearchRecord] = [
    page("it", "IT", body: "Extension 4400. Ask there for a password."),
    page("will", "Will", body: "When a caller asks about a will."),
    page("on-call", "On call"),
    page("call", "Call", body: "Who may call, and when to call back."),
    page("a-and-e", "A and E", body: "Send chest pain there."),
    page("items", "Items left behind", heard: ["Is it there?"]),
    page("numbers", "Numbers"),
    entry(.section, "numbers", "Numbers", "London", "Call (020) 7946 0018 24 hours a day."),
    entry(.section, "numbers", "Numbers", "Boston", "Their line is +16175550142."),
    entry(.section, "numbers", "Numbers", "Dallas", "Ask for 972.555.0143, not 972.555.0144."),
    page("faq/billing", "Billing", heard: ["my bill is wrong"], body: "Bills and fees."),
    entry(.question, "faq/billing", "Billing", "When is a bill wrong?", "Ask my lead."),
    entry(.question, "faq/billing", "Billing", "Who pays fees?", "The client."),
    page("glossary", "Glossary", heard: ["what does a late fee mean"]),
    entry(.section, "glossary", "Glossary", "Late fee", "What a client pays for a missed visit."),
    page("situations/index", "Situations", heard: ["late or rude clients"]),
    page("situations/late", "Late clients", body: "Offer what is left of the visit."),
    entry(.section, "situations/late", "Late clients", "Say so now", "Late is late."),
    entry(.section, "situations/late", "Late clients", "Offer a choice", "Late, or another day."),
    entry(.phrase, "situations/late", "Late clients", "You are late, and you are welcome.", ""),
    page("cards/late", "Late card", heard: ["late"]),
    entry(.card, "cards/late", "Late card", "Late card", "Late: greet, name, offer."),
  ]

  static let queries = [
    "IT", "the IT", "will", "a will", "on call", "call", "a and e", "it there", "is", "the",
    "the of",
    "02079460018", "(020) 7946 0018", "020-7946-0018", "0207 9460018", "79460018", "7946 0018",
    "+1 617 555 0142", "617.555.0142", "16175550142", "6175550142", "1 617", "972 555 0143",
    "9725550143", "9725550149", "972 555", "+1 (617) 555-0142 972 555 0143", "4400",
    "my bill is wrong", "bill", "billing", "fees", "paying fees", "late fee", "late fees mean",
    "late", "late clients", "rude clients", "late visit", "situations", "lateness", "offered late",
    "welcomed", "latest", "section: late", "page: late", "card: late",
  ]

  static func index(_ largestSingle: Int = IndexFormat.largestSingle) -> [SearchFile] {
    let synonyms: [SynonymGroup] = [.twoWay(["IT", "computers"])]
    return SearchIndex(
      records: records, options: SearchOptions(synonyms: synonyms, largestSingle: largestSingle)
    ).files
  }

  private static func page(
    _ path: String, _ title: String, heard: [String] = [], body: String = ""
  ) -> SearchRecord {
    SearchRecord(
      kind: .page, url: "\(path).html", title: title, page: title, heard: heard, body: body)
  }

  private static func entry(
    _ kind: SearchRecord.Kind, _ path: String, _ page: String, _ title: String, _ body: String
  ) -> SearchRecord {
    SearchRecord(
      kind: kind, url: "\(path).html#\(title.utf8.count)", title: title, page: page, body: body)
  }
}
