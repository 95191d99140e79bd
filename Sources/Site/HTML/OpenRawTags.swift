// Raw tags that wait for their end, so that every one written is closed, and in order.

struct OpenRawTags {
  /// Deeper ones are left out: no page needs them, and every step below stays short.
  private static let deepest = 64

  /// Names, each with the number of the renderer's own elements that were open around it.
  private var tags: [(name: String, depth: Int)] = []
  /// The tags before this index were opened outside the run that is being written, and cannot end
  /// in it.
  private var floor = 0

  var count: Int { tags.count }
  var hasRoom: Bool { tags.count < Self.deepest }

  /// Begins a run; returns the floor of the outer one, for ``endRun(_:_:)``.
  mutating func beginRun() -> Int {
    defer { floor = tags.count }
    return floor
  }

  mutating func endRun(_ outer: Int, _ out: inout HTMLWriter) {
    close(downTo: floor, &out)
    floor = outer
  }

  mutating func append(_ name: String, depth: Int) { tags.append((name, depth)) }

  /// Ends a tag and those inside it; nothing if it was not opened at this depth.
  mutating func end(_ name: String, depth: Int, _ out: inout HTMLWriter) {
    let inside = tags[floor...].lastIndex { $0.depth < depth }.map { $0 + 1 } ?? floor
    if let index = tags[inside...].lastIndex(where: { $0.name == name }) {
      close(downTo: index, &out)
    }
  }

  /// Ends the tags that stand inside an element of ours, which itself is about to end.
  mutating func close(from depth: Int, _ out: inout HTMLWriter) {
    let inside = tags[floor...].lastIndex { $0.depth < depth }.map { $0 + 1 } ?? floor
    close(downTo: inside, &out)
  }

  /// Ends the tags from an index on that cannot hold blocks, and those inside them.
  mutating func closePhrasing(from start: Int, _ out: inout HTMLWriter) {
    guard start < tags.count else { return }
    let phrasing = tags[start...].firstIndex { $0.name != "details" && $0.name != "summary" }
    if let phrasing { close(downTo: phrasing, &out) }
  }

  private mutating func close(downTo index: Int, _ out: inout HTMLWriter) {
    while tags.count > index, let last = tags.popLast() {
      out.markup("</")
      out.text(last.name)
      out.markup(">")
    }
  }
}
