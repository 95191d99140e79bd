// link-target: a link or an image leads to nothing.

internal import CommonMark

enum LinkTarget {
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
    return zip(page.links, handbook.resolutions[index]).compactMap { link, resolution in
      switch resolution {
      case .missing(let target):
        return Diagnostic(
          rule, at: page.path, page.range(of: link), message(target, link, handbook),
          help: help(target, page, handbook), severity: page.isForeign ? .warning : nil)
      case .outside:
        return Diagnostic(
          rule, at: page.path, page.range(of: link), "this path leads out of the content folder",
          help: "copy the file into the content folder and link to it there",
          severity: page.isForeign ? .warning : nil)
      case .page, .folder:
        guard link.isImage else { return nil }
        return Diagnostic(
          rule, at: page.path, page.range(of: link), "an image cannot show a page",
          help: "remove the ! to make it a link", severity: page.isForeign ? .warning : nil)
      default: return nil
      }
    }
  }

  private static func message(_ target: String, _ link: Page.Link, _ handbook: Handbook) -> String {
    if target.isEmpty { return "there is no page for the root folder" }
    if handbook.drafts.contains(target) { return "\(target) is a draft and is not built" }
    return link.isImage ? "no image at \(target)" : "no page or file at \(target)"
  }

  private static func help(_ target: String, _ page: Page, _ handbook: Handbook) -> String? {
    if handbook.drafts.contains(target) { return "take draft: out of it, or build with --drafts" }
    let candidates = handbook.pages.map(\.path.text) + handbook.files.map(\.text)
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let sameName = candidates.filter { $0 == name || $0.hasSuffix("/" + name) }
    let found =
      sameName.count == 1 ? sameName.first : Suggestion.nearest(to: target, in: candidates)
    return found.map { "did you mean \(Self.path(from: page.path, to: $0))?" }
      ?? "check the spelling, or create the page"
  }

  /// A relative path from a page to another file.
  static func path(from page: ContentPath, to target: String) -> String {
    var here = page.folder.split(separator: "/")[...]
    var there = target.split(separator: "/")[...]
    while let first = here.first, there.count > 1, there.first == first {
      here.removeFirst()
      there.removeFirst()
    }
    return String(repeating: "../", count: here.count) + there.joined(separator: "/")
  }
}
