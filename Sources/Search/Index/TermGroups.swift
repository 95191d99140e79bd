// The groups of words in their final order.

/// The dictionary as an index numbers it.
///
/// Groups are numbered by their first form in dictionary order, so that neighbours in the
/// dictionary are neighbours on disk.
struct TermGroups: Sendable {
  /// A group's forms in dictionary order, as numbers of the vocabulary.
  private(set) var forms: [[Int]] = []
  /// All words of the vocabulary in dictionary order, with the number of their group.
  private(set) var dictionary: [(word: Int, group: Int)] = []
  /// Group numbers in order of appearance to numbers of the index.
  private(set) var numbers: [Int]
  /// Whether a group is worth ``weakRarity`` at most, however rare it is.
  private(set) var isWeak: [Bool]
  let words: WordGroups
  /// That of ``words``.
  let vocabulary: Vocabulary
  /// What a word of two thirds of all records is worth.
  static let weakRarity = 28

  var count: Int { forms.count }

  /// Numbers the groups; those of the forms `weak` say little.
  init(_ words: WordGroups, weak: [String]) {
    (self.words, vocabulary) = (words, words.vocabulary)
    numbers = [Int](repeating: -1, count: words.count)
    for word in vocabulary.sorted() {
      let group = Int(words.groups[word])
      if numbers[group] < 0 {
        numbers[group] = forms.count
        forms.append([])
      }
      forms[numbers[group]].append(word)
      dictionary.append((word, numbers[group]))
    }
    isWeak = [Bool](repeating: false, count: forms.count)
    for form in weak {
      guard let word = vocabulary.number(of: [UInt8](form.utf8)) else { continue }
      isWeak[numbers[Int(words.groups[word])]] = true
    }
  }
}
