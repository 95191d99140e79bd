// What a word that nobody knows may have been meant to be.

extension ShardFiles {
  private static let mostTypos = 6
  /// Dictionary shards up to which a word is looked for under all letters.
  private static let mostShards = 16

  /// A word near the one typed.
  private struct NearWord {
    var weight: Int
    var entry: DictionaryEntry
    /// Its place among all near words, as they were found.
    var place: Int

    /// What counts most, first; smaller is better.
    var order: (Int, Int, Int) { (-weight, entry.rarity, place) }
  }

  /// What an unknown word may stand for if it is misspelt.
  ///
  /// Words with the same first letter go before all others; those of the second letter are looked
  /// at only if there are none, and all words only where the dictionary is small.
  ///
  /// - Parameters:
  ///   - text: the word; short ones and those with digits are taken as they are.
  ///   - isLast: whether it may be unfinished.
  /// - Returns: the nearest words, the best first.
  func typos(of text: [UInt16], isLast: Bool) -> [Alternative] {
    let digits: ClosedRange<UInt16> = 0x30...0x39
    guard text.count >= 4, !text.contains(where: digits.contains) else { return [] }
    let limit = text.count < 8 ? 1 : 2
    var near = nearWords(text, [text[0]], limit: limit, takesPrefixes: isLast)
    if near.isEmpty { near = nearWords(text, [text[1]], limit: limit, takesPrefixes: isLast) }
    if near.isEmpty, dictionaryCount <= Self.mostShards {
      near = nearWords(text, [], limit: limit, takesPrefixes: isLast)
    }
    near.sort { $0.order < $1.order }
    return near.prefix(Self.mostTypos).map {
      Alternative(weight: $0.weight, groups: [$0.entry.group], reason: .typo)
    }
  }

  /// Words of the handbook that look most like one that gave nothing.
  func closest(to text: [UInt16], count: Int) -> [String] {
    guard let first = text.first else { return [] }
    var near: [(distance: Int, entry: DictionaryEntry, place: Int)] = []
    walk(text, [first], limit: 3, takesPrefixes: false) { entry, whole, _ in
      if entry.rarity < DictionaryRarity.none, let whole, whole < text.count - 1 {
        near.append((whole, entry, near.count))
      }
    }
    near.sort {
      ($0.distance, $0.entry.rarity, $0.place) < ($1.distance, $1.entry.rarity, $1.place)
    }
    var groups: Set<Int> = []
    return near.filter { groups.insert($0.entry.group).inserted }.prefix(count)
      .map { String(decoding: $0.entry.form, as: UTF16.self) }
  }

  private func nearWords(
    _ text: [UInt16], _ beginning: [UInt16], limit: Int, takesPrefixes: Bool
  ) -> [NearWord] {
    var near: [NearWord] = []
    let weights = root.weights
    walk(text, beginning, limit: limit, takesPrefixes: takesPrefixes) { entry, whole, prefix in
      let best = max(
        whole.map { [weights.exact, weights.typo, weights.secondTypo][$0] } ?? 0,
        prefix.map { typoPrefix($0) } ?? 0)
      let isSameLetter = entry.form.first == text[0]
      let weight = isSameLetter ? best : best * weights.typoLetter / 64
      near.append(NearWord(weight: weight, entry: entry, place: near.count))
    }
    return near
  }

  private func walk(
    _ text: [UInt16], _ beginning: [UInt16], limit: Int, takesPrefixes: Bool,
    found: (DictionaryEntry, _ whole: Int?, _ prefix: Int?) -> Void
  ) {
    for shard in dictionaries(prefix: beginning) {
      var walk = TypoWalk(text, limit: limit, takesPrefixes: takesPrefixes)
      walk.search(shard.forms, shard.forms.matching(prefix: beginning)) { form, whole, prefix in
        guard shard.forms.units(form).first != UInt16(Tag.mark) else { return }
        let entry = DictionaryEntry(
          form: shard.forms[form], group: shard.groups[form], rarity: shard.rarities[form])
        found(entry, whole, prefix)
      }
    }
  }

  private func typoPrefix(_ distance: Int) -> Int {
    distance == 0
      ? root.weights.prefix
      : (distance == 1 ? root.weights.typo : root.weights.secondTypo) * root.weights.typoPrefix / 64
  }
}
