// avoided-phrase: one page says what another tells staff never to say.

enum AvoidedPhrase {
  static let rule = Rule(
    "avoided-phrase", .error, "A line to say is one that the handbook tells staff to avoid.",
    explanation: """
      Somewhere the handbook lists this line, or a part of it of three words or more, under \
      *Instead of* or `[!AVOID]`. Staff who read both pages cannot do both. Reword one of them.
      """,
    bad: """
      | Say | Instead of |
      | --- | --- |
      | Calm down, please. | You are wrong. |

      > [!AVOID]
      > Calm down, please.

      """,
    good: """
      | Say | Instead of |
      | --- | --- |
      | I can hear this matters. | Calm down, please. |

      """)

  private struct Avoided {
    let page: Page
    let phrase: Phrase
    let text: String
  }

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    var avoided: [[String]: Avoided] = [:]
    var lengths: Set<Int> = []
    for page in handbook.pages {
      for phrase in page.phrases {
        guard let text = phrase.avoid?.text else { continue }
        for line in alternatives(of: text) {
          let words = words(of: line)
          guard !words.isEmpty, avoided[words] == nil else { continue }
          avoided[words] = Avoided(page: page, phrase: phrase, text: line)
          if words.count >= 3 { lengths.insert(words.count) }
        }
      }
    }
    if avoided.isEmpty { return [] }
    let longestFirst = lengths.sorted(by: >)
    return handbook.pages.flatMap { page in
      page.phrases.compactMap { finding($0, on: page, avoided, longestFirst) }
    }
  }

  private static func finding(
    _ phrase: Phrase, on page: Page, _ avoided: [[String]: Avoided], _ lengths: [Int]
  ) -> Diagnostic? {
    guard let say = phrase.say else { return nil }
    let words = words(of: say.text)
    guard let found = avoided[words] ?? part(of: words, avoided, lengths) else { return nil }
    return Diagnostic(
      rule, at: page.path, page.range(ofPart: say),
      "\(found.page.path) tells staff not to say “\(found.text)”",
      help: "reword this line, or take the other off the list of what to avoid")
  }

  private static func part(
    of words: [String], _ avoided: [[String]: Avoided], _ lengths: [Int]
  ) -> Avoided? {
    for length in lengths where length <= words.count {
      for start in 0...(words.count - length) {
        if let found = avoided[Array(words[start..<start + length])] { return found }
      }
    }
    return nil
  }

  /// Several lines in one cell stand between slashes or quotation marks.
  private static func alternatives(of text: String) -> [String] {
    let parts = text.split(separator: " / ").flatMap { $0.split(separator: "” “") }
    return parts.map(String.init)
  }

  /// Lower-case words without punctuation, so that case, quotes and commas do not hide a match.
  static func words(of text: String) -> [String] {
    text.lowercased().split { $0 == " " || $0 == "—" || $0 == "-" || $0 == "\n" }
      .map { word in String(word.filter { $0.isLetter || $0.isNumber }) }
      .filter { !$0.isEmpty }
  }
}
