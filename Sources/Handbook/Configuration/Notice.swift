// `notice:` of handbook.yml: what everybody should know today, on top of every page.

package import CommonMark

/// A notice on every page.
package struct Notice: Sendable, Equatable {
  /// A paragraph of Markdown, values filled in.
  package var text: String
  /// The last day on which it is shown; nil for one that stays.
  package var until: Located<CalendarDate>?
  package var link: Link?

  /// Where a notice leads.
  package enum Link: Sendable, Equatable {
    /// A page or folder of the content, and the part after `#`.
    case page(Located<String>, anchor: String?)
    case address(String)
  }

  /// The page or folder of the content that it leads to.
  var target: Located<String>? {
    if case .page(let path, _) = link { path } else { nil }
  }

  /// Whether its last day is over.
  package func isOver(on day: CalendarDate) -> Bool { until.map { $0.value < day } ?? false }

  /// The text as a tree whose only paragraph it is.
  package var tree: MarkupTree { MarkupTree(parsing: Array(text.utf8)[...]) }

  /// Whether all of the text can stand on one line of every page: no other block, no picture, no HTML,
  /// and no link whose way would differ from page to page.
  var isOneLine: Bool {
    let tree = tree
    guard tree.nodes.count > 1, Int(tree.nodes[1].end) == tree.nodes.count,
      tree.nodes[1].kind == .paragraph
    else { return false }
    return tree.nodes.dropFirst(2).allSatisfy { node in
      switch node.kind {
      case .text, .softBreak, .code, .emphasis, .strong, .strikethrough: true
      case .link:
        Handbook.scheme(of: String(decoding: tree.slice(node.text), as: UTF8.self))
          .map { Handbook.schemes.contains($0) } ?? false
      default: false
      }
    }
  }
}

extension ConfigurationReader {
  mutating func readNotice(_ reader: inout MappingReader) {
    guard let value = reader.value("notice") else { return }
    var inner = MappingReader(value, at: path, what: "notice")
    let text = inner.text("text")
    let until = inner.date("until")
    let link = inner.text("link").flatMap { noticeLink($0, &inner) }
    if let text, let filled = filled(text, &inner) {
      let notice = Notice(text: filled, until: until, link: link)
      if notice.isOneLine {
        result.notice = notice
      } else {
        inner.wrong(
          text.range, "a notice is one paragraph of words, with links to addresses only",
          help: "put the rest on a page, and name that under link:")
      }
    } else if text == nil, value.entries != nil {
      inner.wrong(value.range, "a notice needs text:", help: "text: We close at 3 pm today.")
    }
    inner.finish()
    reader.merge(inner)
  }

  private func noticeLink(_ link: Located<String>, _ reader: inout MappingReader) -> Notice.Link? {
    guard let scheme = Handbook.scheme(of: link.value) else {
      let (page, anchor) = Handbook.parts(of: link.value)
      return .page(Located(Self.path(page), link.range), anchor: anchor)
    }
    if scheme == "https" || scheme == "http" { return .address(link.value) }
    reader.wrong(
      link.range, "link should be a page or a web address", help: "link: policies/fees.md")
    return nil
  }
}
