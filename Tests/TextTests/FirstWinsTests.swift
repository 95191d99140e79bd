// Of pairs with the same key the first is kept.

import Testing
import Text

@Test func keepsTheFirstOfAKey() {
  #expect(Dictionary(firstWins: [("a", 1), ("b", 2), ("a", 3)]) == ["a": 1, "b": 2])
  #expect(Dictionary(firstWins: zip(["a", "a"], [1, 2])) == ["a": 1])
}
