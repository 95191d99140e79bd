// The whole numbers a score is made with.

/// Weights in sixty-fourths; they travel in the index, so that all readers use the same.
struct RankWeights: Sendable, Equatable {
  /// The word itself.
  var exact = 64
  /// A longer word, when what was typed is no word of the handbook.
  var prefix = 51
  /// A longer word, when what was typed is one.
  var knownPrefix = 22
  /// A word of the same beginning, for one that is unknown.
  var similar = 48
  /// Two neighbours written together, or one word written apart.
  var joined = 58
  var synonym = 45
  /// A word one edit from what was typed.
  var typo = 45
  /// A word two edits from it.
  var secondTypo = 29
  /// The part of the best score from which a line to say or do comes before a page.
  ///
  /// - Source: further down, the first results of queries that were judged by hand get worse.
  var lineReach = 62
  /// What remains for a word whose beginning only is near.
  var typoPrefix = 38
  /// What remains of the score when next to nothing of the query is covered.
  var coverageFloor = 22
  /// What is added when the whole query stands in the heading.
  var heading = 32
  /// What is added when all words stand close together.
  var proximity = 51
  /// What is added when the words stand in a row in the text.
  var phrase = 38
  /// What is added when they do in the title.
  var titlePhrase = 19
  /// What is added when they are the title.
  var wholeTitle = 8
  /// Hits of one page before the other pages have their turn.
  var perPage = 3
  /// Best records whose texts are compared with the whole query.
  var compared = 24
  /// The same in an index of shards, where a text may be a file to fetch.
  static let comparedInShards = 10

  /// In the order of the index file.
  var values: [Int] {
    [
      exact, prefix, knownPrefix, similar, joined, synonym, typo, secondTypo,
      lineReach, typoPrefix, coverageFloor, heading, proximity, phrase, titlePhrase, wholeTitle,
      perPage, compared,
    ]
  }

  init() {}

  init?(values: [Int]) {
    guard values.count == self.values.count, values.allSatisfy({ (0...1000).contains($0) }) else {
      return nil
    }
    exact = values[0]
    prefix = values[1]
    knownPrefix = values[2]
    similar = values[3]
    joined = values[4]
    synonym = values[5]
    typo = values[6]
    secondTypo = values[7]
    lineReach = values[8]
    typoPrefix = values[9]
    coverageFloor = values[10]
    heading = values[11]
    proximity = values[12]
    phrase = values[13]
    titlePhrase = values[14]
    wholeTitle = values[15]
    perPage = values[16]
    compared = values[17]
  }

  /// What remains of the score by kind, in sixty-fourths.
  ///
  /// A page is about its subject as a whole; what stands somewhere on one may only mention it. Among
  /// its parts, what can be said or done at once comes before other sections.
  ///
  /// - Source: the bundled handbook's queries, and as many others that the weights were not made for.
  static func weight(of kind: SearchRecord.Kind) -> Int {
    switch kind {
    case .page: 82
    case .phrase, .step, .question: 66
    case .card: 64
    case .section: 60
    }
  }
}
