// The list of all pages, made when it is first asked for.

internal import Handbook
internal import Synchronization
internal import Text

/// `data/pages.js` of one state of the handbook, and the name of that state.
final class PageList: Sendable {
  private struct Made {
    let file: OutputFile
    let build: String
  }

  /// Bytes above which the list is loaded only on demand: some 1,400 pages.
  ///
  /// What is new is then found out on the page of what changed, and not on the way home.
  private static let largestOfHome = 128 << 10

  private let handbook: Handbook
  private let list = Mutex<Made?>(nil)

  init(_ handbook: Handbook) { self.handbook = handbook }

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

  private var made: Made {
    list.withLock { list in
      if let list { return list }
      let (file, build) = PageData.pages(handbook)
      let made = Made(file: file, build: build)
      list = made
      return made
    }
  }
}
