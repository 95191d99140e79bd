// The words for what a file system cannot do.

internal import Build

extension Shortfall {
  /// One line, without a full stop.
  var words: String {
    switch self {
    case .links:
      "publish: the file system links no files, so what did not change was written again"
    case .exchange:
      "publish: the file system exchanges no folders, so for a moment there was no site"
    case .locks: "publish: the file system has no locks, so builds at once are not kept apart"
    case .flush:
      "publish: the file system cannot be flushed, so after a power cut build again"
    }
  }
}
