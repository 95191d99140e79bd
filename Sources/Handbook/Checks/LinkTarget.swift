// link-target: a link or an image leads to nothing.

internal import Text

/// Links and images that lead to nothing.
package enum LinkTarget {
  static let rule = Rule(
    "link-target", .warning, "A link or an image leads to a file that is not there.",
    explanation: """
      Links between pages are relative paths to `.md` files, as they work on GitHub: \
      `[fees](../policies/fees.md)`. A path from the root of the handbook begins with `/`. Drafts, \
      names that begin with `_` or `.`, and files that cannot be read are not published. The page \
      is published with the dead link, and `--strict` fails on it.
      """,
    bad: "# Keys\n\nSee [opening](openning.md).\n", good: "# Keys\n\nSee [opening](opening.md).\n")

  static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    var places = InlinePlaces(page)
    return zip(page.links, context.links).compactMap { link, target in
      problem(link, target).map { message, help in
        let place = places.place(of: link)
        return Diagnostic(
          rule, at: page.path, place, message, help: help,
          fix: page.fix(place, of: link.destination, path: target.sure))
      }
    }
  }

  private static func problem(
    _ link: Page.Link, _ target: CheckedLink
  ) -> (message: String, help: String)? {
    switch target {
    case .absent(let path, let absence): absence.words(on: path)
    case .missing("", let nearest): ("there is no page for the root folder", help(nearest))
    case .missing(let path, let nearest):
      (link.isImage ? "no image at \(path)" : "no page or file at \(path)", help(nearest))
    case .outside:
      (
        "this path leads out of the content folder",
        "copy the file into the content folder and link to it there"
      )
    case .page where link.destination.isEmpty:
      (
        link.isImage ? "this image has no file" : "this link has no target",
        "write the path between the parentheses"
      )
    case .page where link.isImage, .folder where link.isImage:
      ("an image cannot show a page", "remove the ! to make it a link")
    default: nil
    }
  }

  private static func help(_ nearest: Likely?) -> String {
    nearest.map { "did you mean \($0.name)?" } ?? "check the spelling, or create the page"
  }

  /// A relative path from a page to another file.
  package static func path(from page: ContentPath, to target: String) -> String {
    var here = page.folder.pathNames[...]
    var there = target.pathNames[...]
    while let first = here.first, there.count > 1, there.first == first {
      here.removeFirst()
      there.removeFirst()
    }
    return String(repeating: "../", count: here.count) + there.joined(separator: "/")
  }
}
