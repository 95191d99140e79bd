// From words of a query to the words they stand for.

internal import Text

/// The synonyms of an index, by groups of words.
struct SynonymLookup {
  /// What an entry stands for.
  struct Target: Equatable {
    /// Groups that a record must hold, all of them.
    var groups: [Int]
    /// The row of the table that says so.
    var row: Int
  }

  /// The most words of an entry.
  private(set) var longest = 0
  private var targets: [[Int]: [Target]] = [:]

  /// Reads the list that ``SynonymTable`` wrote.
  init?(_ value: JSON) {
    guard let rows = value.array else { return nil }
    for (row, value) in rows.enumerated() {
      let isTwoWay = value.array != nil
      guard let from = Self.entries(isTwoWay ? value : value["from"]),
        let to = Self.entries(isTwoWay ? value : value["to"])
      else { return nil }
      for (place, entry) in from.enumerated() {
        longest = max(longest, entry.count)
        for (index, other) in to.enumerated() where !isTwoWay || index != place {
          guard targets[entry]?.contains(where: { $0.groups == other }) != true else { continue }
          targets[entry, default: []].append(Target(groups: other, row: row))
        }
      }
    }
  }

  private static func entries(_ value: JSON?) -> [[Int]]? {
    guard let array = value?.array else { return nil }
    let entries = array.compactMap(\.numbers)
    guard entries.count == array.count, entries.allSatisfy({ !$0.isEmpty }) else { return nil }
    return entries
  }

  /// What a run of groups stands for.
  func of(_ groups: [Int]) -> [Target] { targets[groups] ?? [] }
}
