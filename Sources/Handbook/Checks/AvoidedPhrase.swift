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

  fileprivate struct Avoided {
    let page: ContentPath
    let text: String
  }

  /// Lines to avoid.
  fileprivate struct Lines {
    /// By their words, with spaces between.
    let avoided: [String: Avoided]
    /// The first words of those of three words or more, and how many words those have.
    let firsts: Set<String>
    /// Longest first.
    let lengths: [Int]

    /// The longest line that stands in another.
    func part(of words: [String]) -> Avoided? {
      let starts = words.indices.filter { firsts.contains(words[$0]) }
      for length in lengths {
        for start in starts where start + length <= words.count {
          let part = words[start..<start + length].joined(separator: " ")
          if let found = avoided[part] { return found }
        }
      }
      return nil
    }
  }

  /// Lines that one page says and another avoids.
  ///
  /// Texts are read only of pages that may say a line, and of those that tell staff to avoid one of these.
  static func findings(in handbook: Handbook) -> [Diagnostic] {
    let (speakers, sources) = meetings(in: handbook)
    let lines = lines(of: sources.sorted().map { handbook.pages[$0] })
    return speakers.sorted().flatMap { findings(on: handbook.pages[$0], lines) }
  }

  /// The pages that may say a line to avoid, and the pages of all lines that they may say.
  private static func meetings(in handbook: Handbook) -> (speakers: Set<Int>, sources: Set<Int>) {
    var lines: [(page: Int, shingles: [UInt32], next: Int)] = []
    // Of those whose first shingle it is the last one, which knows the one before.
    var byFirst: [UInt32: Int] = [:]
    // Most shingles begin no line: a look into a small table tells most of them.
    var mayBegin = [Bool](repeating: false, count: 1 << 20)
    for (page, content) in handbook.pages.enumerated() {
      for shingles in content.spokenLines.avoided {
        guard let first = shingles.first else { continue }
        mayBegin[Int(first & 0xF_FFFF)] = true
        let next = byFirst.updateValue(lines.count, forKey: first)
        lines.append((page, shingles, next ?? -1))
      }
    }
    var (speakers, sources): (Set<Int>, Set<Int>) = ([], [])
    if lines.isEmpty { return (speakers, sources) }
    for (page, content) in handbook.pages.enumerated() {
      let spoken = content.spokenLines
      for shingle in spoken.said where mayBegin[Int(shingle & 0xF_FFFF)] {
        var line = byFirst[shingle] ?? -1
        while line >= 0 {
          if spoken.maySay(lines[line].shingles) {
            speakers.insert(page)
            sources.insert(lines[line].page)
          }
          line = lines[line].next
        }
      }
    }
    return (speakers, sources)
  }

  private static func lines(of pages: [Page]) -> Lines {
    var avoided: [String: Avoided] = [:]
    var lengths: Set<Int> = []
    var firsts: Set<String> = []
    for page in pages {
      for phrase in page.phrases {
        guard let text = phrase.avoid?.text else { continue }
        for line in alternatives(of: text) {
          let words = SpokenWords.of(line)
          let key = words.joined(separator: " ")
          guard !words.isEmpty, avoided[key] == nil else { continue }
          avoided[key] = Avoided(page: page.path, text: line)
          if words.count < SpokenLines.length { continue }
          lengths.insert(words.count)
          firsts.insert(words[0])
        }
      }
    }
    return Lines(avoided: avoided, firsts: firsts, lengths: lengths.sorted(by: >))
  }

  private static func findings(on page: Page, _ lines: Lines) -> [Diagnostic] {
    page.phrases.compactMap { finding($0, on: page, lines) }
  }

  private static func finding(
    _ phrase: Phrase, on page: Page, _ lines: Lines
  ) -> Diagnostic? {
    guard let say = phrase.say else { return nil }
    let words = SpokenWords.of(say.text)
    guard let found = lines.avoided[words.joined(separator: " ")] ?? lines.part(of: words) else {
      return nil
    }
    return Diagnostic(
      rule, at: page.path, page.range(ofPart: say),
      "\(found.page) tells staff not to say “\(found.text)”",
      help: "reword this line, or take the other off the list of what to avoid")
  }

  /// Several lines in one cell stand between slashes or quotation marks.
  static func alternatives(of text: String) -> [String] {
    // Most have neither a slash nor the last byte of a closing quotation mark.
    if !text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0x9D }) { return [text] }
    let parts = text.split(separator: " / ").flatMap { $0.split(separator: "” “") }
    return parts.map(String.init)
  }
}
