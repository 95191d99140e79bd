import MessageFrames
import Testing

@Suite struct MessageFramesTests {
  private let messages = [
    "{}", "", "{\"a\": \"ä\\r\\n\\r\\n\"}", String(repeating: "x", count: 70_000),
  ]

  private func stream() -> [UInt8] {
    messages.flatMap { MessageFrames.framed(Array($0.utf8)) }
  }

  @Test(arguments: [1, 2, 7, 4_096, 1_000_000])
  func comeOutWholeHoweverTheyAreCut(_ size: Int) throws {
    var frames = MessageFrames()
    var found: [String] = []
    let bytes = stream()
    for start in stride(from: 0, to: bytes.count, by: size) {
      frames.append(bytes[start..<min(start + size, bytes.count)])
      while let message = try frames.next() {
        found.append(String(decoding: message, as: UTF8.self))
      }
    }
    #expect(found == messages)
  }

  @Test func takeOtherHeadersAndAnyCase() throws {
    var frames = MessageFrames()
    frames.append("Content-Type: x\r\ncontent-length:  2\r\n\r\n{}".utf8)
    #expect(try frames.next() == Array("{}".utf8))
    #expect(try frames.next() == nil)
  }

  @Test(arguments: [
    "Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n", "\r\n\r\n", "Length: 3\r\n\r\n{}",
    "Content-Length: 99999999999999999999\r\n\r\n", String(repeating: "x", count: 9_000),
  ])
  func refuseAHeaderWithoutALength(_ text: String) {
    var frames = MessageFrames()
    frames.append(text.utf8)
    #expect(throws: MessageFrames.Problem.badHeader) { try frames.next() }
  }

  @Test func refuseAMessageTooLongToHold() {
    var frames = MessageFrames()
    frames.append("Content-Length: 900000000\r\n\r\n".utf8)
    #expect(throws: MessageFrames.Problem.tooLong(900_000_000)) { try frames.next() }
  }
}
