// phrase-grade: a line in words that few people use aloud.

enum PhraseGrade {
  static let rule = Rule(
    "phrase-grade", .warning, "A line to say is harder to read than the handbook allows.",
    explanation: """
      `spoken: {grade: 8}` in `handbook.yml` sets the highest reading grade of a line to say \
      (Flesch–Kincaid, English only, lines of eight words or more). Use shorter words and \
      shorter sentences.
      """,
    bad: """
      > [!SAY]
      > Unfortunately organizational regulations necessitate prior authorization of cancellations.

      """,
    good: """
      > [!SAY]
      > We need to hear from you a day before, so we can give the time to somebody else.

      """)

  /// Shorter lines give the formula too little to go by.
  private static let fewestWords = 8

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    guard let limit = context.configuration.spoken.grade,
      context.configuration.language(of: page).hasPrefix("en")
    else { return [] }
    return page.phrases.compactMap { phrase in
      guard let say = phrase.say, let grade = grade(of: say.text), grade > limit else { return nil }
      let rounded = (grade * 10).rounded() / 10
      return Diagnostic(
        rule, at: page.path, page.range(ofPart: say),
        "this line reads at grade \(rounded.shown); the limit is \(limit.shown)",
        help: "use shorter words, or two short sentences")
    }
  }

  /// The reading grade of a text; nil for fewer than ``fewestWords`` words.
  ///
  /// - Source: Kincaid et al. 1975: 0.39 words a sentence + 11.8 syllables a word − 15.59.
  static func grade(of text: String) -> Double? {
    let words = SpokenWords.of(text)
    guard words.count >= fewestWords else { return nil }
    let sentences = max(
      1, text.split { ".!?".contains($0) }.count { $0.contains(where: \.isLetter) })
    let syllables = words.reduce(0) { $0 + Self.syllables(in: $1) }
    let count = Double(words.count)
    return 0.39 * count / Double(sentences) + 11.8 * Double(syllables) / count - 15.59
  }

  /// Groups of vowels, a silent final e left out; at least one.
  private static func syllables(in word: String) -> Int {
    var count = 0
    var wasVowel = false
    for letter in word {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    if word.hasSuffix("e"), !word.hasSuffix("le"), count > 1 { count -= 1 }
    return max(1, count)
  }
}
