// What a query asks for: words, and for each what may stand in its place.

/// One way to meet a word of a query.
struct Alternative: Equatable {
  /// In sixty-fourths.
  var weight: Int
  /// Forms that a record must hold, all of them.
  var forms: [Int]
  /// Whether it stands for several words of the query, which together say more than each.
  var isPhrase = false
}

/// A word of a query.
struct QueryWord: Equatable {
  var text: [UInt16]
  /// The word's own number if some record holds it.
  var form: Int?
  var alternatives: [Alternative] = []
  /// Its part in the coverage: the rarity of its most frequent inflection or alternative.
  var importance = 0
  /// If the word is known, no alternative counts as rarer, but for one that stands for a phrase.
  var mostRarity = Int.max
}

/// A query taken apart, with all numbers that the ranking needs.
struct QueryPlan {
  /// Words beyond these are not looked at.
  private static let longest = 32
  private static let mostPrefixes = 40
  private static let mostSimilar = 6
  /// Code unit from which a single letter is worth completing: scripts without spaces.
  private static let unspaced: UInt16 = 0xE00

  private(set) var words: [QueryWord] = []
  /// All words in order, stop words too, for comparing phrases.
  private(set) var sequence: [[UInt16]] = []

  init(_ text: String, _ tables: IndexTables) {
    var analyzer = Analyzer(stopWords: tables.stopWords)
    analyzer.read([UInt8](text.utf8))
    let tokens = analyzer.tokens
    let parts = (0..<tokens.count).filter { tokens.roles[$0] != .joined }.prefix(Self.longest)
    sequence = parts.map { Array(tokens.text($0).utf16) }
    var content = parts.indices.filter { tokens.roles[parts[$0]] == .part }
    let hasOnlyStops = content.isEmpty
    if hasOnlyStops { content = Array(parts.indices.suffix(1)) }
    let numbers = addWords(content, tables.terms)
    if content.last == parts.indices.last, let last = content.last {
      complete(numbers[last], tables)
    }
    for word in words.indices where !hasOnlyStops { addInflections(of: word, tables) }
    for word in words.indices where words[word].form == nil && !hasOnlyStops {
      addSplit(of: word, tables)
    }
    addJoined(numbers, tables)
    addSynonyms(content, numbers, tables)
    let unfinished = content.last == parts.indices.last ? numbers.last : nil
    for word in words.indices where words[word].form == nil && !hasOnlyStops {
      guess(word, isLast: word == unfinished, tables)
    }
    weigh(tables.terms, tables.weights)
  }

  /// Adds each different word once; gives the number of the word at each place of the sequence.
  private mutating func addWords(_ content: [Int], _ terms: TermTable) -> [Int] {
    var numbers = [Int](repeating: -1, count: sequence.count)
    for place in content {
      if let known = words.firstIndex(where: { $0.text == sequence[place] }) {
        numbers[place] = known
        continue
      }
      numbers[place] = words.count
      words.append(QueryWord(text: sequence[place], form: terms.forms.find(sequence[place])))
    }
    return numbers
  }

  private mutating func addInflections(of word: Int, _ tables: IndexTables) {
    for form in tables.terms.family(words[word].text) where form != words[word].form {
      let inflection = Alternative(weight: tables.weights.inflection, forms: [form])
      words[word].alternatives.append(inflection)
    }
  }

  /// Adds the longer words that the last one may become, the most frequent first.
  private mutating func complete(_ word: Int, _ tables: IndexTables) {
    let text = words[word].text
    guard text.count >= 2 || text[0] >= Self.unspaced else { return }
    let weight = words[word].form == nil ? tables.weights.prefix : tables.weights.knownPrefix
    let rarities = tables.terms.rarities
    let longer = tables.terms.forms.matching(prefix: text).filter { $0 != words[word].form }
      .sorted { (rarities[$0], $0) < (rarities[$1], $1) }
    for form in longer.prefix(Self.mostPrefixes) {
      let extra = tables.terms.forms.length(form) - text.count
      let reduced = weight * 10 * text.count / (10 * text.count + 3 * extra)
      words[word].alternatives.append(Alternative(weight: reduced, forms: [form]))
    }
  }

  /// Adds what a word may have been meant to be if nothing else is found for it.
  private mutating func guess(_ word: Int, isLast: Bool, _ tables: IndexTables) {
    guard words[word].alternatives.isEmpty else { return }
    addSimilar(to: word, tables)
    words[word].alternatives += tables.typos(of: words[word].text, isLast: isLast)
  }

  /// Adds words with the same beginning, of about the same length, the nearest first.
  private mutating func addSimilar(to word: Int, _ tables: IndexTables) {
    let (text, forms) = (words[word].text, tables.terms.forms)
    guard text.count >= 4 else { return }
    var found: [Alternative] = []
    for form in forms.matching(prefix: Array(text[..<4])) {
      let length = forms.length(form)
      guard abs(length - text.count) <= 3 else { continue }
      let shared = forms.shared(form, with: text)
      let weight = tables.weights.similar * shared / max(length, text.count)
      found.append(Alternative(weight: weight, forms: [form]))
    }
    found.sort { ($1.weight, $0.forms[0]) < ($0.weight, $1.forms[0]) }
    words[word].alternatives += found.prefix(Self.mostSimilar)
  }

  /// Adds the two known words that an unknown one is made of, the most frequent two.
  private mutating func addSplit(of word: Int, _ tables: IndexTables) {
    let (text, terms) = (words[word].text, tables.terms)
    var best: (rarity: Int, forms: [Int])?
    for cut in 2..<max(text.count - 1, 2) {
      guard let first = terms.forms.find(Array(text[..<cut])),
        let second = terms.forms.find(Array(text[cut...]))
      else { continue }
      let rarity = terms.rarities[first] + terms.rarities[second]
      if rarity < best?.rarity ?? Int.max { best = (rarity, [first, second]) }
    }
    guard let best else { return }
    let weight = tables.weights.joined
    words[word].alternatives.append(Alternative(weight: weight, forms: best.forms))
  }

  /// Adds neighbours written together: `log in` finds `login`.
  private mutating func addJoined(_ numbers: [Int], _ tables: IndexTables) {
    for place in sequence.indices.dropLast() {
      guard let form = tables.terms.forms.find(sequence[place] + sequence[place + 1]) else {
        continue
      }
      let joined = Alternative(weight: tables.weights.joined, forms: [form])
      for word in [numbers[place], numbers[place + 1]] where word >= 0 {
        words[word].alternatives.append(joined)
      }
    }
  }

  private mutating func addSynonyms(
    _ content: [Int], _ numbers: [Int], _ tables: IndexTables
  ) {
    let texts = content.map { sequence[$0] }
    for start in texts.indices {
      let end = min(start + tables.synonyms.longest, texts.count)
      for stop in start..<end {
        for forms in tables.synonyms.of(texts[start...stop], tables.terms) {
          let weight = tables.weights.synonym
          let synonym = Alternative(weight: weight, forms: forms, isPhrase: stop > start)
          for place in content[start...stop] {
            words[numbers[place]].alternatives.append(synonym)
          }
        }
      }
    }
  }

  /// Puts each known word before its alternatives and sets the importance of all.
  private mutating func weigh(_ terms: TermTable, _ weights: RankWeights) {
    for index in words.indices {
      if let form = words[index].form {
        let own = Alternative(weight: weights.exact, forms: [form])
        words[index].alternatives.insert(own, at: 0)
        let family = terms.family(words[index].text).map { terms.rarities[$0] }
        words[index].importance = family.min() ?? terms.rarities[form]
        words[index].mostRarity = words[index].importance
        continue
      }
      let forms = words[index].alternatives.flatMap(\.forms)
      words[index].importance = forms.map { terms.rarities[$0] }.min() ?? 0
    }
  }
}
