// The name of a page that is to be made: a path, or a title in the place of its last part.

internal import Handbook
internal import Text

/// What `deskbook new` makes of the path that was typed.
struct NewPageName {
  let path: String
  /// The title that was typed in the place of a file's name.
  let title: String?

  init(_ typed: String) {
    let end = String(decoding: typed.utf8.lastPart, as: UTF8.self)
    let words = end.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let title = words.ends(with: ".md") ? String(words.dropLast(3)) : words
    var taken: [String: Int] = [:]
    let slug = Slug(title, avoiding: &taken).text
    guard title.contains(" "), !slug.isEmpty else {
      (path, self.title) = (typed, nil)
      return
    }
    path = String(decoding: typed.utf8.dropLast(end.utf8.count), as: UTF8.self) + slug + ".md"
    self.title = title
  }

  /// A path as the destination of a link, in angle brackets where it needs them.
  static func link(to path: ContentPath) -> String {
    let isPlain = path.text.utf8.allSatisfy { !" ()".utf8.contains($0) }
    return isPlain ? path.text : "<\(path)>"
  }
}
