// Why a hit stands where it stands.

/// Every factor of a hit's score.
package struct Explanation: Sendable, Equatable {
  /// What a word of the query brought.
  package struct Word: Sendable, Equatable {
    /// The word as it was typed, folded.
    package var word: String
    /// What stands in the record for it; empty if nothing does.
    package var met: [String]
    /// `exact`, `inflection`, `beginning`, `similar`, `typo`, `joined`, `apart` or `synonym`.
    package var reason: String
    /// In sixty-fourths.
    package var weight: Int
    /// Weight × rarity × impact.
    package var value: Int
    /// The word's part in the coverage.
    package var importance: Int
    package var isHeading: Bool
  }

  package var words: [Word]
  /// How much of the query the record covers, and its heading, in sixty-fourths.
  package var coverage: Int
  package var heading: Int
  /// The preference for its kind, in sixty-fourths.
  package var kindWeight: Int
  /// What nearness and whole phrases add, in sixty-fourths.
  package var bonus: Int
}

extension SearchReader {
  /// The best hits as ``query(_:kind:limit:)`` gives them, each with how its score came about.
  ///
  /// - Throws: ``Problem/damaged(part:)`` if a shard that the query needs cannot be read.
  package func explained(
    _ text: String, kind: SearchRecord.Kind? = nil, limit: Int = 10
  ) throws(Problem) -> [(hit: SearchHit, explanation: Explanation)] {
    let plan = QueryPlan(QueryFilter(text).text, index)
    let records = ranked(text, kind: kind, limit: limit).map(\.record)
    let hits = try query(text, kind: kind, limit: limit)
    return zip(records, hits).map { record, hit in (hit, explanation(of: record, plan)) }
  }

  private func explanation(of record: Int, _ plan: QueryPlan) -> Explanation {
    let words = plan.words.map { word(of: record, $0) }
    let total = max(1, words.reduce(0) { $0 + $1.importance })
    func share(_ words: [Explanation.Word]) -> Int {
      words.reduce(0) { $0 + $1.importance } * 64 / total
    }
    var bonus = PhraseBonus(plan, index)
    return Explanation(
      words: words, coverage: share(words.filter { $0.value > 0 }),
      heading: share(words.filter(\.isHeading)), kindWeight: index.root.kind(of: record).weight,
      bonus: index.record(record).map { bonus.value(of: $0) } ?? 0)
  }

  private func word(of record: Int, _ word: QueryWord) -> Explanation.Word {
    var result = Explanation.Word(
      word: String(decoding: word.text, as: UTF16.self), met: [], reason: "", weight: 0, value: 0,
      importance: word.importance, isHeading: false)
    for alternative in word.alternatives {
      guard
        let posting = index.postings(of: alternative, for: word)
          .first(where: { $0.record == record })
      else { continue }
      result.isHeading = result.isHeading || posting.isHeading
      guard posting.impact > result.value else { continue }
      result.value = posting.impact
      result.weight = alternative.weight
      result.reason = alternative.reason.rawValue
      result.met = alternative.groups.map { index.firstForm(of: $0) }
    }
    return result
  }
}

extension ShardFiles {
  /// The form by which a group is named.
  fileprivate func firstForm(of group: Int) -> String {
    guard let (shard, place) = term(group), let form = shard.forms(place).first else { return "" }
    return String(decoding: shard.forms[form], as: UTF16.self)
  }
}
