// What is written can be read again.

import Testing
import Text
import TestSupport

@testable import Search

struct CodecTests {
  @Test func readsBackNumbers() {
    var generator = SeededGenerator(seed: 1)
    let numbers = (0..<2000).map { _ in
      Int.random(in: 0...(1 << Int.random(in: 0...40, using: &generator)), using: &generator)
    }
    var bytes: [UInt8] = []
    for number in numbers { Base64VLQ.append(number, to: &bytes) }
    #expect(Base64VLQ.readAll(bytes) == numbers)
  }

  @Test func refusesDamagedNumbers() {
    #expect(Base64VLQ.readAll([UInt8]("g".utf8)) == nil)
    #expect(Base64VLQ.readAll([UInt8]("A!".utf8)) == nil)
    #expect(Base64VLQ.readAll([UInt8](repeating: UInt8(ascii: "/"), count: 40)) == nil)
  }

  @Test func readsBackFormsInTheOrderOfJavaScript() throws {
    var generator = SeededGenerator(seed: 2)
    var vocabulary = Vocabulary()
    var analyzer = Analyzer(stopWords: StopWords(words: []))
    for _ in 0..<3000 {
      analyzer.read([UInt8](RandomText.text(8, &generator).utf8))
      for token in 0..<analyzer.tokens.count {
        _ = vocabulary.intern(analyzer.tokens.bytes, analyzer.tokens.range(token))
      }
    }
    var packed: [UInt8] = []
    var previous = vocabulary.bytes[0..<0]
    var expected: [[UInt16]] = []
    for word in vocabulary.sorted() {
      FrontCoding.append(vocabulary[word], after: previous, to: &packed)
      previous = vocabulary[word]
      expected.append(Array(String(decoding: previous, as: UTF8.self).utf16))
    }
    #expect(vocabulary.count > 2000)
    #expect(zip(expected, expected.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    let list = try #require(FrontCoding.read(String(decoding: packed, as: UTF8.self)))
    #expect((0..<list.count).map { list[$0] } == expected)
    #expect(expected.indices.allSatisfy { list.find(expected[$0]) == $0 })
    #expect(list.find([0x7A, 0x7A, 0x7A, 0x7A]) == nil)
  }

  @Test(arguments: ["", "Aabc", "AangerFyBtBz"])
  func readsForms(packed: String) throws {
    let list = try #require(FrontCoding.read(packed))
    var bytes: [UInt8] = []
    var previous: [UInt8] = []
    for index in 0..<list.count {
      let form = [UInt8](String(decoding: list[index], as: UTF16.self).utf8)
      FrontCoding.append(form[...], after: previous[...], to: &bytes)
      previous = form
    }
    #expect(FrontCoding.read(String(decoding: bytes, as: UTF8.self)) == list)
  }

  @Test(arguments: ["abc", "Bx", "AaZb"])
  func refusesDamagedForms(packed: String) {
    #expect(FrontCoding.read(packed) == nil)
  }

  @Test func readsBackStrings() {
    var generator = SeededGenerator(seed: 3)
    let texts =
      (0..<300).map { _ in RandomText.text(20, &generator) } + ["\0\u{1F}\t\"\\</script>\u{7F}"]
    var writer = JSONWriter()
    writer.strings(texts)
    #expect(JSON(writer.bytes)?.strings == texts)
    let unsafe: [UInt8] = [UInt8(ascii: "<"), 0x0A, 0x00]
    #expect(writer.bytes.allSatisfy { !unsafe.contains($0) })
    #expect(!String(decoding: writer.bytes, as: UTF8.self).unicodeScalars.contains("\u{2028}"))
  }
}
