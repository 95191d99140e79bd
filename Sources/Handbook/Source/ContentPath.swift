// A file's place below the content folder.

/// A path below the content root: relative, `/` between parts, no empty, `.` or `..` part.
package struct ContentPath: Codable, Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  /// Why a text is not a content path.
  package enum Problem: Error, Equatable { case empty, absolute, leavesRoot }

  /// Checks and wraps a path.
  ///
  /// - Throws: ``Problem`` for an empty or absolute path, or one with an empty, `.` or `..` part.
  package init(_ text: String) throws(Problem) {
    if text.isEmpty { throw .empty }
    if text.utf8.first == UInt8(ascii: "/") { throw .absolute }
    var (length, dots) = (0, 0)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "/") {
        if length == dots, length <= 2 { throw .leavesRoot }
        (length, dots) = (0, 0)
      } else {
        length += 1
        if byte == UInt8(ascii: ".") { dots += 1 }
      }
    }
    if length == dots, length <= 2 { throw .leavesRoot }
    self.text = text
  }

  private init(trusted text: String) { self.text = text }

  /// The file that holds the handbook's configuration.
  package static let configuration = ContentPath(trusted: "handbook.yml")
  /// The file that lists the works pages cite.
  package static let bibliography = ContentPath(trusted: "sources.yml")
  /// The file that lists words that mean the same to search.
  package static let synonyms = ContentPath(trusted: "synonyms.txt")
  /// The file that lists queries and what they must find.
  package static let searchTests = ContentPath(trusted: "search-tests.yml")
  /// The file that lists reviews.
  package static let reviews = ContentPath(trusted: "reviews.tsv")

  /// The last part.
  package var name: String { String(lastPart) }

  private var lastPart: Substring {
    guard let slash = lastSlash else { return text[...] }
    return text[text.utf8.index(after: slash)...]
  }

  private var lastSlash: String.Index? {
    // A search of the view itself takes twenty times as many steps for each byte.
    let offset = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
      unsafe bytes.lastIndex(of: UInt8(ascii: "/"))
    }
    guard let offset else { return text.utf8.lastIndex(of: UInt8(ascii: "/")) }
    return offset.map { text.utf8.index(text.utf8.startIndex, offsetBy: $0) }
  }

  /// The folder that holds the file: "" at the root.
  package var folder: String {
    guard let slash = lastSlash else { return "" }
    return String(text[..<slash])
  }

  /// The last part without its extension.
  package var stem: String {
    let name = lastPart
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return String(name)
    }
    return String(name[..<dot])
  }

  /// The extension in lower case, without the dot; "" where there is none.
  package var fileExtension: String {
    let name = lastPart
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return ""
    }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  /// Whether the file is a page.
  package var isMarkdown: Bool {
    // Asked of every file in each run; most names end like this.
    if text.utf8.count > 3, text.utf8.suffix(3).elementsEqual(".md".utf8) {
      return text.utf8.suffix(4).first != UInt8(ascii: "/")
    }
    return fileExtension == "md" || fileExtension == "markdown"
  }

  /// Where a relative link of this file leads.
  ///
  /// - Parameter link: a relative path, or one from the root that begins with `/`; percent-decoded.
  /// - Returns: the target, "" for the root folder; nil where the link leaves the root.
  package func resolving(_ link: String) -> String? {
    let slash = UInt8(ascii: "/")
    let isFromRoot = link.utf8.first == slash
    var path = isFromRoot ? [] : Array(text.utf8.prefix(text.utf8.count - lastPart.utf8.count))
    if path.last == slash { path.removeLast() }
    var rest = link.utf8[...]
    while !rest.isEmpty {
      let part = rest.prefix { $0 != slash }
      rest = rest.dropFirst(part.count + 1)
      if part.isEmpty || part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        if path.isEmpty { return nil }
        path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
      } else {
        if !path.isEmpty { path.append(slash) }
        path += part
      }
    }
    return String(decoding: path, as: UTF8.self)
  }

  package var description: String { text }

  /// Byte order, so that every machine sorts alike.
  package static func < (left: Self, right: Self) -> Bool {
    let precedes = unsafe left.text.utf8.withContiguousStorageIfAvailable { first in
      unsafe right.text.utf8.withContiguousStorageIfAvailable { second in
        unsafe first.lexicographicallyPrecedes(second)
      }
    }
    return (precedes ?? nil) ?? left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
