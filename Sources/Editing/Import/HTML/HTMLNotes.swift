// What is said of web pages: frames are the same on each of a site's pages.

internal import Text

/// Notes on the pages of a site.
enum HTMLNotes {
  private static let frames = [
    "the navigation ", "the table of contents ", "the footer ", "the header ",
  ]
  private static let mostLetters = 300
  /// So many pages may say the same one by one.
  private static let mostTimes = 3

  /// A note of a page's Markdown as one of the page.
  static func placed(_ note: ImportNote) -> ImportNote {
    let bare = String(note.path.dropLast(note.path.ends(with: ".md") ? 3 : 0))
    return HTMLName.isPage(bare) ? ImportNote(bare, 0, note.message) : note
  }

  /// The notes, each once, what many pages have in common told at the first of them.
  static func summed(_ notes: [ImportNote]) -> [ImportNote] {
    var paths: [String: [String]] = [:]
    for note in notes where paths[note.message]?.last != note.path {
      paths[note.message, default: []].append(note.path)
    }
    var seen: Set<String> = []
    return notes.compactMap { note in
      guard let all = paths[note.message], HTMLName.isPage(note.path) else { return note }
      let isCommon = all.count > mostTimes && frames.contains { note.message.hasPrefix($0) }
      if !seen.insert(isCommon ? note.message : "\(note.path) \(note.message)").inserted {
        return nil
      }
      var message = note.message
      if message.count > mostLetters, frames.contains(where: { message.hasPrefix($0) }) {
        message = message.prefix(mostLetters) + "…"
      }
      if isCommon { message += " (as on \(all.count - 1) other pages)" }
      return ImportNote(note.path, 0, message)
    }
  }
}
