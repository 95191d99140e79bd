// phrase-length: a line that nobody says in one breath.

enum PhraseLength {
  static let rule = Rule(
    "phrase-length", .warning, "A line to say is too long for one breath.",
    explanation: """
      Somebody reads this line aloud to a person who is upset. Past 25 words (`spoken: {words: …}` \
      in `handbook.yml`) they run out of breath and the caller stops listening. Cut it, or make \
      two lines of it.
      """,
    bad: "> [!SAY]\n> " + String(repeating: "word ", count: 30) + "\n",
    good: "> [!SAY]\n> I will call you back by four with an answer.\n")

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    let limit = context.configuration.spoken.words
    return page.phrases.compactMap { phrase in
      guard let say = phrase.say, SpokenWords.most(of: say.text) > limit else { return nil }
      let count = SpokenWords.of(say.text).count
      guard count > limit else { return nil }
      return Diagnostic(
        rule, at: page.path, page.range(ofPart: say),
        "this line has \(count) words; one breath is \(limit)",
        help: "cut \(count - limit) words, or make two lines of it")
    }
  }
}
