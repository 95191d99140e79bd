// Raw tags that wait for their end, so that every one written is closed, and in order.

internal import Handbook

struct OpenRawTags {
  /// Deeper ones are left out: no page needs them, and every step below stays short.
  private static let deepest = 64

  /// Names, each with the number of the renderer's own elements that were open around it.
  private var tags: [(name: String, depth: Int)] = []
  /// The tags before this index were opened outside the run that is being written, and cannot end
  /// in it.
  private var floor = 0

  /// Whether a table has an element round it.
  let wrapsTables: Bool

  init(wrapsTables: Bool) { self.wrapsTables = wrapsTables }

  /// Begins a run; returns the floor of the outer one, for ``endRun(_:_:)``.
  mutating func beginRun() -> Int {
    defer { floor = tags.count }
    return floor
  }

  mutating func endRun(_ outer: Int, _ out: inout HTMLWriter) {
    close(downTo: floor, &out)
    floor = outer
  }

  /// Ends what a tag ends by beginning.
  ///
  /// - Returns: whether the tag may stand here.
  mutating func makeRoom(
    for name: String, isBlock: Bool, depth: Int, _ out: inout HTMLWriter
  ) -> Bool {
    guard tags.count < Self.deepest else { return false }
    guard isBlock, name != "summary" else { return true }
    let inside = first(inside: depth)
    var index = tags.count
    if let parents = HTMLNames.parents[name] {
      let ended = HTMLNames.endedBy(name)
      while index > inside, !parents.contains(tags[index - 1].name) {
        guard Self.holdsLines(tags[index - 1].name) || ended.contains(tags[index - 1].name) else {
          return false
        }
        index -= 1
      }
      if index == inside { return false }
    } else {
      while index > inside, Self.holdsLines(tags[index - 1].name) { index -= 1 }
    }
    close(downTo: index, &out)
    return true
  }

  /// Whether an element holds no block, so that the next one ends it.
  private static func holdsLines(_ name: String) -> Bool {
    HTMLNames.phrasing.contains(name) || HTMLNames.lineHolders.contains(name)
  }

  /// The first tag that stands inside no further element of ours.
  private func first(inside depth: Int) -> Int {
    tags[floor...].lastIndex { $0.depth < depth }.map { $0 + 1 } ?? floor
  }

  mutating func append(_ name: String, depth: Int) { tags.append((name, depth)) }

  /// Ends a tag and those inside it; nothing if it was not opened at this depth.
  mutating func end(_ name: String, depth: Int, _ out: inout HTMLWriter) {
    if let index = tags[first(inside: depth)...].lastIndex(where: { $0.name == name }) {
      close(downTo: index, &out)
    }
  }

  /// Ends the tags that stand inside an element of ours, which itself is about to end.
  mutating func close(from depth: Int, _ out: inout HTMLWriter) {
    close(downTo: first(inside: depth), &out)
  }

  /// Ends the tags of a depth that cannot hold blocks, and those inside them.
  mutating func closeLines(depth: Int, _ out: inout HTMLWriter) {
    let lines = tags[first(inside: depth)...].firstIndex { Self.holdsLines($0.name) }
    if let lines { close(downTo: lines, &out) }
  }

  private mutating func close(downTo index: Int, _ out: inout HTMLWriter) {
    while tags.count > index, let last = tags.popLast() {
      out.markup("</")
      out.text(last.name)
      out.markup(">")
      if last.name == "table", wrapsTables { out.markup("</div>") }
    }
  }
}
