// image-alt: an image that says nothing to those who cannot see it.

internal import CommonMark

enum ImageAlt {
  static let rule = Rule(
    "image-alt", .warning, "An image has no text in its place.",
    explanation: """
      Screen readers read the text in the square brackets, and search finds it. Say what the \
      image shows: `![The escalation ladder](ladder.png)`.
      """,
    bad: "![](ladder.png)", good: "![The escalation ladder](ladder.png)")

  static func findings(on page: Page) -> [Diagnostic] {
    var places = InlinePlaces(page)
    return page.links.compactMap { link in
      guard link.isImage, page.tree.plainText(of: link.node).allSatisfy({ $0 == " " }) else {
        return nil
      }
      let node = page.tree.nodes[link.node]
      // HTML can say that an image only decorates: alt="".
      if node.kind == .htmlInline, RawImage(page.tree.slice(node.text))?.description != nil {
        return nil
      }
      return Diagnostic(
        rule, at: page.path, places.place(ofImage: link), "this image has no text in its place",
        help: node.kind == .htmlInline
          ? "write what it shows: alt=\"…\"" : "write what it shows between the square brackets")
    }
  }
}
