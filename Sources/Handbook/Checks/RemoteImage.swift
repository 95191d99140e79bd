// remote-image: a picture that stands on another site.

/// Pictures of other sites, which no page loads.
enum RemoteImage {
  static let rule = Rule(
    "remote-image", .warning, "An image is on another site, so it never shows.",
    explanation: """
      Pages load nothing from other sites, which would be told who reads what, and would fail \
      without a network: browsers show the words in the image's place. Save the picture in the \
      content folder and name the file, or make it a link without the `!`.
      """,
    bad: "![The fee table](https://example.org/fees.png)", good: "![The fee table](fees.png)")

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    var places = InlinePlaces(page)
    return zip(page.links, context.links).compactMap { link, target in
      guard link.isImage, target == .external else { return nil }
      return Diagnostic(
        rule, at: page.path, places.place(of: link),
        "this image is on another site, so it never shows",
        help:
          "save the picture beside the page and name its file, or remove the ! to make it a link")
    }
  }
}
