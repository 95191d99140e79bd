// The dictionary as a reader holds it: sorted forms, back to back.

internal import Algorithms

/// Sorted forms as UTF-16 units, so that lengths and order are those of the browser.
struct FormList: Sendable, Equatable {
  private var units: [UInt16] = []
  private var ends: [Int32] = []

  var count: Int { ends.count }

  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  func length(_ index: Int) -> Int { range(index).count }

  subscript(index: Int) -> [UInt16] { Array(units[range(index)]) }

  /// The units of a form, in place.
  func units(_ index: Int) -> ArraySlice<UInt16> { units[range(index)] }

  mutating func append(_ unit: UInt16) { units.append(unit) }

  mutating func append(_ form: [UInt16]) {
    units.append(contentsOf: form)
    close()
  }

  /// Ends the form being written.
  mutating func close() { ends.append(Int32(units.count)) }

  /// Begins a form with the first units of the last one; false if that one is shorter.
  mutating func share(_ length: Int) -> Bool {
    if length == 0 { return true }
    guard count > 0, self.length(count - 1) >= length else { return false }
    let start = range(count - 1).lowerBound
    for index in start..<start + length { units.append(units[index]) }
    return true
  }

  /// The first form that is not before `key`.
  func lowerBound(_ key: [UInt16]) -> Int {
    (0..<count).partitioningIndex { !units[range($0)].lexicographicallyPrecedes(key) }
  }

  func find(_ key: [UInt16]) -> Int? {
    let index = lowerBound(key)
    return index < count && units[range(index)].elementsEqual(key) ? index : nil
  }

  /// The forms that begin with `prefix`, which stand together.
  func matching(prefix: [UInt16]) -> Range<Int> {
    let first = lowerBound(prefix)
    var end = first
    while end < count, units[range(end)].starts(with: prefix) { end += 1 }
    return first..<end
  }

  /// Units that a form and a word share at the beginning.
  func shared(_ index: Int, with word: [UInt16]) -> Int {
    zip(units[range(index)], word).prefix { $0 == $1 }.count
  }
}
