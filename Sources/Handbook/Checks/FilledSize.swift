// too-large: a page that a few bytes of holes and a long value blow up.

internal import CommonMark

extension PageSize {
  /// What is wrong with a page whose values come to more than a browser can show.
  ///
  /// - Parameters:
  ///   - page: as read, its holes still open.
  ///   - values: what fills them.
  /// - Returns: a finding at the hole that is too much.
  static func overfilled(_ page: Page, by values: [String: String]) -> Diagnostic? {
    let longest = values.values.map(\.utf8.count).max() ?? 0
    let shortestHole = "{{a}}".utf8.count
    if page.file.bytes.count / shortestHole * longest <= Limits.filledBytes { return nil }
    let sizes = values.mapValues(\.utf8.count)
    var bytes = 0
    for (index, node) in page.tree.nodes.enumerated() where node.kind == .text {
      let text = page.tree.slice(node.text)
      guard Placeholder.mayStand(in: text) else { continue }
      for case .hole(let name, _) in Placeholder.segments(of: text) { bytes += sizes[name] ?? 0 }
      if bytes > Limits.filledBytes {
        return Diagnostic(
          rule, at: page.path, place(of: index, on: page),
          "the values on this page come to more than \(Limits.filledBytes) bytes",
          help: "split it into several pages, or shorten the value")
      }
    }
    return nil
  }
}
