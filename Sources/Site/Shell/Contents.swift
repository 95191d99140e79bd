// The list of a page's headings.

internal import Handbook
internal import Text

enum Contents {
  /// Headings of level two and three as nested lists; nil for fewer than two.
  static func html(_ page: Page) -> [UInt8]? {
    let headings = page.headings.filter {
      ($0.level == 2 || $0.level == 3) && $0.node != page.titleNode
    }
    guard headings.count > 1, page.kind != .card else { return nil }
    var out = HTMLWriter()
    out.markup("<ul>\n")
    var isInside = false
    var isFirst = true
    for heading in headings {
      if heading.level == 3, !isInside, !isFirst {
        out.markup("<ul>\n")
        isInside = true
      } else if !isFirst {
        out.markup("</li>\n")
        if heading.level == 2, isInside {
          out.markup("</ul></li>\n")
          isInside = false
        }
      }
      isFirst = false
      out.markup("<li><a href=\"#")
      out.text(urlPath(heading.slug.text))
      out.markup("\">")
      out.text(heading.text)
      out.markup("</a>")
    }
    out.markup(isInside ? "</li>\n</ul></li>\n</ul>\n" : "</li>\n</ul>\n")
    return out.bytes
  }
}
