// Small numbers as text: base64 digits of five bits.

/// Numbers as base64 digits, low five bits first, the sixth bit saying that more follow.
///
/// - Source: the encoding of *source map revision 3*, without its sign bit.
enum Base64VLQ {
  static let digits = [UInt8](
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The value of each byte as a digit; 255 for none.
  static let values: [UInt8] = {
    var table = [UInt8](repeating: 255, count: 256)
    for (value, digit) in digits.enumerated() { table[Int(digit)] = UInt8(value) }
    return table
  }()

  /// - Precondition: `number` is not negative.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    precondition(number >= 0, "numbers of the index are not negative")
    var rest = number
    while rest >= 32 {
      bytes.append(digit(32 + (rest & 31)))
      rest >>= 5
    }
    bytes.append(digit(rest))
  }

  /// The digit of a value, 0 to 63; without the table, which costs more to reach.
  static func digit(_ value: Int) -> UInt8 {
    switch value {
    case 0..<26: UInt8(ascii: "A") + UInt8(value)
    case 26..<52: UInt8(ascii: "a") + UInt8(value - 26)
    case 52..<62: UInt8(ascii: "0") + UInt8(value - 52)
    case 62: UInt8(ascii: "+")
    default: UInt8(ascii: "/")
    }
  }

  /// Reads one number and moves `index` behind it; nothing where the text is damaged.
  static func read(_ bytes: [UInt8], at index: inout Int) -> Int? {
    var number = 0
    var shift = 0
    while index < bytes.count, shift < 50 {
      let value = values[Int(bytes[index])]
      guard value < 64 else { return nil }
      index += 1
      number |= Int(value & 31) << shift
      if value < 32 { return number }
      shift += 5
    }
    return nil
  }

  /// All numbers of a text; nothing where it is damaged.
  static func readAll(_ bytes: [UInt8]) -> [Int]? {
    var numbers: [Int] = []
    var index = 0
    while index < bytes.count {
      guard let number = read(bytes, at: &index) else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
