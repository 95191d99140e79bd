// link-target: a link or an image leads to nothing.

/// Links and images that lead to nothing.
package enum LinkTarget {
  static let rule = Rule(
    "link-target", .error, "A link or an image leads to a file that is not there.",
    explanation: """
      Links between pages are relative paths to `.md` files, as they work on GitHub: \
      `[fees](../policies/fees.md)`. A path from the root of the handbook begins with `/`. In \
      pages written for another tool (with keys in their front matter that Deskbook does not \
      know, or a README) it is a warning, so that they build as they are.
      """,
    bad: "# Keys\n\nSee [opening](openning.md).\n", good: "# Keys\n\nSee [opening](opening.md).\n")

  static func findings(onPage index: Int, in handbook: Handbook) -> [Diagnostic] {
    let page = handbook.pages[index]
    var places = InlinePlaces(page)
    var helps: [String: String] = [:]
    return zip(page.links, handbook.resolutions[index]).compactMap { link, resolution in
      let (message, help): (String, String?)
      switch resolution {
      case .missing(let target):
        message = self.message(target, link, handbook)
        // A page with more wrong targets has another trouble than spelling.
        if helps[target] == nil, helps.count < Suggester.most {
          helps[target] = self.help(target, page, handbook)
        }
        help = helps[target] ?? unknown
      case .outside:
        message = "this path leads out of the content folder"
        help = "copy the file into the content folder and link to it there"
      case .page where link.destination.isEmpty:
        message = link.isImage ? "this image has no file" : "this link has no target"
        help = "write the path between the parentheses"
      case .page where link.isImage, .folder where link.isImage:
        message = "an image cannot show a page"
        help = "remove the ! to make it a link"
      default: return nil
      }
      return Diagnostic(
        rule, at: page.path, places.place(of: link), message, help: help,
        severity: page.isForeign ? .warning : nil)
    }
  }

  private static let unknown = "check the spelling, or create the page"

  private static func message(_ target: String, _ link: Page.Link, _ handbook: Handbook) -> String {
    if target.isEmpty { return "there is no page for the root folder" }
    if handbook.drafts.contains(target) { return "\(target) is a draft and is not built" }
    return link.isImage ? "no image at \(target)" : "no page or file at \(target)"
  }

  private static func help(_ target: String, _ page: Page, _ handbook: Handbook) -> String {
    if handbook.drafts.contains(target) { return "take draft: out of it, or build with --drafts" }
    if page.isForeign { return unknown }
    return handbook.paths.nearest(to: target, from: page.path)
      .map { "did you mean \(Self.path(from: page.path, to: $0))?" } ?? unknown
  }

  /// A relative path from a page to another file.
  package static func path(from page: ContentPath, to target: String) -> String {
    var here = page.folder.split(separator: "/")[...]
    var there = target.split(separator: "/")[...]
    while let first = here.first, there.count > 1, there.first == first {
      here.removeFirst()
      there.removeFirst()
    }
    return String(repeating: "../", count: here.count) + there.joined(separator: "/")
  }
}
