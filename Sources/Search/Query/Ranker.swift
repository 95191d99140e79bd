// From a plan to the best records, in whole numbers only.

internal import Algorithms

/// A record with its score.
struct RankedRecord: Equatable, Comparable {
  var record: Int
  var score: Int

  /// Better first: the higher score, then the earlier record.
  static func < (left: Self, right: Self) -> Bool {
    left.score == right.score ? left.record < right.record : left.score > right.score
  }
}

/// Scores every record that holds a word of the query and keeps the best.
///
/// A word is worth weight × rarity × impact of its best alternative. The sum is lowered by what the
/// record does not cover and raised by what its heading covers; see ``RankWeights``.
///
/// - Source: ours; `Themes/default/js/search-rank.js` does the same and gives the same numbers.
struct Ranker {
  private let index: ShardFiles
  private let plan: QueryPlan
  private let allowed: AllowedRecords
  private var sums: [Int]
  private var covered: [Int]
  private var headings: [Int]
  /// The best value of the word at hand, and whether it is met in the heading.
  private var best: [Int]
  private var isHeading: [Bool]
  private var candidates: [Int] = []

  init(_ plan: QueryPlan, _ index: ShardFiles, _ allowed: AllowedRecords) {
    self.plan = plan
    self.index = index
    self.allowed = allowed
    let zeros = [Int](repeating: 0, count: index.root.count)
    (sums, covered, headings, best) = (zeros, zeros, zeros, zeros)
    isHeading = [Bool](repeating: false, count: zeros.count)
  }

  /// The best records, at most `limit`, best first.
  mutating func rank(limit: Int) -> [RankedRecord] {
    guard limit > 0 else { return [] }
    for word in plan.words { collect(word) }
    let weights = index.root.weights
    var pool = select(count: max(weights.compared, limit))
    var bonus = PhraseBonus(plan, index)
    for place in pool.indices.prefix(weights.compared) {
      guard let record = index.record(pool[place].record) else { continue }
      pool[place].score = pool[place].score * (64 + bonus.value(of: record)) / 64
    }
    pool.sort()
    var order = HitOrder(pool, index, bonus)
    return Array(order.sorted().prefix(limit))
  }

  /// Adds the best alternative of a word to each record that has one.
  private mutating func collect(_ word: QueryWord) {
    var touched: [Int] = []
    for alternative in word.alternatives {
      for posting in index.postings(of: alternative, for: word) {
        if best[posting.record] == 0 {
          touched.append(posting.record)
          isHeading[posting.record] = false
        }
        best[posting.record] = max(best[posting.record], posting.impact)
        if posting.isHeading { isHeading[posting.record] = true }
      }
    }
    for record in touched {
      if sums[record] == 0 { candidates.append(record) }
      sums[record] += best[record]
      covered[record] += word.importance
      if isHeading[record] { headings[record] += word.importance }
      best[record] = 0
    }
  }

  private func select(count: Int) -> [RankedRecord] {
    let total = max(1, plan.words.reduce(0) { $0 + $1.importance })
    var pool: [RankedRecord] = []
    for record in candidates where allowed.contains(record) {
      let ranked = RankedRecord(record: record, score: score(record, total: total))
      if pool.count == count, let last = pool.last, last < ranked { continue }
      pool.insert(ranked, at: pool.partitioningIndex { !($0 < ranked) })
      if pool.count > count { pool.removeLast() }
    }
    return pool
  }

  private func score(_ record: Int, total: Int) -> Int {
    let weights = index.root.weights
    let coverage = covered[record] * 64 / total
    let heading = headings[record] * 64 / total
    let floor = weights.coverageFloor
    var score = sums[record] * (floor + (64 - floor) * coverage * coverage / 4096) / 64
    score = score * (64 + weights.heading * heading * heading / 4096) / 64
    return score * index.root.kind(of: record).weight / 4096
  }
}

extension ShardFiles {
  /// The records that hold all groups of an alternative; `impact` is the finished value, at least 1.
  func postings(of alternative: Alternative, for word: QueryWord) -> [Posting] {
    let mostRarity = alternative.isPhrase ? word.mostPhraseRarity : word.mostRarity
    var result = valued(alternative.groups[0], mostRarity)
    for group in alternative.groups.dropFirst() {
      let others = valued(group, mostRarity)
      var other = 0
      result = result.compactMap { posting in
        while other < others.count, others[other].record < posting.record { other += 1 }
        guard other < others.count, others[other].record == posting.record else { return nil }
        return Posting(
          record: posting.record, impact: posting.impact + others[other].impact,
          isHeading: posting.isHeading && others[other].isHeading)
      }
    }
    for index in result.indices {
      let value = result[index].impact / alternative.groups.count * alternative.weight
      result[index].impact = max(1, value)
    }
    return result
  }

  /// The postings of a group with rarity × impact as impact.
  private func valued(_ group: Int, _ mostRarity: Int) -> [Posting] {
    guard let (shard, place) = term(group) else { return [] }
    var postings = shard.postings(place, recordCount: root.count)
    let rarity = min(shard.rarities[place], mostRarity)
    for index in postings.indices { postings[index].impact *= rarity }
    return postings
  }
}
