// The order in which the best records are shown, beyond their scores.

internal import Algorithms

/// Ranked records with what they show, put in order step by step.
///
/// - Source: ours; `Themes/default/js/search-order.js` does the same.
struct HitOrder {
  private struct Hit {
    var ranked: RankedRecord
    var kind: SearchRecord.Kind
    var record: StoredRecord
    var url: String { record.page.url }

    /// Whether it can be said or done at once.
    var isLine: Bool {
      switch kind {
      case .phrase, .step, .question, .card: true
      case .section, .page: false
      }
    }
  }

  private let index: ShardFiles
  private var bonus: PhraseBonus
  private var hits: [Hit]
  /// What was not compared, of which only the score is known.
  private let rest: ArraySlice<RankedRecord>

  /// - Parameters:
  ///   - pool: the best records, best first.
  ///   - index: where their texts are.
  ///   - bonus: what compares the query with their texts.
  init(_ pool: [RankedRecord], _ index: ShardFiles, _ bonus: PhraseBonus) {
    (self.index, self.bonus) = (index, bonus)
    hits = pool.prefix(index.root.weights.compared).compactMap { ranked in
      index.record(ranked.record).map {
        Hit(ranked: ranked, kind: index.root.kind(of: ranked.record).kind, record: $0)
      }
    }
    rest = pool.dropFirst(index.root.weights.compared)
  }

  /// All records, in order.
  mutating func sorted() -> [RankedRecord] {
    keepOneOfEachTarget()
    putLinesFirst()
    let spare = spread()
    let shown = hits.count
    hits += spare
    putListsLast()
    let ranked = hits.map(\.ranked)
    return Array(ranked.prefix(shown)) + rest + ranked.dropFirst(shown)
  }

  /// Leaves out what leads to the same place as a better hit: a page, its card and its first part.
  private mutating func keepOneOfEachTarget() {
    let wholes = Set(hits.filter { $0.kind == .page || $0.kind == .card }.map(\.url))
    var seen: Set<String> = []
    hits = hits.filter { hit in
      guard wholes.contains(hit.url) else { return true }
      let isTop = hit.kind == .page || hit.kind == .card || isFirst(hit)
      return !isTop || seen.insert(hit.url).inserted
    }
  }

  /// Whether a section or step is the first of its page.
  private func isFirst(_ hit: Hit) -> Bool {
    guard hit.kind == .section || hit.kind == .step, !ListPage.isGlossary(hit.url) else {
      return false
    }
    let number = hit.ranked.record
    if number == index.root.kind(of: number).first { return true }
    return index.record(number - 1)?.page.url != hit.url
  }

  /// Puts lines within reach of the best hit before the first page.
  private mutating func putLinesFirst() {
    guard let best = hits.first, let page = hits.firstIndex(where: { $0.kind == .page }) else {
      return
    }
    let least = best.ranked.score * index.root.weights.lineReach
    let (others, near) = hits[page...].partitioned {
      $0.isLine && $0.ranked.score * 64 >= least
    }
    hits.replaceSubrange(page..., with: near + others)
  }

  /// Lets other pages have their turn after a few hits of one page; gives those that wait.
  private mutating func spread() -> [Hit] {
    var counts: [String: Int] = [:]
    var spare: [Hit] = []
    hits = hits.filter { hit in
      counts[hit.url, default: 0] += 1
      let isShown = counts[hit.url, default: 0] <= index.root.weights.perPage
      if !isShown { spare.append(hit) }
      return isShown
    }
    return spare
  }

  /// Puts each page that is only a list behind those of its entries that hold the query's words, unless
  /// the query is its name.
  private mutating func putListsLast() {
    for place in hits.indices.reversed() where hits[place].kind == .page {
      if bonus.isNamed(hits[place].record) { continue }
      let list = ListPage(hits[place].url)
      let last = hits.indices.last {
        $0 > place && list.holds(hits[$0].url, hits[$0].kind) && bonus.isMet(in: hits[$0].record)
      }
      if let last { hits.rotate(subrange: place..<last + 1, toStartAt: place + 1) }
    }
  }
}

/// A page that may be only a list of what is found by itself.
struct ListPage {
  private let url: String
  /// The folder of which the page is the index.
  private let folder: String?

  init(_ url: String) {
    self.url = url
    folder = url.hasSuffix("/index.html") ? String(url.dropLast("index.html".count)) : nil
  }

  static func isGlossary(_ url: String) -> Bool {
    url == "glossary.html" || url.hasSuffix("/glossary.html")
  }

  /// Whether a record on a page is one of the entries.
  func holds(_ other: String, _ kind: SearchRecord.Kind) -> Bool {
    if other != url { return folder.map { other.hasPrefix($0) } ?? false }
    return kind == .question || (kind == .section && Self.isGlossary(url))
  }
}
