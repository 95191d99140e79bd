// Which path becomes which.

internal import CommonMark
internal import Handbook
internal import Text

/// A move as a change of paths.
struct PathMap: Sendable {
  let from: String
  let to: String

  /// Whether a path is what moves, or lies in it.
  func moves(_ path: String) -> Bool { path.isOrLies(in: from) }

  /// A path after the move.
  subscript(_ path: String) -> String {
    moves(path) ? to + path.dropFirst(from.count) : path
  }
}

extension Handbook {
  /// The handbook after a move.
  ///
  /// - Parameters:
  ///   - map: the move.
  ///   - edited: bytes of pages that change too, by their paths before the move.
  ///   - file: the settings after the move, where they change.
  /// - Returns: the handbook as it will be read.
  func moved(
    _ map: PathMap, edited: [String: [UInt8]], configuration file: SourceFile? = nil
  ) -> Handbook {
    func moved(_ path: ContentPath) -> ContentPath {
      do throws(ContentPath.Problem) { return try ContentPath(map[path.text]) } catch {
        return path
      }
    }
    let options = configuration.pageOptions
    let pages = self.pages.map { page in
      let bytes = edited[page.path.text]
      if bytes == nil, !map.moves(page.path.text) { return page }
      let file = SourceFile(path: moved(page.path), bytes: bytes ?? page.file.bytes)
      return Page.read(file, options: options).page
    }
    var settings = settings
    if let file {
      settings.configuration =
        HandbookSettings.read([.configuration: file], today: today).settings.configuration
    }
    return Handbook(
      settings, pages: pages, files: files.map(moved), leftOut: leftOut, absent: absent)
  }
}
