// Messages between an editor and a server: a header with the length, then as many bytes.

/// Cuts a stream of bytes into messages.
///
/// - Source: Language Server Protocol 3.17, *Base Protocol*.
package struct MessageFrames {
  /// Why a stream cannot be read on.
  package enum Problem: Error, Equatable {
    /// A header without a valid length: there is no telling where the next message begins.
    case badHeader
    /// A message longer than ``limit``.
    case tooLong(Int)
  }

  /// The longest message that is accepted, in bytes.
  package static let limit = 256 * 1_048_576
  private static let longestHeader = 8_192
  private static let separator = Array("\r\n\r\n".utf8)

  private var buffer: [UInt8] = []

  package init() {}

  /// Takes in bytes as they come.
  package mutating func append(_ bytes: some Sequence<UInt8>) { buffer += bytes }

  /// The next whole message; nil until more bytes have come.
  ///
  /// - Throws: ``Problem``, after which nothing more can be read from the stream.
  package mutating func next() throws(Problem) -> [UInt8]? {
    guard let end = headerEnd() else {
      if buffer.count > Self.longestHeader { throw .badHeader }
      return nil
    }
    guard let length = Self.length(in: buffer[..<end]) else { throw .badHeader }
    if length > Self.limit { throw .tooLong(length) }
    let start = end + Self.separator.count
    guard buffer.count - start >= length else { return nil }
    let message = Array(buffer[start..<start + length])
    buffer.removeFirst(start + length)
    return message
  }

  /// A message with its header.
  package static func framed(_ message: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(message.count)\r\n\r\n".utf8) + message
  }

  private func headerEnd() -> Int? {
    let last = min(buffer.count, Self.longestHeader) - Self.separator.count
    guard last >= 0 else { return nil }
    return (0...last).first { buffer[$0...].starts(with: Self.separator) }
  }

  private static func length(in header: ArraySlice<UInt8>) -> Int? {
    for line in String(decoding: header, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length",
        let length = Int(parts[1].drop { $0 == " " }), length >= 0
      else { continue }
      return length
    }
    return nil
  }
}
