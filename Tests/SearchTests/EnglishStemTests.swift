// Which words count as inflections of each other.

import Testing

@testable import Search

struct EnglishStemTests {
  @Test(arguments: [
    "charge charges charged charging", "client clients", "shout shouts shouted shouting",
    "note notes noted noting", "policy policies", "try tries tried trying", "fly flies flying",
    "cancel cancels cancelled cancelling canceled", "stop stopped stopping", "pay pays paying",
    "class classes", "box boxes boxed", "fee fees", "agree agreed", "angry angrily",
    "provide provider providers", "call caller calls calling", "hope hoped hoping", "add added",
  ])
  func joinsInflections(line: String) {
    let stems = line.split(separator: " ").map { EnglishStem.of(Array($0.utf16)) }
    #expect(Set(stems).count == 1, "\(stems.map { String(decoding: $0, as: UTF16.self) })")
  }

  @Test(arguments: [
    "police policy", "let letter", "hop hope", "not note", "car care", "her here",
    "mad made", "late later", "of offer", "need neither", "us used",
  ])
  func keepsOthersApart(line: String) {
    let stems = line.split(separator: " ").map { EnglishStem.of(Array($0.utf16)) }
    #expect(Set(stems).count == stems.count)
  }

  @Test func inflectsEnglishOnly() throws {
    let records = [SearchRecord(kind: .page, url: "a.html", title: "Refund", page: "A")]
    for (language, count) in [("en", 1), ("EN-gb", 1), ("enm", 0), ("de", 0)] {
      let options = SearchOptions(language: language)
      let files = SearchIndex.files(records: records, options: options)
      let reader = try SearchReader(json: files[0].bytes)
      #expect(reader.query("refunding x", limit: 3).count == count || count == 0)
      #expect(reader.query("refunds", limit: 3).count == 1)
    }
  }
}
