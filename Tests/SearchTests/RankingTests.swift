// What is found, and in which order.

import Testing

@testable import Search

struct RankingTests {
  private let reader: SearchReader

  init() throws { reader = try SmallHandbook.reader() }

  private func titles(_ query: String, kind: SearchRecord.Kind? = nil) throws -> [String] {
    try reader.query(query, kind: kind, limit: 10).map(\.title)
  }

  @Test(arguments: [
    ("angry", "Angry client"),
    ("mad client", "Angry client"),
    ("furious", "Angry client"),
    ("calm down", "I hear you, and I want to help."),
    ("i dont know", "Let me find out for you."),
    ("I don’t know", "Let me find out for you."),
    ("hold on", "Thank you for waiting."),
    ("money back", "Refunds"),
    ("refunds", "Refunds"),
    ("refu", "Refunds"),
    ("gift card refund", "Can I get a refund on a gift card?"),
    ("fire a client", "Ending the relationship"),
    ("speak to manager", "Angry client"),
    ("noshow", "Find the booking"),
    ("no-show", "Find the booking"),
    ("log in", "Log in problems"),
    ("login", "Log in problems"),
    ("heart", "H.E.A.R.T."),
    ("H.E.A.R.T.", "H.E.A.R.T."),
    ("constructor", "Log in problems"),
    ("__proto__", "Log in problems"),
    ("bookings", "Find the booking"),
    ("approving", "Who may approve a refund"),
    ("ended relationships", "Ending the relationship"),
    ("fired clients", "Ending the relationship"),
    ("waitings", "Thank you for waiting."),
    ("billings", "Can I get a refund on a gift card?"),
  ])
  func findsFirst(query: String, title: String) throws {
    #expect(try titles(query).first == title)
  }

  @Test func findsTheRestOfAQueryWithAnUnknownWord() throws {
    #expect(try titles("xylophone refund").first == titles("refund").first)
    #expect(try titles("xylophone zzz").isEmpty)
    #expect(try titles("").isEmpty)
    #expect(try titles(" ?! ").isEmpty)
  }

  @Test func ranksByHowMuchIsCovered() throws {
    let found = try titles("manager approve refund")
    #expect(found.first == "Who may approve a refund")
    #expect(found.count > 2)
  }

  @Test func followsOneWaySynonymsOneWay() throws {
    let texts = try reader.query("relationship", limit: 10).map(\.url)
    #expect(texts.allSatisfy { $0.hasPrefix("policies/ending") })
  }

  @Test func keepsToAKindAndALimit() throws {
    #expect(try titles("refund", kind: .question) == ["Can I get a refund on a gift card?"])
    for query in ["question: refund", "refund FAQ:", "questions:refund"] {
      #expect(try titles(query) == ["Can I get a refund on a gift card?"])
    }
    #expect(try titles("phrase: refund", kind: .page) == titles("refund", kind: .page))
    #expect(try reader.query("refund", limit: 1).count == 1)
    #expect(try reader.query("refund", limit: 0).isEmpty)
    let all = try reader.query("a client refund manager", limit: 50).map(\.url)
    #expect(Set(all).count == all.count)
  }

  @Test func keepsToTags() throws {
    #expect(try titles("tag:money refund") == ["Refunds"])
    #expect(try titles("tag: MONEY") == ["Refunds"])
    #expect(try titles("tag:nothing refund").isEmpty)
    #expect(try titles("#money").isEmpty == titles("money").isEmpty)
  }

  @Test func namesWordsThatLookLikeAnUnknownOne() throws {
    #expect(reader.closest(to: "xylophone").isEmpty)
    #expect(reader.closest(to: "refxxd") == ["refund"])
    #expect(reader.closest(to: "refund").isEmpty)
  }

  @Test func givesWhatAHitShows() throws {
    let hit = try #require(try reader.query("calm down", limit: 1).first)
    #expect(hit.kind == .phrase)
    #expect(hit.url == "phrases/calming.html#p-31")
    #expect(hit.page == "Calming phrases")
    #expect(hit.crumbs == ["Phrases"])
    #expect(hit.avoid == ["Calm down."])
    #expect(hit.when == ["Someone shouts"])
    #expect(try reader.query("refunds", kind: .page, limit: 1).first?.reviewDue == "2026-12-01")
  }

  @Test func prefersWhatCanBeSaidOnEqualEvidence() throws {
    let records = [
      SearchRecord(kind: .section, url: "a.html", title: "Lost keys", page: "Same"),
      SearchRecord(kind: .phrase, url: "a.html#p", title: "Lost keys", page: "Same"),
    ]
    let files = SearchIndex(records: records, options: SearchOptions()).files
    let hits = try SearchReader(files: files).query("keys", limit: 5)
    #expect(hits.map(\.kind) == [.phrase, .section])
  }

  @Test func givesOtherPagesTheirTurn() throws {
    var records = (0..<6).map {
      SearchRecord(kind: .phrase, url: "a.html#\($0)", title: "Sorry \($0)", page: "Sorry")
    }
    records.append(
      SearchRecord(kind: .section, url: "b.html#x", title: "Other", page: "B", body: "say sorry"))
    let files = SearchIndex(records: records, options: SearchOptions()).files
    let hits = try SearchReader(files: files).query("sorry", limit: 5)
    #expect(hits.map(\.url) == ["a.html#0", "a.html#1", "a.html#2", "b.html#x", "a.html#3"])
  }
}
