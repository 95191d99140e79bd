// What a word that nobody knows may have been meant to be.

extension ShardFiles {
  private static let mostSimilar = 6
  private static let mostTypos = 6
  /// A word near the one typed.
  private struct NearWord {
    var weight: Int
    var entry: DictionaryEntry
    /// Its place among all near words, as they were found.
    var place: Int

    /// What counts most, first; smaller is better.
    var order: (Int, Int, Int) { (-weight, entry.rarity, place) }
  }

  /// What an unknown word may stand for if it is misspelt: near words with the same first letter.
  ///
  /// Few slips are in the first letter, and words that differ there mean something else: `vent` is
  /// not `went`.
  ///
  /// - Parameters:
  ///   - text: the word; short ones and those with digits are taken as they are.
  ///   - isLast: whether it may be unfinished.
  /// - Returns: the nearest words, the best first.
  func typos(of text: [UInt16], isLast: Bool) -> [Alternative] {
    guard text.count >= 4, !text.contains(where: QueryPlan.digits.contains) else { return [] }
    let limit = text.count < 8 ? 1 : 2
    var near = nearWords(text, limit: limit, takesPrefixes: isLast)
    near.sort { $0.order < $1.order }
    return near.prefix(Self.mostTypos).map {
      Alternative(weight: $0.weight, groups: [$0.entry.group], reason: .typo)
    }
  }

  /// Words with the same beginning, of about the same length, the nearest first.
  ///
  /// No number stands for another.
  func similar(to text: [UInt16]) -> [Alternative] {
    guard text.count >= 4, !text.allSatisfy(QueryPlan.digits.contains) else { return [] }
    var best: [(group: Int, weight: Int)] = []
    for entry in matching(prefix: Array(text[..<4])) {
      guard abs(entry.form.count - text.count) <= 3 else { continue }
      let shared = zip(entry.form, text).prefix { $0 == $1 }.count
      let weight = root.weights.similar * shared / max(entry.form.count, text.count)
      if let known = best.firstIndex(where: { $0.group == entry.group }) {
        best[known].weight = max(best[known].weight, weight)
      } else {
        best.append((entry.group, weight))
      }
    }
    best.sort { ($1.weight, $0.group) < ($0.weight, $1.group) }
    return best.prefix(Self.mostSimilar).map {
      Alternative(weight: $0.weight, groups: [$0.group], reason: .similar)
    }
  }

  /// Words of the handbook that look most like one that gave nothing.
  func closest(to text: [UInt16], count: Int) -> [String] {
    var near: [(distance: Int, entry: DictionaryEntry, place: Int)] = []
    walk(text, limit: 3, takesPrefixes: false) { entry, whole, _ in
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
    _ text: [UInt16], limit: Int, takesPrefixes: Bool
  ) -> [NearWord] {
    var near: [NearWord] = []
    let weights = root.weights
    walk(text, limit: limit, takesPrefixes: takesPrefixes) { entry, whole, prefix in
      let weight = max(
        whole.map { [weights.exact, weights.typo, weights.secondTypo][$0] } ?? 0,
        prefix.map { typoPrefix($0) } ?? 0)
      near.append(NearWord(weight: weight, entry: entry, place: near.count))
    }
    return near
  }

  private func walk(
    _ text: [UInt16], limit: Int, takesPrefixes: Bool,
    found: (DictionaryEntry, _ whole: Int?, _ prefix: Int?) -> Void
  ) {
    let beginning = Array(text.prefix(1))
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
