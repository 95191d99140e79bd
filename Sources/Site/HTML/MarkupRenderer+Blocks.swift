// Lists, code, headings and tables.

internal import CommonMark
internal import Handbook
internal import Text

extension MarkupRenderer {
  mutating func enterList(_ node: MarkupTree.Node) {
    out.freshLine()
    switch node.value {
    case -1: out.markup("<ul>\n")
    case 1: out.markup("<ol>\n")
    default:
      out.markup("<ol start=\"")
      out.number(Int(node.value))
      out.markup("\">\n")
    }
  }

  mutating func enterItem(_ node: MarkupTree.Node) {
    block("<li>")
    if node.value == 0 { return }
    out.markup("<input type=\"checkbox\"")
    if node.value == 2 { out.markup(" checked=\"\"") }
    out.markup(" disabled=\"\"")
    if let context {
      out.markup(" aria-label=\"")
      out.text(context.strings[node.value == 2 ? "task-done" : "task-open"])
      out.markup("\"")
    }
    out.markup(" /> ")
  }

  mutating func codeBlock(_ node: MarkupTree.Node) {
    if fencedMessage(tree.slice(node.text)) { return }
    let info = tree.slice(node.extra)
    // `cmark_isspace` of libcmark-gfm.
    let language = info.prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    if info.isEmpty {
      block("<pre><code>")
    } else {
      block("<pre><code class=\"language-")
      out.text(language)
      out.markup("\">")
    }
    out.text(tree.slice(node.text))
    out.markup("</code></pre>\n")
  }

  mutating func enterHeading(_ index: Int) {
    let level = Int(tree.nodes[index].value)
    out.freshLine()
    out.markup("<h")
    out.number(level)
    if let heading = context?.page.heading(at: index) {
      out.markup(" id=\"")
      out.text(heading.slug.text)
      out.markup("\"")
    }
    out.markup(">")
  }

  mutating func leaveHeading(_ index: Int) {
    if let heading = context?.page.heading(at: index) { anchor(heading.slug.text, "link-section") }
    out.markup("</h")
    out.number(Int(tree.nodes[index].value))
    out.markup(">\n")
  }

  /// The sign beside a heading or phrase that links to it.
  mutating func anchor(_ id: String, _ label: String) {
    out.markup("<a class=\"anchor\" href=\"#")
    out.text(urlPath(id))
    out.markup("\" aria-label=\"")
    out.text(context?.strings[label] ?? "")
    out.markup("\"></a>")
  }

  mutating func leaveQuote(_ index: Int) {
    out.freshLine()
    if context?.page.alerts[index] != nil {
      out.markup("</aside>\n")
    } else {
      out.markup("</blockquote>\n")
      if isMessage(index) { out.markup("</div>\n") }
    }
  }

  mutating func enterTable() {
    out.freshLine()
    if let context { tableBegins(context) }
    out.markup("<table>")
  }

  /// Begins what lets a wide table scroll.
  mutating func tableBegins(_ context: RenderContext) {
    // A group and no region: landmarks of a page have names of their own.
    out.markup("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
    out.text(context.strings["table"])
    out.markup("\">")
  }

  mutating func enterRow(_ index: Int) {
    out.freshLine()
    if tree.nodes[index].value == 1 {
      out.markup("<thead>\n")
    } else if isFirstBodyRow(index) {
      out.markup("<tbody>\n")
    }
    out.markup("<tr>")
  }

  private func isFirstBodyRow(_ index: Int) -> Bool {
    guard let table = open.last else { return false }
    let header = table.node + 1
    return tree.nodes[header].value == 1 ? Int(tree.nodes[header].end) == index : header == index
  }

  mutating func leaveRow(_ node: MarkupTree.Node) {
    block("</tr>")
    if node.value == 1 { block("</thead>") }
  }

  private var isInHeaderRow: Bool {
    open.last.map { tree.nodes[$0.node].kind == .tableRow && tree.nodes[$0.node].value == 1 }
      ?? false
  }

  mutating func enterCell(_ node: MarkupTree.Node) {
    block(isInHeaderRow ? "<th" : "<td")
    switch UInt8(truncatingIfNeeded: node.value) {
    case UInt8(ascii: "l"): out.markup(" align=\"left\"")
    case UInt8(ascii: "c"): out.markup(" align=\"center\"")
    case UInt8(ascii: "r"): out.markup(" align=\"right\"")
    default: break
    }
    out.markup(">")
  }

  mutating func leaveCell() { out.markup(isInHeaderRow ? "</th>" : "</td>") }

  mutating func leaveTable(_ index: Int) {
    let rows = tree.children(of: index)
    if rows.contains(where: { tree.nodes[$0].value == 0 }) { block("</tbody>") }
    block("</table>")
    if context != nil { out.markup("</div>") }
    out.freshLine()
  }
}
