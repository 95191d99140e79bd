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

  /// All lines to avoid.
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

  /// The lines to avoid, and what was found on each page.
  struct Findings: Sendable {
    fileprivate let lines: KnownLines
    let onPages: [[Diagnostic]]

    var all: [Diagnostic] { onPages.flatMap(\.self) }

    /// What a later build needs of the lines.
    func outline(of handbook: Handbook) -> AvoidedLines {
      switch lines {
      case .outline(let outline): outline
      case .all(let lines):
        AvoidedLines(
          key: AvoidedLines.key(of: handbook),
          hashes: Set(lines.avoided.keys.map { ContentHash(Array($0.utf8)) }),
          lengths: lines.lengths)
      }
    }
  }

  /// The lines, or as much as an earlier build has left of them where no more was needed.
  fileprivate enum KnownLines {
    case all(Lines)
    case outline(AvoidedLines)
  }

  static func findings(in handbook: Handbook) -> Findings {
    let lines = lines(in: handbook)
    return Findings(
      lines: .all(lines), onPages: handbook.pages.map { findings(on: $0, lines) })
  }

  /// The same, where an earlier build has found it for some pages.
  ///
  /// - Parameters:
  ///   - handbook: what is checked.
  ///   - known: what was found on each page; nil where its text has changed since.
  ///   - outline: the lines of that build.
  /// - Returns: nil where other lines are to be avoided by now, or where a changed page may say one.
  static func findings(
    in handbook: Handbook, known: [[Diagnostic]?], _ outline: AvoidedLines
  ) -> Findings? {
    guard outline.key == AvoidedLines.key(of: handbook) else { return nil }
    let mayBeFound = zip(handbook.pages, known).contains { page, found in
      found == nil && page.phrases.contains { outline.mayBeIn($0.say?.text) }
    }
    if mayBeFound { return nil }
    return Findings(lines: .outline(outline), onPages: known.map { $0 ?? [] })
  }

  /// The same, where only some pages have changed.
  static func findings(
    in handbook: Handbook, after revision: Revision, _ earlier: Findings
  ) -> Findings {
    let isSame = revision.keeps { $0.phrases.map(\.avoid?.text) == $1.phrases.map(\.avoid?.text) }
    guard isSame, case .all(let lines) = earlier.lines else { return findings(in: handbook) }
    return Findings(
      lines: earlier.lines, onPages: revision.updating(earlier.onPages) { findings(on: $0, lines) })
  }

  private static func lines(in handbook: Handbook) -> Lines {
    var avoided: [String: Avoided] = [:]
    var lengths: Set<Int> = []
    var firsts: Set<String> = []
    for page in handbook.pages {
      for phrase in page.phrases {
        guard let text = phrase.avoid?.text else { continue }
        for line in alternatives(of: text) {
          let words = SpokenWords.of(line)
          let key = words.joined(separator: " ")
          guard !words.isEmpty, avoided[key] == nil else { continue }
          avoided[key] = Avoided(page: page.path, text: line)
          if words.count < 3 { continue }
          lengths.insert(words.count)
          firsts.insert(words[0])
        }
      }
    }
    return Lines(avoided: avoided, firsts: firsts, lengths: lengths.sorted(by: >))
  }

  private static func findings(on page: Page, _ lines: Lines) -> [Diagnostic] {
    lines.avoided.isEmpty ? [] : page.phrases.compactMap { finding($0, on: page, lines) }
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
  private static func alternatives(of text: String) -> [String] {
    // Most have neither a slash nor the last byte of a closing quotation mark.
    if !text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0x9D }) { return [text] }
    let parts = text.split(separator: " / ").flatMap { $0.split(separator: "” “") }
    return parts.map(String.init)
  }
}
