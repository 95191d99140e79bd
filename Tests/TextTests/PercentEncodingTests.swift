// What is encoded is decoded, and what is broken is told.

import Testing
import Text

@Suite struct PercentEncodingTests {
  @Test func decodesWhatItEncoded() {
    let scalars: [Unicode.Scalar] = ["%", "4", "1", "a", "Z", "/", " ", "é", "\0", "😀", "~"]
    for _ in 0..<2000 {
      let text = String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...9)).compactMap { _ in scalars.randomElement() }))
      #expect(PercentEncoding.decoded(urlPath(text)) == text)
      let all = PercentEncoding.encoded(text) { _ in false }
      #expect(all.utf8.count == 3 * text.utf8.count)
      #expect(PercentEncoding.decoded(all) == text)
    }
  }

  @Test(arguments: [
    ("a-Z_0.9~/b", "a-Z_0.9~/b"), ("a b", "a%20b"), ("é", "%C3%A9"), ("50%", "50%25"),
    ("(#?&:,+)", "%28%23%3F%26%3A%2C%2B%29"), ("\u{0F}", "%0F"), ("", ""),
  ])
  func encodesPaths(text: String, encoded: String) { #expect(urlPath(text) == encoded) }

  @Test(arguments: [
    ("%41%c3%A9", "Aé"), ("100%", "100%"), ("%4", "%4"), ("%4g%g4", "%4g%g4"), ("%%41", "%A"),
    ("%FF", "%FF"), ("%2541", "%41"), ("é", "é"), ("%+1", "%+1"),
  ])
  func decodesTexts(text: String, decoded: String) {
    #expect(PercentEncoding.decoded(text) == decoded)
  }

  @Test(arguments: ["%", "%4", "a%4g", "%%41", "%41%"])
  func tellsBrokenSequences(text: String) {
    #expect(!PercentEncoding.decoded(Array(text.utf8)[...]).isSound)
  }

  @Test func decodesSlices() {
    let bytes = Array("x%41%42".utf8)
    let (found, isSound) = PercentEncoding.decoded(bytes[1..<5])
    #expect(found == Array("A%".utf8))
    #expect(!isSound)
  }
}
