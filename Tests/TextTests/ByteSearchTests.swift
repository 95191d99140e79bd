// Bytes found many at once, against looking at one after the other.

import Testing
import Text
import TestSupport

@Suite struct ByteSearchTests {
  @Test func findsWhatOneByOneFinds() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...90, using: &generator)).map { _ in
        UInt8.random(in: 0...9, using: &generator)
      }
      let start = Int.random(in: 0...bytes.count, using: &generator)
      let slice = bytes[start..<Int.random(in: start...bytes.count, using: &generator)]
      let byte = UInt8.random(in: 0...12, using: &generator)
      #expect(slice.position(of: byte) == slice.firstIndex(of: byte), "\(byte) in \(slice)")
      #expect(slice.count(of: byte) == slice.filter { $0 == byte }.count, "\(byte) in \(slice)")
    }
  }

  @Test func findsNothingBesideTheSlice() {
    let bytes: [UInt8] = [7, 1, 2, 7]
    #expect(bytes[1..<3].position(of: 7) == nil)
    #expect(bytes[2...].position(of: 7) == 3)
    #expect(ArraySlice<UInt8>().position(of: 7) == nil)
  }
}
