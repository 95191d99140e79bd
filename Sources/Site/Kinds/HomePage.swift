// What the home page has above its text: the letters of the model, what changed, and room for what
// the reader keeps.

internal import Handbook
internal import Text

enum HomePage {
  /// A place beside the tiles to which a script adds the reader's own phrases and pages, and a strip
  /// with the steps of the edition's first model.
  static func html(
    _ handbook: Handbook, edition: Int, changes: (title: String, url: String),
    url: (String) -> String
  ) -> [UInt8] {
    var out = HTMLWriter()
    out.markup("<div class=\"own\">\n<p class=\"changed\"><a class=\"changes-link\" href=\"")
    out.text(changes.url)
    out.markup("\">")
    out.text(changes.title)
    out.markup("</a></p>\n</div>\n")
    for index in handbook.folders.readingOrder {
      guard handbook.pages[index].kind == .model,
        case .model(let steps) = handbook.pages[index].structure, steps.count > 1,
        handbook.edition(at: handbook.pages[index].path.folder) == edition
      else { continue }
      let page = url(handbook.outputPath(of: index))
      out.markup("<nav class=\"strip\" aria-label=\"")
      out.text(handbook.pages[index].title)
      out.markup("\"><ol class=\"letters\">\n")
      for step in steps {
        out.markup("<li><a href=\"")
        out.text(page + "#" + urlPath(step.heading.slug.text))
        out.markup("\"><b>")
        out.text(step.letter)
        out.markup("</b> <span>")
        out.text(step.heading.text)
        out.markup("</span></a></li>\n")
      }
      out.markup("</ol></nav>\n")
      break
    }
    return out.bytes
  }
}
