// A whole index, ready to be asked.

/// The decoded index.
struct IndexTables: Sendable {
  let weights: RankWeights
  /// The preference for each record's kind, in sixty-fourths.
  let kindWeights: [SearchRecord.Kind: Int]
  let stopWords: StopWords
  let terms: TermTable
  let pages: [StoredPage]
  let records: [StoredRecord]
  let synonyms: SynonymLookup

  /// - Throws: ``SearchReader/Problem``, naming the first part that cannot be used.
  init(_ json: JSONValue) throws(SearchReader.Problem) {
    guard let weights = Self.weights(json["k"]) else { throw .damaged(part: "k") }
    guard let (kinds, kindWeights) = Self.kinds(json["kinds"]) else {
      throw .damaged(part: "kinds")
    }
    guard let stop = json["stop"]?.string else { throw .damaged(part: "stop") }
    guard let pageValues = json["s"]?["p"]?.array, let recordValues = json["s"]?["s"]?.array
    else { throw .damaged(part: "s") }
    let pages = pageValues.compactMap { StoredPage($0) }
    guard pages.count == pageValues.count else { throw .damaged(part: "s.p") }
    let records = recordValues.compactMap { StoredRecord($0, kinds: kinds, pages: pages) }
    guard records.count == recordValues.count else { throw .damaged(part: "s.s") }
    let language = json["lang"]?.string ?? ""
    guard
      let terms = json["t"].flatMap({
        TermTable($0, language: language, recordCount: records.count)
      })
    else { throw .damaged(part: "t") }
    guard let synonyms = json["syn"].flatMap({ SynonymLookup($0, terms: terms) }) else {
      throw .damaged(part: "syn")
    }
    self.weights = weights
    self.kindWeights = kindWeights
    stopWords = StopWords(words: stop.split(separator: " ").map(String.init))
    (self.terms, self.pages, self.records, self.synonyms) = (terms, pages, records, synonyms)
  }

  private static func weights(_ value: JSONValue?) -> RankWeights? {
    guard let numbers = value?.array?.map({ $0.number ?? -1 }) else { return nil }
    return RankWeights(values: numbers)
  }

  private static func kinds(
    _ value: JSONValue?
  ) -> ([SearchRecord.Kind], [SearchRecord.Kind: Int])? {
    guard let rows = value?.array else { return nil }
    var kinds: [SearchRecord.Kind] = []
    var weights: [SearchRecord.Kind: Int] = [:]
    for row in rows {
      guard let cells = row.array, cells.count == 2, let weight = cells[1].number,
        (0...1000).contains(weight),
        let kind = cells[0].string.flatMap(SearchRecord.Kind.init(rawValue:))
      else { return nil }
      kinds.append(kind)
      weights[kind] = weight
    }
    return (kinds, weights)
  }
}
