// The files of an index and what a reader refuses.

import Testing
import TestSupport

@testable import Search

struct IndexTests {
  @Test func writesTheSameBytesEachTime() {
    let first = SmallHandbook.index()
    for _ in 0..<5 { #expect(SmallHandbook.index() == first) }
    #expect(first.map(\.name) == ["index.json", "index.js", "schema.json"])
  }

  @Test func wrapsTheSameValueInAScript() {
    let files = SmallHandbook.index()
    let script = Array("__deskbook(\"index\",".utf8) + files[0].bytes + Array(");\n".utf8)
    #expect(files[1].bytes == script)
  }

  @Test func escapesWhatCouldEndAScript() throws {
    let title = "</script><!-- \u{2028}\u{2029} \"\\\u{1}"
    let record = SearchRecord(kind: .page, url: "a.html", title: title, page: "A", body: title)
    let files = SearchIndex(records: [record], options: SearchOptions()).files
    let text = String(decoding: files[1].bytes, as: UTF8.self)
    #expect(!text.unicodeScalars.contains { $0 == "<" || $0 == "\u{2028}" || $0 == "\u{2029}" })
    let reader = try SearchReader(files: files)
    #expect(try reader.query("script", limit: 1).first?.title == title)
  }

  @Test func worksWithoutRecords() throws {
    let files = SearchIndex(records: [], options: SearchOptions(language: "fr")).files
    #expect(try SearchReader(files: files).query("bonjour", limit: 5).isEmpty)
  }

  @Test func refusesWhatItCannotRead() {
    func problem(_ json: String) -> SearchReader.Problem? {
      do throws(SearchReader.Problem) {
        _ = try SearchReader(root: [UInt8](json.utf8))
        return nil
      } catch { return error }
    }
    #expect(problem("<html>") == .notJSON)
    #expect(problem("{}") == .unknownFormat(""))
    #expect(problem("{\"format\":\"deskbook-search/2\"}") == .unknownFormat("deskbook-search/2"))
    let head = "{\"format\":\"deskbook-search/1\",\"mode\":\"single\""
    #expect(problem(head + ",\"analyzer\":\"x\"}") == .unknownAnalyzer("x"))
    #expect(problem(head + ",\"analyzer\":\"deskbook-2\"}") == .damaged(part: "k"))
  }

  @Test func survivesDamage() {
    let bytes = SmallHandbook.index()[0].bytes
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<400 {
      var damaged = bytes
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      damaged[place] = generator.pick([UInt8]("AZ/[]{}\",0a".utf8))
      do throws(SearchReader.Problem) {
        let hits = try SearchReader(root: damaged).query("angry client refund manager", limit: 20)
        #expect(hits.count <= SmallHandbook.records.count)
      } catch {
        #expect(error != .unknownFormat(IndexFormat.name))
      }
    }
  }

  @Test func cutsALargeIndexIntoShardsThatHoldTheSame() throws {
    var options = SmallHandbook.options
    options.largestSingle = 0
    let files = SearchIndex(records: SmallHandbook.records, options: options).files
    #expect(files.count > 4)
    let whole = try SmallHandbook.reader()
    let reader = try SearchReader(files: files)
    for query in ["angry", "refnud", "no-show", "fire a client", "log in", "mad cli", "tag:money"] {
      #expect(try reader.query(query).map(\.url) == whole.query(query).map(\.url), "\(query)")
    }
    var asked: [String] = []
    let sparing = try SearchReader(root: files[0].bytes) { name in
      asked.append(name)
      return files.first { $0.name == name }?.bytes
    }
    _ = try sparing.query("angry")
    #expect(Set(asked).count == asked.count && !asked.isEmpty)
    let broken = try SearchReader(root: files[0].bytes)
    #expect(throws: SearchReader.Problem.self) { try broken.query("angry") }
  }

  @Test(arguments: [0, IndexFormat.largestSingle])
  func writesTheSameBytesHoweverRecordsAreCutIntoParts(largestSingle: Int) {
    var options = SmallHandbook.options
    options.largestSingle = largestSingle
    let records = SmallHandbook.records
    let whole = SearchIndex(records: records, options: options)
    for length in 1...records.count {
      let parts = stride(from: 0, to: records.count, by: length).map { start in
        var reader = IndexPartReader(options)
        for record in records[start..<min(start + length, records.count)] { reader.read(record) }
        return reader.finish()
      }
      let index = SearchIndex(parts, options: options)
      #expect(index.files == whole.files, "parts of \(length)")
      #expect(index.unheldEntries == whole.unheldEntries)
    }
  }

  @Test func cutsExcerptsCharacterByCharacter() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...900, using: &generator)).map { _ in
        generator.pick(["a", "é", "語", "😀", " ", " ", "\n", "word"])
      }.joined()
      #expect(Excerpt.of([UInt8](text.utf8)) == Self.excerpt(of: text), "\(text)")
    }
  }

  /// What an excerpt should be, one character after the other.
  private static func excerpt(of text: String) -> [UInt8] {
    var result: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar.value <= 0x20 {
        if let last = result.last, last != " " { result.append(" ") }
        continue
      }
      guard result.count < Excerpt.limit else {
        let bytes = result.reduce(into: [UInt8]()) { $0 += UTF8.encode($1) ?? .init() }
        let space = bytes.lastIndex(of: 0x20) ?? 0
        return Array(space > bytes.count / 2 ? bytes[..<space] : bytes[...]) + Array("…".utf8)
      }
      result.append(scalar)
    }
    if result.last == " " { result.removeLast() }
    return result.reduce(into: [UInt8]()) { $0 += UTF8.encode($1) ?? .init() }
  }

  @Test func shortensTextAtAWord() {
    let text = Excerpt.of([UInt8](("  one\n\ttwo  " + String(repeating: "wörd ", count: 200)).utf8))
    let shown = String(decoding: text, as: UTF8.self)
    #expect(shown.hasPrefix("one two wörd"))
    #expect(shown.hasSuffix("wörd…"))
    #expect(shown.unicodeScalars.count <= Excerpt.limit + 1)
    #expect(Excerpt.of([UInt8](" a  b ".utf8)) == [UInt8]("a b".utf8))
  }
}
