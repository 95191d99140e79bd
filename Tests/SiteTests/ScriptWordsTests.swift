// Scripts get the words that they ask for.

import Testing

@testable import Site

struct ScriptWordsTests {
  @Test func givesScriptsTheWordsThatTheyName() {
    let words = ScriptWords([
      Array("text('copy'); text(\"close-all\"); text('kind-' + kind); text(`part-${n}`)".utf8)
    ])
    for key in ["copy", "close-all", "kind-guide", "part-1"] { #expect(words.hold(key), "\(key)") }
    for key in ["copied", "close", "kinds", "menu"] { #expect(!words.hold(key), "\(key)") }
  }
}
