// phrases.html: every phrase by page, in parts.

internal import Handbook
internal import Text

extension ListPages {
  /// One part of the index.
  func phrases(
    part: Int, of parts: [[Int]], _ addresses: LinkAddresses, root: String
  ) -> [UInt8] {
    var out = HTMLWriter()
    for index in parts[part] { phrases(ofPage: index, addresses, root, &out) }
    ways(
      .phrases, label: strings["phrase-index-title"], from: part, count: parts.count, &out
    ) { number, out in
      numbered(number, of: parts.count, &out)
    }
    return out.bytes
  }

  private func phrases(
    ofPage index: Int, _ addresses: LinkAddresses, _ root: String, _ out: inout HTMLWriter
  ) {
    let page = handbook.pages[index]
    let url = root + urlPath(handbook.outputPath(of: index))
    out.markup("<section><h2><a href=\"")
    out.text(url)
    out.markup("\">")
    out.text(page.title)
    out.markup("</a></h2>\n<div class=\"phrases compact\">\n")
    let input = TextInput(
      output: handbook.outputPath(of: index), links: addresses.links(of: index, root: root))
    let shared = SharedText(
      strings: strings, previews: addresses.previews, modelSteps: [:], glossary: nil)
    var renderer = MarkupRenderer(
      context: RenderContext(page, input, shared, handbook.configuration, root: root))
    for phrase in page.phrases {
      renderer.phrase(phrase, id: nil, link: url + "#" + urlPath(phrase.id))
    }
    out.html(renderer.out.bytes)
    out.markup("</div></section>\n")
  }
}
