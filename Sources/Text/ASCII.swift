// Letters and digits of ASCII.

extension UInt8 {
  /// Whether it is one of `A` to `Z` and `a` to `z`.
  @inlinable
  package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  /// Whether it is one of `0` to `9`.
  @inlinable
  package var isDigit: Bool { (0x30...0x39).contains(self) }

  /// The value of a hexadecimal digit; nil for any other byte.
  var hexValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46, 0x61...0x66: (self | 0x20) - 0x57
    default: nil
    }
  }

  /// The hexadecimal digit of a value below sixteen.
  static func hexDigit(_ value: UInt8, first letter: Unicode.Scalar = "a") -> UInt8 {
    value < 10 ? 0x30 + value : UInt8(ascii: letter) + value - 10
  }
}
