// Parallel work gives what serial work gives.

import Testing

@testable import Build

struct MapConcurrentlyTests {
  private struct Odd: Error, Equatable { let number: Int }

  @Test(arguments: [1, 2, 7, 64])
  func keepsTheOrder(width: Int) async {
    let numbers = Array(0..<1_000)
    let doubled = await numbers.mapConcurrently(width: width) { $0 * 2 }
    #expect(doubled == numbers.map { $0 * 2 })
  }

  @Test(arguments: [1, 2, 7])
  func throwsTheFirstFailureByPosition(width: Int) async {
    for _ in 0..<50 {
      let failure = await #expect(throws: Odd.self) {
        _ = try await Array(0..<500).mapConcurrently(width: width) { (number) throws(Odd) in
          if number % 100 == 77 { throw Odd(number: number) }
          return number
        }
      }
      #expect(failure == Odd(number: 77))
    }
  }

  @Test func worksOnNothing() async {
    let none = await [Int]().mapConcurrently(width: 4) { $0 }
    #expect(none.isEmpty)
  }
}
