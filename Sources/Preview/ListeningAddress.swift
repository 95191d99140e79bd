// Where a server listens, as people write it.

internal import Glibc

/// An IPv4 address of this machine.
package struct ListeningAddress: Sendable {
  /// As it was written.
  package let text: String
  /// In the network's order of bytes.
  let value: UInt32

  /// This machine only.
  package static let loopback = ListeningAddress(
    text: "127.0.0.1", value: UInt32(0x7F00_0001).bigEndian)

  /// Whether only programs of this machine reach it.
  package var isLoopback: Bool { UInt32(bigEndian: value) >> 24 == 127 }

  private init(text: String, value: UInt32) { (self.text, self.value) = (text, value) }

  /// Reads four numbers with dots between them; nil for anything else.
  ///
  /// - Source: inet_pton(3).
  package init?(_ text: String) {
    var address = in_addr()
    guard unsafe inet_pton(AF_INET, text, &address) == 1 else { return nil }
    self.init(text: text, value: address.s_addr)
  }
}
