// JSON as a tree, as far as the index and the manifest need it.

/// A parsed JSON value; numbers are whole, as Deskbook writes no others.
package enum JSONValue: Sendable, Equatable {
  case null
  case number(Int)
  case string(String)
  case array([JSONValue])
  /// A repeated name keeps its last value.
  case object([String: JSONValue])

  package var number: Int? { if case .number(let value) = self { value } else { nil } }
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  package subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The strings of an array; nothing if it is not one of strings only.
  var strings: [String]? {
    guard let array else { return nil }
    let strings = array.compactMap(\.string)
    return strings.count == array.count ? strings : nil
  }

  /// The value of a whole text, or nothing if it is not JSON as Deskbook writes it.
  package init?(_ bytes: [UInt8]) {
    var parser = JSONParser(bytes)
    guard let value = parser.parse() else { return nil }
    self = value
  }
}
