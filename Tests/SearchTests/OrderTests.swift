// The order of hits beyond their scores; names of common words, and numbers.

import Testing

@testable import Search

struct OrderTests {
  private let index: ShardFiles
  private let reader: SearchReader

  init() throws {
    reader = try SearchReader(files: ListHandbook.index())
    index = reader.index
  }

  /// The addresses, without `.html`, of records that got these scores for a query.
  private func order(_ query: String, _ scores: [(String, Int)]) throws -> [String] {
    func address(_ number: Int) -> String {
      guard let record = index.record(number) else { return "" }
      return String(record.page.url.dropLast(5)) + (record.anchor.map { "#\($0)" } ?? "")
    }
    let pool = try scores.map { name, score in
      let number = try #require((0..<index.root.count).first { address($0) == name }, "\(name)")
      return RankedRecord(record: number, score: score)
    }
    var order = HitOrder(pool, index, PhraseBonus(QueryPlan(query, index), index))
    return order.sorted().map { address($0.record) }
  }

  @Test func putsALineWithinReachBeforeTheFirstPage() throws {
    let scores = [("call", 100), ("numbers#6", 99), ("situations/late#34", 97)]
    #expect(try order("late", scores) == ["situations/late#34", "call", "numbers#6"])
    #expect(
      try order("late", [("numbers#6", 100), ("call", 99), ("situations/late#34", 98)])
        == ["numbers#6", "situations/late#34", "call"])
    let far = [("call", 100), ("situations/late#34", 96)]
    #expect(try order("late", far) == far.map(\.0))
  }

  @Test func putsAListBehindItsEntriesThatHoldTheWords() throws {
    #expect(
      try order("bill wrong", [("faq/billing", 100), ("call", 90), ("faq/billing#21", 50)])
        == ["call", "faq/billing#21", "faq/billing"])
    #expect(
      try order("late fee", [("glossary", 100), ("glossary#8", 90)]) == ["glossary#8", "glossary"])
    #expect(
      try order("late clients", [("situations/index", 100), ("situations/late", 90), ("call", 80)])
        == ["situations/late", "situations/index", "call"])
  }

  @Test func leavesAListBeforeEntriesThatHoldLess() throws {
    let question = [("faq/billing", 100), ("faq/billing#14", 50)]
    #expect(try order("bill wrong", question) == question.map(\.0))
    let elsewhere = [("situations/index", 100), ("glossary#8", 90), ("cards/late#9", 50)]
    #expect(try order("late", elsewhere) == elsewhere.map(\.0))
    let sections = [("numbers", 100), ("numbers#6", 50), ("situations/late#14", 40)]
    #expect(try order("late", sections).last == "situations/late#14")
  }

  @Test func showsOneOfEachTarget() throws {
    #expect(try order("late", [("cards/late", 100), ("cards/late#9", 90)]) == ["cards/late"])
    #expect(try order("late", [("cards/late#9", 100), ("cards/late", 90)]) == ["cards/late#9"])
    let first = [("situations/late#10", 100), ("situations/late", 90)]
    #expect(try order("late", first) == ["situations/late#10"])
    // Not the second section, nor a term of the glossary, though it is the first.
    for both in [["situations/late", "situations/late#14"], ["glossary#8", "glossary"]] {
      #expect(try order("late", [(both[0], 100), (both[1], 90)]) == both)
    }
  }

  @Test(arguments: [
    ("IT", "IT"), ("it", "IT"), ("the IT", "IT"), ("Will", "Will"), ("a will", "Will"),
    ("On call", "On call"), ("call", "Call"), ("A and E", "A and E"), ("a & e", "A and E"),
    ("Is it there?", "Items left behind"), ("computers", "IT"),
  ])
  func findsNamesOfCommonWords(query: String, title: String) throws {
    #expect(try reader.query(query).first?.title == title)
  }

  @Test(arguments: [
    ("02079460018", "London"), ("(020) 7946 0018", "London"), ("020-7946-0018", "London"),
    ("0207.946.0018", "London"), ("[020] 79460018", "London"), ("7946 0018", "London"),
    ("+16175550142", "Boston"), ("+1 617 555 0142", "Boston"), ("1 (617) 555-0142", "Boston"),
    ("9725550143", "Dallas"), ("972-555-0144", "Dallas"), ("972 555 0144", "Dallas"),
  ])
  func findsANumberHoweverItsDigitsAreSetApart(query: String, title: String) throws {
    #expect(try reader.query(query).first?.title == title)
  }

  @Test func takesNoNumberForAnother() throws {
    for query in ["02079460019", "16175550143", "2079460018"] {
      #expect(try reader.query(query).isEmpty, "\(query)")
    }
  }

  @Test func countsFormsAsTheWordThatTheHandbookHolds() throws {
    for query in ["welcomed", "welcoming", "welcomes"] {
      let found = try #require(try reader.explained(query).first)
      #expect(found.hit.kind == .phrase)
      #expect(found.explanation.words.map(\.reason) == ["inflection"])
    }
    let german = SearchIndex(records: ListHandbook.records, options: SearchOptions(language: "de"))
    let found = try SearchReader(files: german.files).explained("welcomed").first
    #expect(found?.explanation.words.map(\.reason) != ["inflection"])
  }
}
