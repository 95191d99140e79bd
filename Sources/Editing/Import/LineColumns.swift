// What the columns of a table of lines to say are.

/// Columns that were named and are not there.
package enum ColumnProblem: Error, Sendable {
  /// What a column cannot be.
  case unknownRole(String, roles: [String])
  /// A name that no column has, and those that there are.
  case unknownName(String, names: [String])
  /// The source has no table.
  case noTable
}

/// A column of lines to say, or of what belongs to them.
enum LineColumn: String, CaseIterable {
  case say, avoid, when, why, tags

  /// What a table of phrases calls it; nil where it has no such column.
  var header: String? {
    switch self {
    case .say: "Say"
    case .avoid: "Instead of"
    case .when: "When"
    case .why: "Why"
    case .tags: nil
    }
  }

  /// What a column is, by the names that exports give it.
  init?(exported name: String) {
    switch name.lowercased().filter({ $0.isLetter }) {
    case "comment", "comments", "body", "text", "content", "answer", "response": self = .say
    case "title", "name", "subject", "question", "cardtitle": self = .when
    case "tags", "tag", "labels", "category", "folder", "collection", "board": self = .tags
    default: self.init(told: name)
    }
  }

  /// What a column is by a name that a table of phrases may give it.
  init?(read name: String) {
    switch name.lowercased().filter({ $0.isLetter }) {
    case "say", "whattosay", "saythis", "dosay": self = .say
    case "insteadof", "avoid", "donotsay", "dontsay", "neversay", "whatnottosay",
      "insteadofsaying":
      self = .avoid
    case "when": self = .when
    case "why": self = .why
    default: return nil
    }
  }

  /// What a column is by a name that says so, in whatever table it stands: many tables of a document
  /// have a title or comments.
  init?(told name: String) {
    switch name.lowercased().filter({ $0.isLetter }) {
    case "phrase", "reply", "macrotext": self = .say
    case "situation": self = .when
    case "reason": self = .why
    default: self.init(read: name)
    }
  }
}

/// The names of columns that the user told.
struct ColumnNames {
  private(set) var told: [LineColumn: String] = [:]

  init(_ columns: [(role: String, name: String)]) throws(ColumnProblem) {
    for (role, name) in columns {
      let role = role.lowercased()
      guard let column = LineColumn(rawValue: role == "instead" ? "avoid" : role) else {
        throw .unknownRole(role, roles: LineColumn.allCases.map(\.rawValue))
      }
      told[column] = name
    }
  }

  /// What the columns of a header are: as the user told, else by their names.
  func columns(
    of header: [String], named column: (String) -> LineColumn?
  ) -> [LineColumn?] {
    var columns = header.map(column).map { column in
      column.flatMap { told[$0] == nil ? $0 : nil }
    }
    for (column, name) in told.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if let index = Self.index(of: name, in: header) { columns[index] = column }
    }
    return columns
  }

  /// Refuses names that no header has.
  func check(_ headers: [[String]]) throws(ColumnProblem) {
    for (_, name) in told.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where !headers.contains(where: { Self.index(of: name, in: $0) != nil }) {
      var names: [String] = []
      for header in headers.joined().map(\.trimmed) where !header.isEmpty && !names.contains(header)
      {
        names.append(header)
      }
      if names.isEmpty { throw .noTable }
      throw .unknownName(name, names: names)
    }
  }

  /// Word processors write other apostrophes than keyboards.
  private static func index(of name: String, in header: [String]) -> Int? {
    func plain(_ text: String) -> String {
      let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
      return letters.isEmpty ? text.trimmed : letters
    }
    return header.firstIndex { $0.trimmed.lowercased() == name.trimmed.lowercased() }
      ?? header.firstIndex { plain($0) == plain(name) }
  }
}
