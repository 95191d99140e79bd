// The list of all pages, made when it is first asked for.

internal import Handbook
internal import Synchronization

/// `data/pages.js` of one state of the handbook, and the name of that state.
final class PageList: Sendable {
  private struct State {
    /// By page; nil where the page's entry is to be written.
    var entries: [PageData.Entry?]
    var made: Made?
  }

  private struct Made {
    let file: OutputFile
    let build: String
    /// By page.
    let hashes: [ContentHash]
  }

  /// Bytes above which the list is loaded only on demand: some 1,400 pages.
  ///
  /// What is new is then found out on the page of what changed, and not on the way home.
  private static let largestOfHome = 128 << 10

  private let handbook: Handbook
  private let state: Mutex<State>

  /// Takes over the entries of an earlier list, but for pages that have changed.
  init(_ handbook: Handbook, after earlier: (list: PageList, changed: [Int])? = nil) {
    self.handbook = handbook
    var entries =
      earlier?.list.state.withLock { $0.entries }
      ?? [PageData.Entry?](repeating: nil, count: handbook.pages.count)
    for index in earlier?.changed ?? [] { entries[index] = nil }
    state = Mutex(State(entries: entries))
  }

  var file: OutputFile { made.file }
  /// What tells this build's pages from another's.
  var build: String { made.build }
  /// ``build`` for home pages, which load a list that has another; nil where the list is long.
  var homeBuild: String? {
    guard case .bytes(let bytes) = made.file.content, bytes.count <= Self.largestOfHome else {
      return nil
    }
    return made.build
  }
  /// Hashes of the pages' files, by page.
  var hashes: [ContentHash] { made.hashes }

  private var made: Made {
    state.withLock { state in
      if let made = state.made { return made }
      let entries = state.entries.enumerated().map { index, entry in
        entry ?? PageData.Entry(index, handbook)
      }
      let (file, build) = PageData.pages(handbook, entries.map(\.text))
      let made = Made(file: file, build: build, hashes: entries.map(\.hash))
      state.entries = entries
      state.made = made
      return made
    }
  }
}
