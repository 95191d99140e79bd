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
  /// What remains of the score when next to nothing of the query is covered.
  var coverageFloor = 22
  /// What is added when the whole query stands in the heading.
  var heading = 32
  /// What is added when the words stand in a row in the text.
  var phrase = 38
  /// What is added when they do in the title.
  var titlePhrase = 19
  /// What is added when they are the title.
  var wholeTitle = 32
  /// Hits of one page before the other pages have their turn.
  var perPage = 3

  /// In the order of the index file.
  var values: [Int] {
    [
      exact, prefix, knownPrefix, similar, joined, synonym, coverageFloor, heading, phrase,
      titlePhrase, wholeTitle, perPage,
    ]
  }

  init() {}

  init?(values: [Int]) {
    guard values.count == 12, values.allSatisfy({ (0...1000).contains($0) }) else { return nil }
    exact = values[0]
    prefix = values[1]
    knownPrefix = values[2]
    similar = values[3]
    joined = values[4]
    synonym = values[5]
    coverageFloor = values[6]
    heading = values[7]
    phrase = values[8]
    titlePhrase = values[9]
    wholeTitle = values[10]
    perPage = values[11]
  }

  /// On equal evidence what can be said or done at once comes first, a whole page last.
  static func weight(of kind: SearchRecord.Kind) -> Int {
    switch kind {
    case .phrase, .step, .question: 66
    case .section, .card: 65
    case .page: 64
    }
  }
}
