// Texts taken apart at delimiters, by bytes.
//
// Swift compares and splits by characters, and a mark that combines (U+0301) makes one character of itself and
// the delimiter before it, as LF does with CR. To browsers, to spreadsheets and to the system the delimiter is
// there all the same. So paths, addresses and escapes are read by their bytes.

extension StringProtocol where SubSequence == Substring {
  /// Whether it begins with these bytes.
  package func begins(with start: String) -> Bool { utf8.starts(with: start.utf8) }

  /// Whether it ends with these bytes.
  package func ends(with end: String) -> Bool {
    utf8.count >= end.utf8.count && utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
  }

  /// Whether a delimiter stands in it.
  package func holds(_ delimiter: Unicode.Scalar) -> Bool {
    utf8.contains(UInt8(ascii: delimiter))
  }

  /// What stands between delimiters of ASCII, empty parts included.
  package func parts(at delimiter: Unicode.Scalar) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while case let (before, behind?) = rest.cut(at: delimiter) {
      parts.append(before)
      rest = behind
    }
    return parts + [rest]
  }

  /// What stands before the first of a delimiter, and behind it; nil behind where there is none.
  package func cut(at delimiter: Unicode.Scalar) -> (before: Substring, behind: Substring?) {
    guard let place = utf8.firstIndex(of: UInt8(ascii: delimiter)) else {
      return (self[startIndex...], nil)
    }
    return (self[..<place], self[utf8.index(after: place)...])
  }

  /// The names in a path.
  package var pathNames: [Substring] { parts(at: "/").filter { !$0.isEmpty } }

  /// The names in a path that lie below a folder, as a path.
  package func pathBelow(_ folder: String) -> String {
    pathNames.dropFirst(folder.pathNames.count).joined(separator: "/")
  }

  /// Whether a path is another, or lies below it, however the letters of their names are composed.
  package func isOrLies(in folder: String) -> Bool {
    let (names, outer) = (parts(at: "/"), folder.parts(at: "/"))
    return names.count >= outer.count && zip(names, outer).allSatisfy { $0 == $1 }
  }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  /// What stands behind the last `/`.
  package var lastPart: SubSequence {
    lastIndex(of: UInt8(ascii: "/")).map { self[index(after: $0)...] } ?? self[...]
  }
}
