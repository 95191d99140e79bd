// Hashes against what their sources give.

import Testing
import Text

@Suite struct HashTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func makesSHA256(text: String, hex: String) {
    #expect(SHA256.hex(Array(text.utf8)) == hex)
    #expect(SHA256.bytes(Array(text.utf8)).count == 32)
  }

  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func makesFNV(text: String, hex: String) {
    let hash = ContentHash(Array(text.utf8))
    #expect(hash.hex == hex)
    #expect(hash.short == hex.prefix(8))
    #expect(ContentHash(value: hash.value) == hash)
  }

  @Test func fillsUpWithZeroes() { #expect(ContentHash(value: 10).hex == "000000000000000a") }

  @Test func hashesLines() {
    #expect(ContentHash(lines: ["a", "b"]) == ContentHash(Array("a\nb".utf8)))
  }

  @Test func tellsShortRunsApart() {
    var known: Set<UInt64> = []
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max { known.insert(StableHash.of([first, second], 0..<2)) }
    }
    #expect(known.count == 65_536)
  }

  @Test func hashesARunWhereverItStands() {
    let bytes = (0..<60).map { UInt8(truncatingIfNeeded: $0 * 7) }
    for start in 0...9 {
      let moved = [UInt8](repeating: 1, count: start) + bytes
      #expect(StableHash.of(moved, start..<moved.count) == StableHash.of(bytes, bytes.indices))
    }
  }
}
