// Every word of some records, and the groups of those with one stem.

/// Words and their groups, both numbered in order of appearance.
struct WordGroups: Sendable {
  private(set) var vocabulary = Vocabulary()
  /// The group of each word of the vocabulary.
  private(set) var groups: [Int32] = []
  private var stems = Vocabulary()

  /// How many groups there are.
  var count: Int { stems.count }

  /// The stem of a group.
  func stem(of group: Int) -> ArraySlice<UInt8> { stems[group] }

  /// The group of a word, which is added to the vocabulary if it is new.
  mutating func group(of source: [UInt8], _ range: Range<Int>, with stemmer: Stemmer) -> Int {
    let word = vocabulary.intern(source, range)
    if word == groups.count {
      let stem = stemmer.stem(source[range])
      groups.append(Int32(stems.intern(stem, stem.indices)))
    }
    return Int(groups[word])
  }

  /// Takes in the words of others, stemmed in the same way.
  ///
  /// - Returns: for each group there its number here.
  mutating func merge(_ other: WordGroups) -> [Int32] {
    if count == 0 {
      self = other
      return (0..<Int32(count)).map(\.self)
    }
    let numbers = (0..<other.count).map {
      Int32(stems.intern(other.stems.bytes, other.stems.range($0)))
    }
    for word in 0..<other.vocabulary.count {
      let own = vocabulary.intern(other.vocabulary.bytes, other.vocabulary.range(word))
      if own == groups.count { groups.append(numbers[Int(other.groups[word])]) }
    }
    return numbers
  }
}
