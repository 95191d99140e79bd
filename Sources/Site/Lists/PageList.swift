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

  /// The most bytes of a list that home pages load to find out what is new: some 1,400 pages.
  ///
  /// In a larger handbook only the page of what changed loads the list.
  private static let largestOfHome = 128 << 10

  private let handbook: Handbook
  private let list = Mutex<Made?>(nil)

  init(_ handbook: Handbook) { self.handbook = handbook }

  var file: OutputFile { made.file }
  /// What tells this build's pages from another's.
  var build: String { made.build }
  /// ``build``, for home pages; nil where the list is too long for them.
  ///
  /// A home page loads the list when this is not the build that the reader's browser saw last.
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
