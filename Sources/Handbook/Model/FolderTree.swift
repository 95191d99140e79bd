// Pages by folder, in the order in which a reader meets them.

internal import Text

/// A folder of the content and what stands directly in it.
package struct Folder: Sendable {
  /// A page or a folder inside a folder.
  package enum Child: Sendable, Equatable {
    case page(Int)
    case folder(String)
  }

  /// "" for the root.
  package let path: String
  /// The page that stands for the folder.
  package var index: Int?
  package var title: String
  /// In navigation order; the folder's own page left out.
  package var children: [Child] = []

  /// Whether Deskbook makes a page that lists the folder; the cards' folder has the list of cards
  /// instead.
  package var isListed: Bool { index == nil && path != CardList.folder }
}

/// Every folder that holds a page, by path.
package struct FolderTree: Sendable {
  package private(set) var folders: [String: Folder] = [:]
  /// Every page once, in navigation order.
  package private(set) var readingOrder: [Int] = []

  package var root: Folder { folders[""] ?? Folder(path: "", title: "") }

  /// The names of pages that stand for their folder, best first.
  static let indexNames = ["index", "readme"]

  init(pages: [Page], configuration: Configuration) {
    folders[""] = Folder(path: "", title: configuration.title?.value ?? "")
    var order: [String: Double] = [:]
    for (index, page) in pages.enumerated() {
      addFolders(to: page.path.folder)
      let rank = Self.indexNames.firstIndex(of: page.path.stem.lowercased())
      if let rank, Self.isBetter(rank, than: folders[page.path.folder]?.index.map { pages[$0] }) {
        if let old = folders[page.path.folder]?.index {
          folders[page.path.folder]?.children.append(.page(old))
        }
        folders[page.path.folder]?.index = index
        folders[page.path.folder]?.title = page.title
        order[page.path.folder] = page.front.order
      } else {
        folders[page.path.folder]?.children.append(.page(index))
      }
    }
    sort(pages, order, Self.ranks(configuration))
    readingOrder = flattened()
  }

  private static func isBetter(_ rank: Int, than page: Page?) -> Bool {
    guard let page else { return true }
    return rank < (indexNames.firstIndex(of: page.path.stem.lowercased()) ?? indexNames.count)
  }

  private mutating func addFolders(to path: String) {
    if folders[path] != nil { return }
    let name = String(decoding: path.utf8.lastPart, as: UTF8.self)
    let parent = String(
      decoding: path.utf8.dropLast(name.utf8.count).dropLast(), as: UTF8.self)
    folders[path] = Folder(path: path, title: TitleRule.title(fromFileName: name))
    addFolders(to: parent)
    folders[parent]?.children.append(.folder(path))
  }

  /// Places that `navigation:` gives to pages and folders.
  private static func ranks(_ configuration: Configuration) -> [String: Int] {
    var ranks: [String: Int] = [:]
    for (rank, entry) in configuration.navigation.enumerated() {
      if ranks[entry.value] == nil { ranks[entry.value] = rank }
    }
    return ranks
  }

  private mutating func sort(_ pages: [Page], _ order: [String: Double], _ ranks: [String: Int]) {
    typealias Key = (rank: Int, order: Double, title: String, path: String)
    let titles = folders.mapValues(\.title)
    func key(_ child: Folder.Child) -> Key {
      switch child {
      case .page(let index):
        let page = pages[index]
        return (
          ranks[page.path.text] ?? Int.max, page.front.order ?? .infinity,
          page.title.lowercased(), page.path.text
        )
      case .folder(let path):
        return (
          ranks[path] ?? Int.max, order[path] ?? .infinity, (titles[path] ?? "").lowercased(), path
        )
      }
    }
    folders = folders.mapValues { folder in
      var folder = folder
      folder.children = folder.children.map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
      return folder
    }
  }

  private func flattened() -> [Int] {
    var result: [Int] = []
    var pending: [Folder.Child] = [.folder("")]
    while let next = pending.popLast() {
      switch next {
      case .page(let index): result.append(index)
      case .folder(let path):
        guard let folder = folders[path] else { continue }
        if let index = folder.index { result.append(index) }
        pending.append(contentsOf: folder.children.reversed())
      }
    }
    return result
  }

  /// Whether a page stands for its folder.
  package func isIndex(_ page: Int, at path: ContentPath) -> Bool {
    folders[path.folder]?.index == page
  }
}
