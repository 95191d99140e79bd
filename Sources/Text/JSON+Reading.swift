// JSON as it is read: the index, the manifest, what an editor sends.

internal import Foundation

extension JSON {
  package var number: Int? { if case .number(let value) = self { value } else { nil } }
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  package var isTrue: Bool { if case .bool(true) = self { true } else { false } }
  package var array: [JSON]? { if case .array(let value) = self { value } else { nil } }

  /// The value of the first member of a name.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == name }?.value
  }

  /// The strings of an array; nil if it is not one of strings only.
  package var strings: [String]? { all(\.string) }

  /// The numbers of an array; nil if it is not one of numbers only.
  package var numbers: [Int]? { all(\.number) }

  private func all<Value>(_ value: (JSON) -> Value?) -> [Value]? {
    guard let array else { return nil }
    let values = array.compactMap(value)
    return values.count == array.count ? values : nil
  }

  /// The value of a whole text; nil where that is not JSON.
  ///
  /// Members are put in the order of their names. A number that is not whole, or too large, is null; all
  /// up to 2⁵³ are read, more than that JSON does not promise. Foundation leaves out U+FEFF in strings
  /// where it is not escaped.
  package init?(_ bytes: [UInt8]) {
    do {
      self.init(
        any: try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed))
    } catch {
      return nil
    }
  }

  private init(any value: Any) {
    switch value {
    case let text as String: self = .string(text)
    case let values as [Any]: self = .array(values.map { JSON(any: $0) })
    case let members as [String: Any]:
      self = .object(members.sorted { $0.key < $1.key }.map { ($0.key, JSON(any: $0.value)) })
    // There is one object for true, one for false; by value they are 1 and 0.
    case let number as NSNumber where number === NSNumber(value: true): self = .bool(true)
    case let number as NSNumber where number === NSNumber(value: false): self = .bool(false)
    case let number as NSNumber: self = Int(exactly: number).map { .number($0) } ?? .null
    default: self = .null
    }
  }
}
