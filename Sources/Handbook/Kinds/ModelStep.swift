// `kind: model`: each H2 is a step of a way of talking, such as H.E.A.R.T.

internal import CommonMark

/// A step of a model: an H2 and what stands under it.
package struct ModelStep: Sendable {
  package let heading: Page.Heading
  package let content: Range<Int>
  /// The step's first letter, in upper case.
  package let letter: String

  static func read(_ text: PageText) -> [ModelStep] {
    text.sections().sections.map { section in
      let letter = section.heading.text.first { $0.isLetter || $0.isNumber }
      return ModelStep(
        heading: section.heading, content: section.content,
        letter: letter.map { $0.uppercased() } ?? "")
    }
  }
}
