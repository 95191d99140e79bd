// The fingerprint by which a review knows whether a page's text is still what was read.

internal import Text

extension Page {
  /// A hash of the page's text, front matter left out; what editors are told of as its fingerprint.
  ///
  /// CRLF and CR count as LF, and line ends before and after the text do not count, because tools that
  /// move files between systems change them.
  package var textHash: String {
    var text: [UInt8] = []
    let body = bodyText
    for (index, byte) in zip(body.indices, body) {
      if byte == 0x0D {
        if index + 1 == body.endIndex || body[index + 1] != 0x0A { text.append(0x0A) }
      } else {
        text.append(byte)
      }
    }
    while text.last == 0x0A { text.removeLast() }
    return ContentHash(Array(text.drop { $0 == 0x0A })).hex
  }
}
