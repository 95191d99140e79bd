// Misspelt words, and the walk that finds what they were meant to be.

import Testing
import TestSupport

@testable import Search

struct TypoTests {
  @Test(arguments: [
    ("angyr", "Angry client"), ("furous", "Angry client"), ("fruious", "Angry client"),
    ("refnud", "Refunds"), ("relatoinship", "Ending the relationship"),
    ("apporve a gift", "Can I get a refund on a gift card?"), ("acounts", "Log in problems"),
  ])
  func findsWhatWasMeant(query: String, title: String) throws {
    let hits = try SmallHandbook.reader().query(query, limit: 3)
    #expect(hits.contains { $0.title == title || $0.page == title })
  }

  @Test func takesOtherFirstLettersShortWordsAndNumbersAsTheyAre() throws {
    let reader = try SmallHandbook.reader()
    // The first letter is right: `vent` is not meant to be `went`.
    for query in ["nagry", "xfx", "xg1ft", "qqqqqq", "rxlatxxxship"] {
      #expect(try reader.query(query, limit: 3).isEmpty, "\(query)")
    }
  }

  @Test func walksAsIfEachFormWereComparedAlone() {
    var generator = SeededGenerator(seed: 8)
    func word(_ length: Int) -> [UInt16] {
      (0..<length).map { _ in generator.pick(Array("abc𝒜".utf16)) }
    }
    var forms = FormList()
    var words: [[UInt16]] = []
    for form in Set((0..<400).map { word(1 + $0 % 11) }).sorted(by: {
      $0.lexicographicallyPrecedes($1)
    }) {
      words.append(form)
      forms.append(form)
    }
    for length in 4..<12 {
      let typed = word(length)
      let limit = length < 8 ? 1 : 2
      var found: [Int: [Int?]] = [:]
      var walk = TypoWalk(typed, limit: limit, takesPrefixes: true)
      walk.search(forms, 0..<forms.count) { found[$0] = [$1, $2] }
      for (number, form) in words.enumerated() {
        let whole = distance(typed, form)
        let prefix = (0...form.count).map { distance(typed, Array(form[..<$0])) }.min() ?? 99
        let expected = [whole, prefix].map { $0 <= limit ? $0 : nil }
        #expect(found[number] ?? [nil, nil] == expected)
      }
    }
  }

  /// The whole table, without any bound.
  private func distance(_ left: [UInt16], _ right: [UInt16]) -> Int {
    var rows = [Array(0...right.count)]
    for (row, unit) in left.enumerated() {
      var next = [row + 1]
      for (column, other) in right.enumerated() {
        let change = rows[row][column] + (unit == other ? 0 : 1)
        next.append(min(change, rows[row][column + 1] + 1, next[column] + 1))
        if row > 0, column > 0, unit == right[column - 1], left[row - 1] == other {
          next[column + 1] = min(next[column + 1], rows[row - 1][column - 1] + 1)
        }
      }
      rows.append(next)
    }
    return rows[left.count][right.count]
  }
}
