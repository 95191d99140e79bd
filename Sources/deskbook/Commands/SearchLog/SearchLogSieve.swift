// Which of the queries that readers missed something with are still worth an editor's time.

internal import Build
internal import Handbook
internal import Search
internal import Site
internal import Text

/// A query that is not found yet, with what it may mean.
struct OpenQuery {
  struct Candidate {
    let place: ContentPlace
    /// The place as `search-tests.yml` names it.
    let name: String
    let title: String
    let kind: SearchRecord.Kind
    /// How often readers ended there.
    var openings = 0
  }

  let query: MissedQuery
  /// At most three: what was opened first, then what search finds.
  let candidates: [Candidate]
  /// What was opened and is not there now.
  let gone: [SitePlaces.Gone]

  /// Whether readers ended in several places, so that nobody but an editor can say which is meant.
  var isDisputed: Bool { candidates.count { $0.openings > 0 } > 1 }
}

/// Looks at queries one by one, and counts those that it leaves out.
struct SearchLogSieve {
  /// Why a query is left out.
  enum Reason: CaseIterable {
    case found, listed, wordless, long

    var words: String {
      switch self {
      case .found: "found now"
      case .listed: "in search-tests.yml already"
      case .wordless: "without a word that could be searched for"
      case .long: "longer than search reads (\(SearchReader.longestQuery) words)"
      }
    }
  }

  /// Hits of which the ones that are shown are chosen.
  private static let hits = 10
  static let shown = 3

  let places: SitePlaces
  private var search: HandbookSearch
  private let tests: [String: [SearchTest]]
  private var leftOut: [Reason: Int] = [:]
  /// Queries that the tests lead elsewhere than readers went.
  private(set) var disagreements: [String] = []

  init(_ handbook: Handbook) {
    places = SitePlaces(handbook)
    search = HandbookSearch(handbook)
    tests = Dictionary(grouping: handbook.searchTests.tests) { SearchTest.folded($0.query) }
  }

  /// What was left out so far, in words; nil where nothing was.
  var summary: String? {
    let parts = Reason.allCases.compactMap { reason in
      leftOut[reason].map { "\(Wording.grouped($0)) \(reason.words)" }
    }
    return parts.isEmpty ? nil : "left out: " + parts.joined(separator: ", ")
  }

  /// The query with its candidates; nil where it is left out.
  mutating func open(_ query: MissedQuery) throws(SearchReader.Problem) -> OpenQuery? {
    guard let text = query.searched else { return leave(.wordless) }
    var opened: [OpenQuery.Candidate] = []
    var gone: [SitePlaces.Gone] = []
    for (address, count) in query.opened {
      switch places.find(address) {
      case .success(let place): add(place, count, to: &opened)
      case .failure(let problem): gone.append(problem)
      }
    }
    if !query.isMasked, isListed(query, opened) { return leave(.listed) }
    let reader = try search.reader(around: opened.first?.place.page)
    if !reader.takesAll(of: text) { return leave(.long) }
    let hits = try reader.query(text, limit: Self.hits)
    if try isFound(query, text, opened, hits, reader) { return leave(.found) }
    return OpenQuery(query: query, candidates: candidates(opened, hits), gone: gone)
  }

  private mutating func leave(_ reason: Reason) -> OpenQuery? {
    leftOut[reason, default: 0] += 1
    return nil
  }

  /// Adds a place that was opened; one that search does not find by itself counts as its page.
  private func add(_ place: ContentPlace, _ count: Int, to opened: inout [OpenQuery.Candidate]) {
    let records = SiteSearch.records(of: place.page, in: places.handbook)
    let url = records[0].url + (place.anchor.map { "#" + urlPath($0) } ?? "")
    let record = records.first { $0.url == url } ?? records[0]
    let place = ContentPlace(
      page: place.page, anchor: record.url.holds("#") ? place.anchor : nil)
    if let known = opened.firstIndex(where: { $0.place == place }) {
      opened[known].openings += count
    } else {
      opened.append(
        OpenQuery.Candidate(
          place: place, name: places.name(of: place), title: record.title, kind: record.kind,
          openings: count))
    }
  }

  /// Whether the tests have the query, in the language of what was opened.
  private mutating func isListed(_ query: MissedQuery, _ opened: [OpenQuery.Candidate]) -> Bool {
    let handbook = places.handbook
    func edition(_ page: Int) -> Int { handbook.edition(at: handbook.pages[page].path.folder) }
    let own = opened.first.map { edition($0.place.page) }
    let listed = (tests[SearchTest.folded(query.text)] ?? []).filter { test in
      own == nil || test.expectations.contains { $0.page.map { edition($0) == own } ?? true }
    }
    guard let test = listed.first else { return false }
    let isKnown = opened.contains { candidate in
      let place = candidate.place
      return listed.flatMap(\.expectations).contains {
        $0 == .page(place.page) || $0 == place.expectation || $0.page == nil
      }
    }
    if let first = opened.first, !isKnown {
      disagreements.append(
        "“\(query.text)” leads to \(test.expected) in search-tests.yml, but readers opened \(first.name)"
      )
    }
    return true
  }

  private func isFound(
    _ query: MissedQuery, _ text: String, _ opened: [OpenQuery.Candidate], _ hits: [SearchHit],
    _ reader: SearchReader
  ) throws(SearchReader.Problem) -> Bool {
    if !opened.isEmpty {
      let first = hits.prefix(Self.shown)
      return opened.allSatisfy { candidate in
        first.contains { $0.meets(candidate.place.expectation, in: places.handbook) }
      }
    }
    // Who gave hits up may have seen the same ones.
    guard query.opened.isEmpty, query.counts[.abandoned] == nil else { return false }
    let best = try reader.explained(text, limit: 1).first
    return best.map { $0.explanation.words.allSatisfy { $0.value > 0 } } ?? false
  }

  private func candidates(
    _ opened: [OpenQuery.Candidate], _ hits: [SearchHit]
  ) -> [OpenQuery.Candidate] {
    var result = opened
    for hit in hits {
      guard case .success(let place) = places.find(hit.url),
        !result.contains(where: { $0.place == place })
      else { continue }
      result.append(
        OpenQuery.Candidate(
          place: place, name: places.name(of: place), title: hit.title, kind: hit.kind))
    }
    return Array(result.prefix(Self.shown))
  }
}
