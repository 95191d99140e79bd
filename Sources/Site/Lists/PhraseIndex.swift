// phrases.html: every phrase by page, in parts.

internal import Handbook

extension ListPages {
  /// One part of the index.
  func phrases(part: Int, of parts: [[Int]], root: String) -> [UInt8] {
    var out = HTMLWriter()
    for index in parts[part] { phrases(ofPage: index, root, &out) }
    if parts.count > 1 { ways(from: part, count: parts.count, &out) }
    return out.bytes
  }

  private func phrases(ofPage index: Int, _ root: String, _ out: inout HTMLWriter) {
    let page = handbook.pages[index]
    let url = root + urlPath(handbook.outputPath(of: index))
    out.markup("<section><h2><a href=\"")
    out.text(url)
    out.markup("\">")
    out.text(page.title)
    out.markup("</a></h2>\n<div class=\"phrases compact\">\n")
    var renderer = MarkupRenderer(
      context: RenderContext(handbook: handbook, index: index, strings: strings, root: root))
    for phrase in page.phrases {
      renderer.phrase(phrase, id: nil, link: url + "#" + urlPath(phrase.id))
    }
    out.html(renderer.out.bytes)
    out.markup("</div></section>\n")
  }

  /// Links to the first, the last and the nearest parts.
  private func ways(from part: Int, count: Int, _ out: inout HTMLWriter) {
    out.markup("<nav class=\"parts\" aria-label=\"")
    out.text(strings["phrase-index-title"])
    out.markup("\">")
    for number in 0..<count where number == 0 || number == count - 1 || abs(number - part) < 4 {
      out.markup("<a href=\"")
      out.text(Handbook.phrasePage(number))
      out.markup("\"")
      if number == part { out.markup(" aria-current=\"page\"") }
      out.markup(" aria-label=\"")
      out.text(
        strings["phrase-index-part"].filled(["n": String(number + 1), "count": String(count)]))
      out.markup("\">")
      out.number(number + 1)
      out.markup("</a> ")
    }
    out.markup("</nav>\n")
  }
}
