// Text to words.

import Testing

@testable import Search

struct AnalyzerTests {
  /// Words of a text: `+` before a joined form, `-` before a stop word.
  private func words(_ text: String) -> String {
    var analyzer = Analyzer(stopWords: StopWords(language: "en"))
    analyzer.read([UInt8](text.utf8))
    let tokens = analyzer.tokens
    let signs: [TokenRole: String] = [.joined: "+", .stop: "-"]
    return (0..<tokens.count).map { signs[tokens.roles[$0], default: ""] + tokens.text($0) }
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("Hello, World!", "hello world"),
    ("don’t DON'T don`t donʼt", "dont dont dont dont"),
    ("client’s clients' 'quoted'", "client clients quoted"),
    ("it's the o'clock", "-it -the oclock"),
    ("'s s's", "s s"),
    ("H.E.A.R.T. and U.S.A", "heart -and usa"),
    ("e.g. a. b 1.2 x.y.example.com", "eg -a b 1 2 xy example com"),
    ("no-show", "no show +noshow"),
    ("face-to-face", "face -to face +facetoface"),
    ("a-b-c-d", "-a b c d"),
    ("walk‑in - out-", "walk -in +walkin out"),
    ("café CAFÉ cafe\u{301} naïve Ångström", "cafe cafe cafe naive angstrom"),
    ("Straße Æon œuvre Łódź þorn", "strasse aeon oeuvre lodz thorn"),
    ("co\u{AD}operate zero\u{200B}width", "cooperate zero width"),
    ("ПРИВЕТ И\u{306}од ΣΊΣΥΦΟΣ Ι\u{308}\u{301}", "привет йод σίσυφοσ ΐ"),
    ("電話を turn 電", "電話 話を turn 電"),
    ("か\u{3099}く ｶ Ａ１", "がく ｶ a1"),
    ("한국어 \u{1112}\u{1161}\u{11AB}국", "한국 국어 한국"),
    ("สวัสดี", "สว วั ัส สด ดี"),
    ("नमस्ते", "नमस्ते"),
    ("❤️ 👩‍💻 1️⃣ ok👍", "1 ok"),
    ("24/7 £20 1,000 C++", "24 7 20 1 000 c"),
    ("constructor __proto__", "constructor proto"),
    ("(020) 7946 0018", "020 7946 0018 +0207946 +02079460018 +79460018"),
    ("+14155552671", "14155552671"),
    ("1-415-5552671", "1 415 5552671 +14155552671 +4155552671"),
    ("555‑0142, 555 0143.", "555 0142 +5550142 555 0143 +5550143"),
    ("020.7946.x 12-34 24-7-care", "020 7946 +0207946 x 12 34 +1234 24 7 care +247care"),
    ("555-2671-x 555 2671s", "555 2671 x +5552671x 555 2671s"),
    ("2026\n11 20", "2026 11 20"),
    ("", ""),
  ])
  func splitsText(text: String, expected: String) {
    #expect(words(text) == expected)
  }

  @Test func cutsLongWords() {
    #expect(words(String(repeating: "é", count: 60)) == String(repeating: "e", count: 40))
    #expect(words(String(repeating: "я", count: 60)) == String(repeating: "я", count: 40))
    let half = String(repeating: "a", count: 30)
    #expect(words("\(half)-\(half)") == "\(half) \(half) +\(String(repeating: "a", count: 40))")
  }

  @Test func keepsEveryWordOfLanguagesWithoutAList() {
    var analyzer = Analyzer(stopWords: StopWords(language: "cy"))
    analyzer.read([UInt8]("was in der".utf8))
    #expect(analyzer.tokens.roles == [.part, .part, .part])
  }

  @Test func leavesOutTheFunctionWordsOfALanguage() {
    var analyzer = Analyzer(stopWords: StopWords(language: "de-AT"))
    analyzer.read([UInt8]("Was für ein Rabatt".utf8))
    #expect(analyzer.tokens.roles == [.part, .stop, .stop, .part])
  }

  @Test(arguments: StopWordLists.stop.keys.sorted())
  func listsWordsAsTheAnalyzerReadsThem(language: String) {
    let (stop, weak) = (StopWords(language: language), StopWords.weak(language: language))
    #expect(Set(stop.words).count == stop.words.count && Set(weak).count == weak.count)
    #expect(Set(stop.words).isDisjoint(with: weak))
    var analyzer = Analyzer(stopWords: stop)
    for word in stop.words {
      analyzer.read([UInt8](word.utf8))
      #expect(analyzer.tokens.roles == [.stop], "\(word)")
    }
    for word in weak {
      analyzer.read([UInt8](word.utf8))
      #expect(analyzer.tokens.roles == [.part], "\(word)")
    }
  }
}
