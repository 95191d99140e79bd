// faq-question: an FAQ page without a question, or a question without an answer.

enum FAQQuestions {
  static let rule = Rule(
    "faq-question", .warning, "An FAQ page has no question, or a question has no answer.",
    explanation: """
      On a page of `kind: faq` each heading that ends in `?` is a question; the text under \
      it answers it.
      """,
    bad: "---\ntitle: FAQ\nkind: faq\n---\n\n## May I hang up?\n",
    good: "---\ntitle: FAQ\nkind: faq\n---\n\n## May I hang up?\n\nYes, after naming the limit.\n")

  static func findings(on page: Page, _ questions: [Question]) -> [Diagnostic] {
    if questions.isEmpty {
      return [
        Diagnostic(
          rule, at: page.path, 0..<0, "this FAQ page has no question",
          help: "end a heading with a question mark")
      ]
    }
    return questions.filter(\.content.isEmpty).map { question in
      Diagnostic(
        rule, at: page.path, page.firstLine(of: question.heading.node),
        "this question has no answer", help: "write the answer under it")
    }
  }
}
