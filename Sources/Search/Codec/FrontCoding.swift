// A sorted list of words as one string.

/// Sorted forms, each as one capital letter for the length it shares with the form before it, and
/// the rest of it.
///
/// Lengths count UTF-16 units and never cut a surrogate pair; `Z` is 25, the most that is shared.
/// Folded forms hold no capitals A to Z, so nothing else marks where a form begins.
enum FrontCoding {
  static let longestShare = 25

  /// Compares UTF-8 in the order of UTF-16 units, which is the order of strings in JavaScript.
  static func isBefore(
    _ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>
  ) -> Bool {
    var first = left.startIndex
    var second = right.startIndex
    while first < left.endIndex, second < right.endIndex {
      let (one, other) = (left[first], right[second])
      if one != other { return weight(one) < weight(other) }
      first += 1
      second += 1
    }
    return second < right.endIndex
  }

  /// The first eight bytes as a number that is less where a form is before another.
  ///
  /// Forms with the same beginning may still differ behind it.
  static func beginning(_ form: ArraySlice<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for byte in form.prefix(8) { key = key << 8 | UInt64(weight(byte)) }
    return key << UInt64(8 * (8 - min(form.count, 8)))
  }

  /// Surrogates (leads from 0xF0) sort before U+E000 to U+FFFF (leads 0xEE and 0xEF).
  private static func weight(_ byte: UInt8) -> UInt8 {
    byte < 0xEE ? byte : byte < 0xF0 ? byte + 0x10 : byte - 2
  }

  /// Adds a form behind the one written before it.
  ///
  /// - Parameters:
  ///   - form: folded UTF-8.
  ///   - previous: the form written before; empty at the beginning.
  ///   - bytes: the packed text that grows.
  static func append(
    _ form: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>, to bytes: inout [UInt8]
  ) {
    var units = 0
    var index = form.startIndex
    var other = previous.startIndex
    while index < form.endIndex {
      let lead = form[index]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      let width = length == 4 ? 2 : 1
      guard units + width <= longestShare, other + length <= previous.endIndex else { break }
      guard form[index..<index + length] == previous[other..<other + length] else { break }
      units += width
      index += length
      other += length
    }
    bytes.append(UInt8(ascii: "A") + UInt8(units))
    bytes.append(contentsOf: form[index...])
  }

  /// The forms of a packed text, as UTF-16 units; nothing where it is damaged.
  static func read(_ text: String) -> FormList? {
    var list = FormList()
    var length = 0
    for unit in text.utf16 {
      if (0x41...0x5A).contains(unit) {
        if list.count > 0 || length > 0 { list.close() }
        length = 1
        guard list.share(Int(unit) - 0x41) else { return nil }
      } else {
        guard length > 0 else { return nil }
        list.append(unit)
      }
    }
    if length > 0 { list.close() }
    return list
  }
}
