// The vectors that the browser's scripts must meet: conformance.json, read by conformance.test.js.

import Testing
import TestSupport

@testable import Search

struct ConformanceTests {
  private static let queries = [
    "angry", "mad client", "furious", "calm down", "i dont know", "I don’t know", "hold on",
    "money back", "refunds", "refund", "refu", "re", "r", "gift card refund", "fire a client",
    "speak to manager", "I want to speak to a man", "noshow", "no-show", "log in", "login",
    "heart", "H.E.A.R.T.", "constructor", "__proto__", "toString", "cancelling", "bookings",
    "xylophone refund", "xylophone", "the", "th", "to a", "for the", "findout", "thankyou",
    "thank you for waiting", "thank you for wait", "delay", "end the relationship", "£50",
    "client shouted", "shouting", "approving booking", "finishing", "arguing relationships", "let",
    "problem", "gifted cards", "resetting passwords", "threatened", "offers", "refunded", "angrier",
    "holding on", "delayed", "firing clients", "angyr", "nagry", "refnud", "refunsd gift", "manger",
    "relatoinship", "elationship end", "furous",
    "furio", "appr0ve", "escaltion", "fruious client", "apologisng", "repsonsible 電話電話", "wiat",
    "approve approve approve", "phrase: refund", "faq:refund", "refund questions:", "tag: money",
    "phrase:", "nobody:refund", "xxxx closest", "refunnnd", "stempels tagged", "mad", "yelled",
    "a client refund manager", "anger angrily client clients", "",
  ]

  @Test func recordsWhatTheScriptsMustDo() throws {
    var json = JSONWriter()
    json.beginObject()
    writeTables(to: &json)
    writeAnalysis(to: &json)
    writeNumbers(to: &json)
    try writeHandbook("handbook", SmallHandbook.index(), Self.queries, to: &json)
    for size in [IndexFormat.largestSingle, 0] {
      try writeHandbook("lists \(size)", ListHandbook.index(size), ListHandbook.queries, to: &json)
    }
    for seed in 6..<10 as Range<UInt64> {
      let size = seed % 2 == 0 ? IndexFormat.largestSingle : 0
      let (files, queries) = randomHandbook(seed: seed, largestSingle: size)
      try writeHandbook("random \(seed)", files, queries, to: &json)
    }
    json.endObject()
    try expectGolden(json.bytes, "conformance.json")
  }

  private func writeTables(to json: inout JSONWriter) {
    json.key("tables")
    json.beginObject()
    json.key("latin")
    json.string(LetterTables.latin)
    json.key("latinAdditional")
    json.string(LetterTables.latinAdditional)
    json.key("ligatures")
    json.strings(LetterTables.ligatures)
    json.key("composed")
    json.beginArray()
    for (mark, pairs) in LetterTables.composed {
      json.beginArray()
      json.number(Int(mark))
      json.string(pairs)
      json.endArray()
    }
    json.endArray()
    json.endObject()
  }

  private func writeAnalysis(to json: inout JSONWriter) {
    var generator = SeededGenerator(seed: 5)
    var analyzer = Analyzer(stopWords: StopWords(words: ["a", "x"]))
    let roles: [TokenRole: String] = [.part: "part", .joined: "joined", .stop: "stop"]
    json.key("analysis")
    json.beginArray()
    for length in 0..<400 {
      let text = RandomText.text(length % 40, &generator)
      analyzer.read([UInt8](text.utf8))
      let tokens = analyzer.tokens
      json.beginArray()
      json.string(text)
      json.strings((0..<tokens.count).map { tokens.text($0) })
      json.strings((0..<tokens.count).map { roles[tokens.roles[$0], default: ""] })
      json.endArray()
    }
    json.endArray()
  }

  private func writeNumbers(to json: inout JSONWriter) {
    let numbers = [0, 1, 31, 32, 33, 1023, 1024, 123_456, 1 << 30, 1 << 40]
    var packed: [UInt8] = []
    for number in numbers { Base64VLQ.append(number, to: &packed) }
    json.key("numbers")
    json.beginArray()
    json.string(packed)
    json.beginArray()
    for number in numbers { json.number(number) }
    json.endArray()
    json.endArray()
  }

  private func writeHandbook(
    _ name: String, _ files: [SearchFile], _ queries: [String], to json: inout JSONWriter
  ) throws {
    let reader = try SearchReader(files: files)
    let kinds: [SearchRecord.Kind?] = [nil, nil, .phrase, nil, .section]
    json.key(name)
    json.beginObject()
    json.key("index")
    json.raw(files[0].bytes[...])
    json.key("shards")
    json.beginObject()
    for file in files.dropFirst(3) {
      json.key(file.name)
      json.string(file.bytes)
    }
    json.endObject()
    json.key("queries")
    json.beginArray()
    for (number, query) in queries.enumerated() {
      let kind = kinds[number % kinds.count]
      let limit = [3, 10, 60][number % 3]
      json.beginArray()
      json.string(query)
      json.string(kind?.rawValue ?? "")
      json.number(limit)
      json.beginArray()
      for ranked in reader.ranked(query, kind: kind, limit: limit) {
        json.number(ranked.record)
        json.number(ranked.score)
      }
      json.endArray()
      json.strings(
        reader.ranked(query, kind: kind, limit: limit).isEmpty ? reader.closest(to: query) : [])
      json.endArray()
    }
    json.endArray()
    json.endObject()
  }

  /// Sixty records of random words, with synonyms, and queries over the same words.
  private func randomHandbook(
    seed: UInt64, largestSingle: Int
  ) -> (files: [SearchFile], queries: [String]) {
    var generator = SeededGenerator(seed: seed)
    let syllables = [
      "re", "fund", "call", "ing", "s", "ed", "er", "ie", "tt", "ly", "desk", "log", "in", "é", "電",
      "話", "-", "'",
    ]
    let words = (0..<120).map { _ in
      (0..<Int.random(in: 1...4, using: &generator)).map { _ in generator.pick(syllables) }.joined()
    }
    func sentence(_ length: Int) -> String {
      (0..<length).map { _ in generator.pick(words) }.joined(separator: " ")
    }
    let records = (0..<60).map { number in
      SearchRecord(
        kind: SearchRecord.Kind.allCases[number % 6], url: "p\(number / 9).html#\(number)",
        title: sentence(3), page: "Page \(number / 9)", heard: [sentence(number % 3)],
        keywords: [sentence(1)], tags: ["Tag \(number % 7)"],
        avoid: number % 2 == 0 ? [sentence(4)] : [],
        when: number % 5 == 0 ? [sentence(2)] : [], body: sentence(number % 50))
    }
    let synonyms = (0..<12).map { number -> SynonymGroup in
      let (first, second) = (sentence(1 + number % 2), sentence(1 + number % 3))
      return number % 3 == 0 ? .oneWay(from: [first], to: [second]) : .twoWay([first, second])
    }
    let options = SearchOptions(
      language: "en", synonyms: synonyms, largestSingle: largestSingle)
    let queries = (0..<120).map { number in
      var letters = Array(sentence(1 + number % 5))
      if number % 4 == 0, letters.count > 1 { letters.removeLast() }
      if number % 3 == 0, letters.count > 2 {
        letters.swapAt(0, letters.count / 2)
        letters.remove(at: letters.count / 3)
      }
      return ["", "", "", "", "phrase: ", "tag:tag-3 "][number % 6] + String(letters)
    }
    return (SearchIndex(records: records, options: options).files, queries)
  }
}
