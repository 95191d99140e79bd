// Links that would lead elsewhere after a move, written so that they lead where they did.

internal import Handbook
internal import Text

/// The links of all pages, before and after a move.
struct LinkMending {
  /// Pages whose links change, by their paths before the move.
  private(set) var pages: [String: [UInt8]] = [:]
  private(set) var notes: [MovePlan.Note] = []
  private let before: Handbook
  private let map: PathMap

  /// Finds the links that no longer lead where they did, and writes them anew.
  ///
  /// - Throws: `cannotMend` for a link whose place in the file is not certain.
  init(before: Handbook, after: Handbook, _ map: PathMap) throws(MoveProblem) {
    self.before = before
    self.map = map
    for (index, page) in before.pages.enumerated() {
      guard let now = after.page(at: map[page.path.text]) else { continue }
      try mend(index, after.pages[now], after)
    }
  }

  private mutating func mend(
    _ index: Int, _ now: Page, _ after: Handbook
  ) throws(MoveProblem) {
    let page = before.pages[index]
    let wrong = page.links.indices.filter { link in
      guard let wanted = wanted(before.resolutions[index][link]) else { return false }
      return after.resolve(page.links[link].destination, from: now).place(in: after) != wanted
    }
    if wrong.isEmpty { return }
    let ranges = page.destinationRanges()
    var edits: [Int: (edit: ByteEdit, note: MovePlan.Note)] = [:]
    for link in wrong {
      let old = page.links[link].destination
      let wanted = wanted(before.resolutions[index][link])
      let new = Destination(old).candidates(to: wanted ?? "", from: now.path).first {
        after.resolve($0, from: now).place(in: after) == wanted
      }
      guard let new, let places = ranges[link] else {
        let line = page.file.lines.position(
          of: page.firstLine(of: page.links[link].node).lowerBound)
        throw .cannotMend(path: page.path.text, line: line.line, destination: old)
      }
      for place in places where edits[place.lowerBound] == nil {
        let line = page.file.lines.position(of: place.lowerBound).line
        edits[place.lowerBound] = (
          ByteEdit(place, new),
          .mended(path: page.path.text, line: line, before: old, after: new)
        )
      }
    }
    pages[page.path.text] = page.file.bytes.applying(edits.values.map(\.edit))
    notes += edits.sorted { $0.key < $1.key }.map(\.value.note)
  }

  /// Where a link has to lead after the move; nil where that is no business of the move.
  private func wanted(_ resolution: LinkResolution) -> String? {
    resolution.place(in: before).map { map[$0] }
  }

  /// Reads every link again after all changes.
  ///
  /// - Throws: `cannotMend` for the first that does not lead where it did.
  func verify(_ after: Handbook) throws(MoveProblem) {
    for (index, page) in before.pages.enumerated() {
      guard let now = after.page(at: map[page.path.text]) else { continue }
      let old = before.resolutions[index].map { wanted($0) }
      let new = after.resolutions[now].map { $0.place(in: after) }
      for link in old.indices
      where old[link] != nil && (link >= new.count || new[link] != old[link]) {
        let line = page.file.lines.position(
          of: page.firstLine(of: page.links[link].node).lowerBound)
        throw .cannotMend(
          path: page.path.text, line: line.line, destination: page.links[link].destination)
      }
    }
  }
}

extension LinkResolution {
  /// The path from the root of what a link leads to; nil for nothing in the content.
  fileprivate func place(in handbook: Handbook) -> String? {
    switch self {
    case .page(let index, _): handbook.pages[index].path.text
    case .file(let path): path
    case .folder(let path): path
    case .external, .generated, .refused, .outside, .missing: nil
    }
  }
}

/// A link's target in the parts that a move changes and those that it keeps.
private struct Destination {
  private let path: Substring
  /// `?query` and `#anchor`.
  private let rest: Substring

  init(_ text: String) {
    let end =
      text.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? text.endIndex
    path = text[..<end]
    rest = text[end...]
  }

  /// Ways to write a new target, the one most like the old first.
  func candidates(to target: String, from page: ContentPath) -> [String] {
    var targets = [target]
    if target.ends(with: ".md") {
      let bare = String(target.dropLast(3))
      let folder = target.pathNames.dropLast().joined(separator: "/")
      if path.ends(with: ".html") {
        targets.insert(bare + ".html", at: 0)
      } else if path.ends(with: "/") {
        targets.insert(folder + "/", at: 0)
      } else if !path.ends(with: ".md") {
        targets = [folder, bare, target]
      }
    }
    return targets.map { encoded(path.begins(with: "/") ? "/" + $0 : relative($0, page)) + rest }
  }

  private func relative(_ target: String, _ page: ContentPath) -> String {
    let path = LinkTarget.path(from: page, to: target)
    let shown = target.ends(with: "/") && !path.ends(with: "/") ? path + "/" : path
    let isDotted = self.path.begins(with: "./") && !shown.begins(with: "../")
    return shown.isEmpty || shown == "/" ? "./" : isDotted ? "./" + shown : shown
  }

  /// What would end or change a target is written as `%XX`.
  private func encoded(_ path: String) -> String {
    PercentEncoding.encoded(path) { byte in
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "?"),
        UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "`"):
        false
      default: true
      }
    }
  }
}
