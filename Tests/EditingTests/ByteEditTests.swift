import Editing
import Testing

@Suite struct ByteEditTests {
  @Test func changesOnlyWhatItNames() {
    let edits = [ByteEdit(4..<4, "!"), ByteEdit(0..<1, "")]
    #expect("abcd".utf8.map(\.self).applying(edits) == Array("bcd!".utf8))
  }
}
