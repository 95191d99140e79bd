// The list of pages beside the text: the branch that leads to a page, and of a long folder only
// the entries around it. So the size of all navigation grows with the number of pages, and not
// with its square.

internal import Handbook
internal import Text

/// The navigation as the pages of one folder show it.
struct Navigation: Sendable {
  /// One entry of the folder's own list.
  fileprivate struct Item: Sendable {
    let page: Int?
    /// The HTML before and after the place at which the link can be marked as the current one.
    let head: [UInt8]
    let tail: [UInt8]
  }

  private let before: [UInt8]
  private let items: [Item]
  private let places: [Int: Int]
  private let more: [UInt8]
  private let after: [UInt8]
  /// The folder's own page, if an editor wrote it, and where its link can be marked in ``before``.
  private let own: (page: Int?, place: Int)?
  private static let mark = Array(" aria-current=\"page\"".utf8)
  /// A longer list shows only what stands round the current page, so that a branch fits a screen.
  private static let most = 24
  private static let around = 5

  /// Renders the branch that leads to a folder; other folders are closed.
  ///
  /// `place` is the folder whose pages show it, where that is another.
  init(folder: String, at place: String? = nil, handbook: Handbook, strings: Strings) {
    var writer = NavigationWriter(
      handbook: handbook, edition: handbook.editions[handbook.edition(at: folder)],
      strings: strings, folder: place ?? folder)
    // A folder without pages of editors, as that of the cards may be, is on no branch.
    let branch = handbook.folders.folders[folder] == nil ? writer.edition.folder : folder
    writer.ancestors(of: branch)
    own = writer.own
    before = writer.out.bytes
    after = writer.closing
    items = writer.items(of: branch)
    more = writer.more(branch)
    var places: [Int: Int] = [:]
    for (place, item) in items.enumerated() {
      if let page = item.page { places[page] = place }
    }
    self.places = places
  }

  /// The HTML with one page marked as the current one, or the folder whose list is shown.
  func html(current page: Int?, isFolder: Bool = false) -> [UInt8] {
    var html = before
    if let own, isFolder || page != nil && own.page == page {
      html.insert(contentsOf: Self.mark, at: own.place)
    }
    if items.isEmpty { return html + after }
    let place = page.flatMap { places[$0] }
    let shown = Self.window(items.count, round: place)
    html += "<ul>\n".utf8
    for index in shown {
      html += items[index].head
      if index == place { html += Self.mark }
      html += items[index].tail
    }
    if shown.count < items.count { html += more }
    html += "</ul>\n".utf8
    return html + after
  }

  /// Which entries of a list are shown.
  fileprivate static func window(_ count: Int, round place: Int?) -> Range<Int> {
    if count <= most { return 0..<count }
    let first = max(0, min((place ?? 0) - around, count - 2 * around - 1))
    return first..<first + 2 * around + 1
  }
}

extension Handbook {
  /// What a folder is called; the cards' own has a name of the interface, unless an editor gave it one.
  func title(ofFolder path: String, _ strings: Strings) -> String {
    // It is there even if no file is in it.
    if path == CardList.folder, folders.folders[path]?.index == nil {
      return strings["cards-title"]
    }
    return folders.folders[path]?.title ?? String(decoding: path.utf8.lastPart, as: UTF8.self)
  }
}

private struct NavigationWriter {
  let handbook: Handbook
  let edition: Edition
  let strings: Strings
  /// Whose pages show the list.
  let folder: String
  var out = HTMLWriter()
  var closing: [UInt8] = []
  var own: (page: Int?, place: Int)?

  /// Writes the lists above a folder's own, up to and with the folder's link; leaves them open.
  mutating func ancestors(of folder: String) {
    var path = edition.folder
    for part in folder.pathBelow(path).pathNames {
      let inner = path.isEmpty ? String(part) : path + "/" + part
      level(path, leadingTo: inner)
      path = inner
    }
  }

  private mutating func level(_ path: String, leadingTo inner: String) {
    let items = items(of: path, open: inner)
    let place = children(of: path).firstIndex(of: .folder(inner)) ?? 0
    let shown = Navigation.window(items.count, round: place)
    out.markup("<ul>\n")
    var rest: [UInt8] = []
    for index in shown {
      let item = items[index]
      if index < place { out.html(item.head + item.tail) }
      if index == place {
        out.html(item.head)
        own = (item.page, out.bytes.count)
        out.html(item.tail)
      }
      if index > place { rest += item.head + item.tail }
    }
    if shown.count < items.count { rest += more(path) }
    closing = Array("</li>\n".utf8) + rest + Array("</ul>\n".utf8) + closing
  }

  /// What stands in a folder; a page of one language has no list of the others.
  private func children(of path: String) -> [Folder.Child] {
    let all = handbook.folders.folders[path]?.children ?? []
    if !path.isEmpty || !edition.isTranslated { return all }
    return all.filter { child in
      guard case .folder(let folder) = child else { return true }
      return handbook.edition(at: folder) == 0
    }
  }

  /// A folder's children; the open one's list item is not closed.
  func items(of path: String, open: String? = nil) -> [Navigation.Item] {
    children(of: path).map { child in
      switch child {
      case .page(let index):
        return item(
          handbook.outputPath(of: index), handbook.pages[index].title, page: index, "<li>",
          "</a></li>\n")
      case .folder(let inner):
        let folder = handbook.folders.folders[inner]
        let isOpen = inner == open
        return item(
          inner + "/index.html", handbook.title(ofFolder: inner, strings), page: folder?.index,
          isOpen ? "<li class=\"folder current\">" : "<li class=\"folder\">",
          isOpen ? "</a>\n" : "</a></li>\n")
      }
    }
  }

  private func item(
    _ path: String, _ title: String, page: Int?, _ start: StaticString, _ end: StaticString
  ) -> Navigation.Item {
    var head = HTMLWriter()
    head.markup(start)
    head.markup("<a href=\"")
    head.text(urlPath(path, from: folder))
    head.markup("\"")
    var tail = HTMLWriter()
    tail.markup(">")
    tail.text(title)
    tail.markup(end)
    return Navigation.Item(page: page, head: head.bytes, tail: tail.bytes)
  }

  /// The entry that leads to all of a long list: to the folder's own page, or to the A–Z for the
  /// edition's top folder.
  func more(_ path: String) -> [UInt8] {
    let count = children(of: path).count
    var out = HTMLWriter()
    out.markup("<li class=\"more\"><a href=\"")
    out.text(
      urlPath(
        path == edition.folder ? edition.prefix + PartedList.titles.page(0) : path + "/index.html",
        from: folder))
    out.markup("\">")
    out.text(strings["nav-all"].filled(["n": String(count)]))
    out.markup("</a></li>\n")
    return out.bytes
  }
}
