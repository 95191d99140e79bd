// What a query asks for: words, and for each what may stand in its place.

/// One way to meet a word of a query.
struct Alternative: Equatable {
  /// Why it may stand there.
  enum Reason: String {
    case exact, inflection, beginning, similar, typo, joined, apart, synonym
  }

  /// In sixty-fourths.
  var weight: Int
  /// Groups that a record must hold, all of them.
  var groups: [Int]
  var reason: Reason
  /// Whether it stands for several words of the query, which together say more than each.
  var isPhrase = false
}

/// A word of a query.
struct QueryWord: Equatable {
  var text: [UInt16]
  /// The word's own group if it is in the dictionary, or that of the word that it is a form of.
  var group: Int?
  var isInflected = false
  var alternatives: [Alternative] = []
  /// Its part in the coverage: its own rarity, or that of its most frequent alternative.
  var importance = 0
  /// If some record holds the word, no alternative counts as rarer.
  var mostRarity = Int.max
  /// The same for what stands for several words: the rarest of the query's.
  var mostPhraseRarity = Int.max

  /// The group that the word is, or most likely stands for, and how surely.
  func meant(exact: Int) -> (group: Int, weight: Int)? {
    if let group { return (group, exact) }
    guard let best = alternatives.max(by: { $0.weight < $1.weight }), best.groups.count == 1
    else { return nil }
    return (best.groups[0], best.weight)
  }
}

/// A query taken apart, with all numbers that the ranking needs.
struct QueryPlan {
  /// Words beyond these are not looked at.
  static let longest = 32
  private static let mostPrefixes = 40
  /// Shards of postings that completing a word may ask for.
  private static let mostPrefixShards = 4
  /// Digits of the longest number that is put together.
  private static let longestNumber = 20
  /// Code unit from which a single letter is worth completing: scripts without spaces.
  private static let unspaced: UInt16 = 0xE00

  static let digits: ClosedRange<UInt16> = 0x30...0x39

  private(set) var words: [QueryWord] = []
  /// All words in order, stop words too, for comparing phrases.
  private(set) var sequence: [[UInt16]] = []
  private let index: ShardFiles

  init(_ text: String, _ index: ShardFiles) {
    self.index = index
    var analyzer = Analyzer(stopWords: index.root.stopWords)
    analyzer.read([UInt8](text.utf8))
    let tokens = analyzer.tokens
    let parts = (0..<tokens.count).filter { tokens.roles[$0] != .joined }.prefix(Self.longest)
    sequence = parts.map { Array(tokens.text($0).utf16) }
    var content = parts.indices.filter { tokens.roles[parts[$0]] == .part }
    let hasOnlyStops = content.isEmpty
    if hasOnlyStops { content = parts.indices.filter { index.find(sequence[$0]) != nil } }
    if content.isEmpty { content = Array(parts.indices.suffix(1)) }
    let numbers = addWords(content)
    if !hasOnlyStops { takeInflections() }
    let unfinished = content.last == parts.indices.last ? numbers.last : nil
    if let unfinished { complete(unfinished) }
    addJoined(numbers)
    for word in words.indices where words[word].group == nil && !hasOnlyStops {
      guess(word, isLast: word == unfinished)
    }
    addSynonyms(content, numbers)
    for word in words.indices { weigh(word) }
    let rarest = words.map(\.mostRarity).max() ?? Int.max
    for word in words.indices { words[word].mostPhraseRarity = rarest }
  }

  private var weights: RankWeights { index.root.weights }

  /// Adds each different word once; gives the number of the word at each place of the sequence.
  private mutating func addWords(_ content: [Int]) -> [Int] {
    var numbers = [Int](repeating: -1, count: sequence.count)
    for place in content {
      if let known = words.firstIndex(where: { $0.text == sequence[place] }) {
        numbers[place] = known
        continue
      }
      numbers[place] = words.count
      words.append(QueryWord(text: sequence[place], group: index.find(sequence[place])))
    }
    return numbers
  }

  /// Lets unknown words count as those that they are forms of.
  private mutating func takeInflections() {
    for word in words.indices where words[word].group == nil {
      words[word].group = index.inflected(words[word].text)
      words[word].isInflected = words[word].group != nil
    }
  }

  /// Adds the longer words that the last one may become, the most frequent first.
  private mutating func complete(_ word: Int) {
    let text = words[word].text
    guard text.count >= 2 || text[0] >= Self.unspaced else { return }
    let isKnown = words[word].group != nil && !words[word].isInflected
    let weight = isKnown ? weights.knownPrefix : weights.prefix
    let longer = index.matching(prefix: text)
      .filter { $0.group != words[word].group && $0.rarity < DictionaryRarity.none }
      .enumerated().sorted { ($0.element.rarity, $0.offset) < ($1.element.rarity, $1.offset) }
    var groups: Set<Int> = []
    var shards: Set<Int> = []
    for (_, entry) in longer where groups.count < Self.mostPrefixes {
      let shard = index.termShard(of: entry.group)
      guard shards.contains(shard) || shards.count < Self.mostPrefixShards else { continue }
      guard groups.insert(entry.group).inserted else { continue }
      shards.insert(shard)
      let extra = entry.form.count - text.count
      let reduced = weight * 10 * text.count / (10 * text.count + 3 * extra)
      words[word].alternatives.append(
        Alternative(weight: reduced, groups: [entry.group], reason: .beginning))
    }
  }

  /// Adds neighbours written together: `log in` finds `login`, and `020 7946 0018` the same in one.
  private mutating func addJoined(_ numbers: [Int]) {
    for first in sequence.indices {
      var text = sequence[first]
      for last in sequence.indices.dropFirst(first + 1) {
        text += sequence[last]
        let isNumber = text.allSatisfy(Self.digits.contains) && text.count <= Self.longestNumber
        if last > first + 1, !isNumber { break }
        guard let group = index.find(text) else { continue }
        let joined = Alternative(weight: weights.joined, groups: [group], reason: .joined)
        for word in numbers[first...last] where word >= 0 {
          words[word].alternatives.append(joined)
        }
      }
    }
  }

  /// Adds what runs of words stand for.
  ///
  /// An unknown word counts as the best that was found for it,
  /// so that `fire a cleint` is understood too.
  private mutating func addSynonyms(_ content: [Int], _ numbers: [Int]) {
    let meant = content.map { words[numbers[$0]].meant(exact: weights.exact) }
    for start in meant.indices {
      var weight = weights.synonym
      var span: [Int] = []
      for stop in start..<min(start + index.root.synonyms.longest, meant.count) {
        guard let one = meant[stop] else { break }
        span.append(one.group)
        weight = weight * one.weight / weights.exact
        for target in index.root.synonyms.of(span) {
          let synonym = Alternative(
            weight: weight, groups: target.groups, reason: .synonym, isPhrase: stop > start)
          for place in content[start...stop] { words[numbers[place]].alternatives.append(synonym) }
        }
      }
    }
  }

  /// Adds what an unknown word may have been meant to be.
  private mutating func guess(_ word: Int, isLast: Bool) {
    if words[word].alternatives.isEmpty {
      let text = words[word].text
      words[word].alternatives = index.similar(to: text) + index.typos(of: text, isLast: isLast)
    }
    addApart(to: word)
  }

  /// Adds the two known words that an unknown one is made of, the most even two.
  private mutating func addApart(to word: Int) {
    let text = words[word].text
    var best: (difference: Int, groups: [Int])?
    for cut in 2..<max(text.count - 1, 2) {
      let difference = abs(2 * cut - text.count)
      guard difference < best?.difference ?? Int.max,
        let first = index.find(Array(text[..<cut])), let second = index.find(Array(text[cut...]))
      else { continue }
      best = (difference, [first, second])
    }
    guard let best else { return }
    words[word].alternatives.append(
      Alternative(weight: weights.joined, groups: best.groups, reason: .apart))
  }

  /// Puts a known word before its alternatives and sets the importance.
  private mutating func weigh(_ word: Int) {
    if let group = words[word].group {
      let reason: Alternative.Reason = words[word].isInflected ? .inflection : .exact
      let own = Alternative(weight: weights.exact, groups: [group], reason: reason)
      words[word].alternatives.insert(own, at: 0)
      if let (shard, place) = index.term(group), shard.isHeld(place) {
        words[word].importance = shard.rarities[place]
        words[word].mostRarity = words[word].importance
        return
      }
    }
    let rarities = words[word].alternatives.flatMap(\.groups).compactMap { group -> Int? in
      guard let (shard, place) = index.term(group), shard.isHeld(place) else { return nil }
      return shard.rarities[place]
    }
    words[word].importance = rarities.min() ?? 0
  }
}
