// JSON as a tree, as far as the index and the manifest need it.

internal import Foundation

/// A parsed JSON value; numbers are whole, as Deskbook writes no others.
package enum JSONValue: Sendable, Equatable {
  case null
  case number(Int)
  case string(String)
  case array([JSONValue])
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

  /// The numbers of an array; nothing if it is not one of numbers only.
  package var numbers: [Int]? {
    guard let array else { return nil }
    let numbers = array.compactMap(\.number)
    return numbers.count == array.count ? numbers : nil
  }

  /// The value of a whole text, or nothing if it is not JSON.
  package init?(_ bytes: [UInt8]) {
    let value = try? JSONSerialization.jsonObject(
      with: Data(bytes), options: .fragmentsAllowed)
    guard let value else { return nil }
    self.init(any: value)
  }

  private init(any value: Any) {
    switch value {
    case let text as String: self = .string(text)
    case let values as [Any]: self = .array(values.map { JSONValue(any: $0) })
    case let members as [String: Any]: self = .object(members.mapValues { JSONValue(any: $0) })
    case let number as NSNumber: self = .number(Int(exactly: number) ?? -1)
    default: self = .null
    }
  }
}
