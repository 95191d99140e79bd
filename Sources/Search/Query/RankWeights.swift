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
  /// Another inflection of the word.
  var inflection = 51
  /// A word one edit from what was typed.
  var typo = 45
  /// A word two edits from it.
  var secondTypo = 29
  /// What remains for a word that begins with another letter.
  var typoLetter = 38
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
  var wholeTitle = 32
  /// Hits of one page before the other pages have their turn.
  var perPage = 3

  /// In the order of the index file.
  var values: [Int] {
    [
      exact, prefix, knownPrefix, similar, joined, synonym, inflection, typo, secondTypo,
      typoLetter, typoPrefix, coverageFloor, heading, proximity, phrase, titlePhrase, wholeTitle,
      perPage,
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
    inflection = values[6]
    typo = values[7]
    secondTypo = values[8]
    typoLetter = values[9]
    typoPrefix = values[10]
    coverageFloor = values[11]
    heading = values[12]
    proximity = values[13]
    phrase = values[14]
    titlePhrase = values[15]
    wholeTitle = values[16]
    perPage = values[17]
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
