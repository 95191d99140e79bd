// Every word of some records, and the groups of those with one stem.

/// Words and their groups, both numbered in order of appearance.
struct WordGroups: Sendable {
  private(set) var vocabulary = Vocabulary()
  /// The group of each word of the vocabulary.
  private(set) var groups: [Int32] = []
  private var stems = Vocabulary()
  /// The words that were asked for since ``note()``, each once; nil where nobody notes them.
  private(set) var noted: [Int32]?
  /// Of each word, how often ``note()`` had been called when it was asked for last.
  private var latest: [Int32] = []
  private var notes: Int32 = 0

  /// How many groups there are.
  var count: Int { stems.count }

  /// The stem of a group.
  func stem(of group: Int) -> ArraySlice<UInt8> { stems[group] }

  /// Begins to note words, from none on.
  mutating func note() {
    noted = []
    notes += 1
  }

  /// The group of a word, which is added to the vocabulary if it is new.
  mutating func group(of source: [UInt8], _ range: Range<Int>, with stemmer: Stemmer) -> Int {
    let word = vocabulary.intern(source, range)
    if word == groups.count {
      let stem = stemmer.stem(source[range])
      groups.append(Int32(stems.intern(stem, stem.indices)))
    }
    if noted != nil { note(word) }
    return Int(groups[word])
  }

  /// Lets go of what only more notes would be made with.
  mutating func finish() { (noted, latest) = (nil, []) }

  private mutating func note(_ word: Int) {
    while latest.count <= word { latest.append(0) }
    if latest[word] == notes { return }
    latest[word] = notes
    noted?.append(Int32(word))
  }

  /// Adds a word whose stem is known.
  ///
  /// - Returns: the word's group; nil where it was added before.
  mutating func add(_ word: [UInt8], stem: [UInt8]) -> Int32? {
    guard vocabulary.intern(word, word.indices) == groups.count else { return nil }
    groups.append(Int32(stems.intern(stem, stem.indices)))
    return groups.last
  }

  /// Takes in the words of others, stemmed in the same way.
  ///
  /// - Returns: for each word there its number here, and for each group.
  mutating func merge(_ other: WordGroups) -> (words: [Int32], groups: [Int32]) {
    if count == 0 {
      self = other
      return ((0..<Int32(vocabulary.count)).map(\.self), (0..<Int32(count)).map(\.self))
    }
    let numbers = (0..<other.count).map {
      Int32(stems.intern(other.stems.bytes, other.stems.range($0)))
    }
    let words = (0..<other.vocabulary.count).map { word in
      let own = vocabulary.intern(other.vocabulary.bytes, other.vocabulary.range(word))
      if own == groups.count { groups.append(numbers[Int(other.groups[word])]) }
      return Int32(own)
    }
    return (words, numbers)
  }
}
