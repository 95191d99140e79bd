// From a plan to the best records, in whole numbers only.

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
  /// Records whose texts are compared with the query's phrase.
  private static let compared = 24
  private let tables: IndexTables
  private let plan: QueryPlan
  private var sums: [Int]
  private var covered: [Int]
  private var headings: [Int]
  /// The best value of the word at hand, and whether it is met in the heading.
  private var best: [Int]
  private var isHeading: [Bool]
  private var candidates: [Int] = []

  init(_ plan: QueryPlan, _ tables: IndexTables) {
    self.plan = plan
    self.tables = tables
    let zeros = [Int](repeating: 0, count: tables.records.count)
    (sums, covered, headings, best) = (zeros, zeros, zeros, zeros)
    isHeading = [Bool](repeating: false, count: zeros.count)
  }

  /// The best records, at most `limit`, best first.
  mutating func rank(kind: SearchRecord.Kind?, limit: Int) -> [RankedRecord] {
    guard limit > 0 else { return [] }
    for word in plan.words { collect(word) }
    var pool = select(kind: kind, count: max(48, limit * 4))
    var bonus = PhraseBonus(plan, tables)
    for index in pool.indices.prefix(Self.compared) {
      let score = pool[index].score
      pool[index].score = score * (64 + bonus.value(of: pool[index].record)) / 64
    }
    pool.sort()
    return spread(pool, limit: limit)
  }

  /// Adds the best alternative of a word to each record that has one.
  private mutating func collect(_ word: QueryWord) {
    var touched: [Int] = []
    for alternative in word.alternatives {
      let mostRarity = alternative.isPhrase ? Int.max : word.mostRarity
      for posting in postings(of: alternative, mostRarity: mostRarity) {
        let value = posting.impact
        if best[posting.record] == 0 {
          touched.append(posting.record)
          isHeading[posting.record] = false
        }
        best[posting.record] = max(best[posting.record], value)
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

  /// The records that hold all forms of an alternative; `impact` is the finished value, at least 1.
  private func postings(of alternative: Alternative, mostRarity: Int) -> [Posting] {
    var result = valued(alternative.forms[0], mostRarity)
    for form in alternative.forms.dropFirst() {
      let others = valued(form, mostRarity)
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
      let value = result[index].impact / alternative.forms.count * alternative.weight
      result[index].impact = max(1, value)
    }
    return result
  }

  /// The postings of a form with rarity × impact as impact.
  private func valued(_ form: Int, _ mostRarity: Int) -> [Posting] {
    var postings = tables.terms.postings(form)
    let rarity = min(tables.terms.rarities[form], mostRarity)
    for index in postings.indices { postings[index].impact *= rarity }
    return postings
  }

  private func select(kind: SearchRecord.Kind?, count: Int) -> [RankedRecord] {
    let total = max(1, plan.words.reduce(0) { $0 + $1.importance })
    var pool: [RankedRecord] = []
    for record in candidates {
      if let kind, tables.records[record].kind != kind { continue }
      let ranked = RankedRecord(record: record, score: score(record, total: total))
      if pool.count == count, let last = pool.last, last < ranked { continue }
      var low = 0
      var high = pool.count
      while low < high {
        let middle = (low + high) / 2
        if pool[middle] < ranked { low = middle + 1 } else { high = middle }
      }
      pool.insert(ranked, at: low)
      if pool.count > count { pool.removeLast() }
    }
    return pool
  }

  private func score(_ record: Int, total: Int) -> Int {
    let weights = tables.weights
    let coverage = covered[record] * 64 / total
    let heading = headings[record] * 64 / total
    let floor = weights.coverageFloor
    var score = sums[record] * (floor + (64 - floor) * coverage * coverage / 4096) / 64
    score = score * (64 + weights.heading * heading * heading / 4096) / 64
    return score * (tables.kindWeights[tables.records[record].kind] ?? 64) / 4096
  }

  /// Lets other pages have their turn after a few hits of one page; nothing is lost.
  private func spread(_ pool: [RankedRecord], limit: Int) -> [RankedRecord] {
    var counts: [Int: Int] = [:]
    var chosen: [RankedRecord] = []
    var spare: [RankedRecord] = []
    for ranked in pool where chosen.count < limit {
      let page = tables.records[ranked.record].page
      counts[page, default: 0] += 1
      if counts[page, default: 0] > tables.weights.perPage {
        spare.append(ranked)
      } else {
        chosen.append(ranked)
      }
    }
    return chosen + spare.prefix(limit - chosen.count)
  }
}
