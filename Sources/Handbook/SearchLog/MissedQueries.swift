// What readers searched for in vain, merged from many logs.

internal import Text

/// A query of some logs, with all that they say of it.
package struct MissedQuery: Sendable, Equatable {
  /// What stands for a word that a reader's browser took out.
  package static let mask = "…"

  /// As it was typed first.
  package let text: String
  package private(set) var counts: [LoggedSearch.Outcome: Int] = [:]
  package private(set) var last: CalendarDate
  private var openings: [String: Int] = [:]

  fileprivate init(_ search: LoggedSearch) {
    (text, last) = (search.query, search.last)
    add(search)
  }

  fileprivate mutating func add(_ search: LoggedSearch) {
    counts[search.outcome, default: 0] += search.count
    last = max(last, search.last)
    if let opened = search.opened { openings[opened, default: 0] += search.count }
  }

  package var count: Int { counts.values.reduce(0, +) }

  /// The addresses that were opened in the end, the most frequent first.
  package var opened: [(address: String, count: Int)] {
    openings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// Whether a word of it was taken out.
  package var isMasked: Bool { text.contains(Self.mask) }

  /// What can be searched for; nil where no word is left.
  package var searched: String? {
    let text = SearchLog.cleaned(text.replacing(Self.mask, with: " "))
    return text.contains { $0.isLetter || $0.isNumber } ? text : nil
  }
}

/// The queries of many logs; those that differ only in capitals, spaces and the like are one.
package struct MissedQueries {
  private var queries: [String: MissedQuery] = [:]
  private var read: Set<String> = []
  /// How often each page helped and did not help, by its address.
  private var answers: [String: (helped: Int, notHelped: Int)] = [:]

  package init() {}

  /// Takes in a log; nothing of it where a line is wrong.
  ///
  /// - Returns: false for a log that was taken in before, which does not count again.
  package mutating func add(_ bytes: [UInt8]) throws(SearchLog.Problem) -> Bool {
    let searches = try SearchLog.read(bytes)
    guard read.insert(SHA256.hex(bytes)).inserted else { return false }
    for search in searches {
      if search.outcome.isAnswer {
        let helped = search.outcome == .helped
        answers[search.opened ?? "", default: (0, 0)].helped += helped ? search.count : 0
        answers[search.opened ?? "", default: (0, 0)].notHelped += helped ? 0 : search.count
        continue
      }
      let key = SearchTest.folded(search.query)
      if queries[key]?.add(search) == nil { queries[key] = MissedQuery(search) }
    }
    return true
  }

  /// The pages that did not help everybody: those first that failed most often.
  package var unhelpful: [(address: String, helped: Int, notHelped: Int)] {
    answers.filter { $0.value.notHelped > 0 }
      .sorted { ($1.value.notHelped, $0.key) < ($0.value.notHelped, $1.key) }
      .map { ($0.key, $0.value.helped, $0.value.notHelped) }
  }

  /// All of them, the most frequent first, then the latest.
  package var sorted: [MissedQuery] {
    queries.values.map { (query: $0, count: $0.count) }
      .sorted {
        ($1.count, $1.query.last, $0.query.text) < ($0.count, $0.query.last, $1.query.text)
      }
      .map(\.query)
  }
}
