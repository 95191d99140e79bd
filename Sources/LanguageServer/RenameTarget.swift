// What gets another name at a place: a page, or a heading.

internal import Editing
internal import Handbook
internal import Text

/// A page or a heading, where an editor names it.
private struct RenameTarget {
  enum Thing {
    case page(Int)
    case heading(Int, of: Int)
  }

  let thing: Thing
  /// What the editor marks while it asks for the name.
  let range: Range<Int>
  /// The name as it is now.
  let name: String

  /// What is named at a byte of a page.
  ///
  /// - Throws: ``Refusal`` where nothing is.
  static func at(
    _ offset: Int, on page: Page, in handbook: Handbook
  ) throws(Refusal) -> RenameTarget {
    if let link = LinkAtPlace(offset, on: page, in: handbook),
      case .page(let index, let anchor) = link.resolution
    {
      return try behind(link, to: index, anchor, offset, on: page, in: handbook)
    }
    if let own = handbook.page(at: page.path.text) {
      if page.isNamed(at: offset) {
        let line = page.file.range(ofLine: page.file.lines.position(of: offset).line)
        return RenameTarget(thing: .page(own), range: line, name: page.path.name)
      }
      if let heading = page.heading(at: offset) {
        return try self.heading(heading.slug.text, of: own, at: nil, in: handbook)
      }
    }
    throw Refusal(
      words: "a page is renamed at a link to it, at its title or in its front matter, "
        + "a heading where it stands or in a link to it")
  }

  /// A link stands for its page, and what is behind its `#` for a heading of that.
  private static func behind(
    _ link: LinkAtPlace, to index: Int, _ anchor: String?, _ offset: Int, on page: Page,
    in handbook: Handbook
  ) throws(Refusal) -> RenameTarget {
    let sign = page.file.bytes[link.target].firstIndex(of: UInt8(ascii: "#"))
    if let anchor, let sign, offset > sign || sign == link.target.lowerBound {
      let place = sign + 1..<link.target.upperBound
      return try heading(anchor, of: index, at: place, in: handbook)
    }
    let path = LinkTarget.path(from: page.path, to: handbook.pages[index].path.text)
    return RenameTarget(thing: .page(index), range: link.range, name: path)
  }

  /// A heading by its anchor, where it stands if no other place is given.
  private static func heading(
    _ anchor: String, of index: Int, at place: Range<Int>?, in handbook: Handbook
  ) throws(Refusal) -> RenameTarget {
    let page = handbook.pages[index]
    guard let heading = page.headings.firstIndex(where: { $0.slug.text == anchor }) else {
      throw Refusal(words: "\(page.path.text) has no heading #\(anchor) to rename")
    }
    guard let words = page.headingText(heading) else {
      throw Refusal(words: "this heading is not written on one line; change it by hand")
    }
    return RenameTarget(
      thing: .heading(heading, of: index), range: place ?? words,
      name: String(decoding: page.file.bytes[words], as: UTF8.self))
  }
}

extension LanguageSession {
  /// Whether something can be renamed at a place, and its name.
  func prepareRename(_ params: JSON?) throws(Refusal) -> JSON {
    guard let (workspace, page, offset) = place(params) else { return .null }
    let target = try RenameTarget.at(offset, on: page, in: workspace.handbook)
    return .object([
      ("range", page.file.range(target.range, unit)), ("placeholder", .string(target.name)),
    ])
  }

  /// Gives what is named at a place another name, and mends what leads to it.
  func rename(_ params: JSON?) throws(Refusal) -> JSON {
    guard let (workspace, page, offset) = place(params),
      let name = params?["newName"]?.string, !name.isEmpty
    else { return .null }
    let renaming = Renaming(workspace: workspace, unit: unit)
    switch try RenameTarget.at(offset, on: page, in: workspace.handbook).thing {
    case .page(let index):
      return try move(workspace.handbook.pages[index].path, to: name, from: page, renaming)
    case .heading(let heading, let index):
      let edits = try renaming.edits(heading: heading, of: index, text: name)
      return .object([
        ("documentChanges", .array(edits.map { Self.documentEdit($0.uri, $0.edits) }))
      ])
    }
  }

  private func move(
    _ target: ContentPath, to name: String, from page: Page, _ renaming: Renaming
  ) throws(Refusal) -> JSON {
    let workspace = renaming.workspace
    let written = name.hasSuffix(".md") ? name : name + ".md"
    // A path is read as a link on the open page would be; a name alone leaves the page in its folder.
    let base = name.contains("/") ? page.path : target
    guard let to = base.resolving(PercentEncoding.decoded(written)), !to.isEmpty else {
      throw Refusal(words: "\(name) is no path in the content")
    }
    let edits = try renaming.edits(from: target.text, to: to)
    let move = JSON.object([
      ("kind", .string("rename")), ("oldUri", .string(workspace.uri(target.text))),
      ("newUri", .string(workspace.uri(to))),
    ])
    return .object([
      ("documentChanges", .array(edits.map { Self.documentEdit($0.uri, $0.edits) } + [move]))
    ])
  }

  private static func documentEdit(_ uri: String, _ edits: [JSON]) -> JSON {
    .object([
      ("textDocument", .object([("uri", .string(uri)), ("version", .null)])),
      ("edits", .array(edits)),
    ])
  }
}
