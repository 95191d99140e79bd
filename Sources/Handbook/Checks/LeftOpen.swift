// left-open: a comment or a block of code without an end, which takes in the rest of the page.

internal import CommonMark

enum LeftOpen {
  static let rule = Rule(
    "left-open", .warning, "A comment or a block of code has no end.",
    explanation: """
      What begins with `<!--` is hidden from readers up to `-->`, and what begins with a line of \
      three backticks or tildes is code up to such a line. Without the end everything after it is \
      hidden or shown as code.
      """,
    bad: "# Fees\n\n<!-- ask Ana\n\nThe fee is 10.\n",
    good: "# Fees\n\n<!-- ask Ana -->\n\nThe fee is 10.\n")

  /// What hides text, and what ends it.
  private static let marks = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]

  static func findings(on page: Page) -> [Diagnostic] {
    var places = InlinePlaces(page)
    let tree = page.tree
    return tree.nodes.enumerated().compactMap { index, node in
      switch node.kind {
      case .htmlBlock:
        guard let mark = openMark(in: tree.slice(node.text)) else { return nil }
        let place = places.place(of: mark.text, at: index, offset: mark.offset)
        return Diagnostic(
          rule, at: page.path, place, "what begins here is hidden, and nothing ends it",
          help: "write \(mark.end) where it should end")
      case .text: return shownComment(index, on: page, &places)
      case .codeBlock: return openFence(index, on: page)
      default: return nil
      }
    }
  }

  /// The mark of a block of HTML that nothing ends.
  private static func openMark(
    in html: ArraySlice<UInt8>
  ) -> (text: ArraySlice<UInt8>, offset: Int, end: String)? {
    var index = html.startIndex
    while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard let (mark, end) = marks.first(where: { html[start...].starts(with: $0.0.utf8) }) else {
        continue
      }
      index = start + 2
      while index < html.endIndex, !html[index...].starts(with: end.utf8) { index += 1 }
      if index == html.endIndex {
        return (html[start..<start + mark.utf8.count], start - html.startIndex, end)
      }
    }
    return nil
  }

  /// A comment that is none, because it does not end in its paragraph.
  private static func shownComment(
    _ index: Int, on page: Page, _ places: inout InlinePlaces
  ) -> Diagnostic? {
    let text = page.tree.slice(page.tree.nodes[index].text)
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = text[start...]
      if rest.starts(with: "<!--".utf8) {
        let place = places.place(
          of: rest.prefix(4), at: index, offset: start - text.startIndex)
        guard page.file.holds("<!--".utf8, at: place.lowerBound),
          !page.file.isEscaped(at: place.lowerBound)
        else { return nil }
        return Diagnostic(
          rule, at: page.path, place, "this comment does not end in its paragraph, so it shows",
          help: "write --> in the same paragraph, or begin the comment on a line of its own")
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// A fence that no other closes.
  private static func openFence(_ index: Int, on page: Page) -> Diagnostic? {
    let node = page.tree.nodes[index]
    let line = page.firstLine(of: index)
    let sign = page.file.bytes[line].first ?? 0
    let fence = page.file.bytes[line].prefix { $0 == sign }
    let isFence = (sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~")) && fence.count >= 3
    // In code that is indented the fence is a part of the code.
    guard isFence, !page.tree.slice(node.text).starts(with: fence) else { return nil }
    for number in stride(from: Int(node.endLine), to: Int(node.line), by: -1) {
      let text = page.file.bytes[page.file.range(ofLine: number)].filter {
        $0 != 0x20 && $0 != 0x09
      }
      let words = text.drop { $0 == UInt8(ascii: ">") }
      if words.count >= fence.count, words.allSatisfy({ $0 == sign }) { return nil }
    }
    let mark = String(decoding: fence, as: UTF8.self)
    return Diagnostic(
      rule, at: page.path, line.prefix(fence.count), "this block of code is never closed",
      help: "write \(mark) on a line of its own where the code ends")
  }
}
