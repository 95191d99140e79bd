// New entries of `search-tests.yml`; all that stands there stays, byte for byte.

internal import Handbook
internal import Text

/// Adds entries at the end of `search-tests.yml`.
package struct SearchTestsEdit {
  /// A query, and the place that it is taught to.
  package struct Entry: Sendable, Equatable {
    package let query: String
    /// Such as `policies/fees.md#late`.
    package let place: String

    package init(query: String, place: String) { (self.query, self.place) = (query, place) }
  }

  /// The file is no list with one entry below the other, so that nothing can be put behind the last.
  package struct NoList: Error {}

  private let file: SourceFile?
  private let items: [YAML]

  /// - Parameter bytes: what the file holds; nil where there is none.
  package init(_ bytes: [UInt8]?) {
    file = bytes.map { SourceFile(path: .searchTests, bytes: $0) }
    items = file.map(Self.items) ?? []
  }

  /// The queries that the file has, folded.
  package var queries: Set<String> {
    Set(items.compactMap { $0["query"]?.text }.map(SearchTest.folded))
  }

  /// The file with entries behind those that it has.
  package func appending(_ entries: [Entry]) throws(NoList) -> [UInt8] {
    if let file, entries.isEmpty { return file.bytes }
    // A file with too much of what may begin lists and aliases is refused, even where it begins none.
    for isEscaped in [false, true] {
      let result = bytes(with: entries, isEscaped: isEscaped)
      // Whatever form the file has, what was added must be read as it is meant, behind all else.
      let after = Self.items(of: SourceFile(path: .searchTests, bytes: result))
      let added = after.dropFirst(items.count).map {
        Entry(query: $0["query"]?.text ?? "", place: $0["expect"]?.text ?? "")
      }
      if added == entries, result.count <= Limits.pageBytes { return result }
    }
    throw NoList()
  }

  private func bytes(with entries: [Entry], isEscaped: Bool) -> [UInt8] {
    var result = file?.bytes ?? Array("# What staff type, and what they must find.\n\n".utf8)
    let hasReturns = result.firstIndex(of: 0x0A).map { $0 > 0 && result[$0 - 1] == 0x0D } ?? false
    let lineEnd = hasReturns ? "\r\n" : "\n"
    if let last = result.last, last != 0x0A, last != 0x0D { result += lineEnd.utf8 }
    for entry in entries {
      var query = YAMLText.quoted(entry.query)
      for (sign, escape) in isEscaped ? Self.escapes : [] {
        query = query.replacing(sign, with: escape)
      }
      result += (text(query, entry.place, lineEnd) + lineEnd).utf8
    }
    return result
  }

  private static let escapes = [
    ("[", "\\u005b"), ("{", "\\u007b"), ("*", "\\u002a"), ("&", "\\u0026"),
  ]

  private static func items(of file: SourceFile) -> [YAML] {
    YAML.read(0..<file.bytes.count, of: file).value?.items ?? []
  }

  /// An entry in the form of the last one.
  private func text(_ query: String, _ place: String, _ lineEnd: String) -> String {
    let (dash, isInBraces) = form
    if isInBraces { return "\(dash){query: \(query), expect: \(YAMLText.scalar(place))}" }
    let indent = String(repeating: " ", count: dash.utf8.count)
    return "\(dash)query: \(query)\(lineEnd)\(indent)expect: \(Self.scalar(place))"
  }

  /// What stands before the last entry on its line, and whether it is a list in braces.
  private var form: (dash: String, isInBraces: Bool) {
    guard let file, let start = items.last?.range.lowerBound else { return ("- ", false) }
    let line = file.lines.position(of: start).line
    let before = file.bytes[file.range(ofLine: line).lowerBound..<start].drop { $0 > 0x7F }
    let indent = before.prefix { $0 == 0x20 }
    let isDash =
      before.dropFirst(indent.count).first == UInt8(ascii: "-")
      && before.dropFirst(indent.count + 1).allSatisfy { $0 == 0x20 }
    return (
      isDash ? String(decoding: before, as: UTF8.self) : "- ",
      file.bytes[start] == UInt8(ascii: "{")
    )
  }

  /// A place; a `#` that no space precedes begins no comment.
  private static func scalar(_ place: String) -> String {
    let parts = place.parts(at: "#")
    let isPlain = parts.allSatisfy { YAMLText.scalar(String($0)) == $0 }
    return isPlain ? place : YAMLText.quoted(place)
  }
}
