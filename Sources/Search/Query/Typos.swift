// What a word that nobody knows may have been meant to be.

extension IndexTables {
  private static let mostTypos = 6

  /// A word near the one typed, of the dictionary or of the synonyms.
  private struct NearWord {
    var weight: Int
    /// Those of the synonyms come after all others.
    var rarity = Int.max
    /// Its number in its list.
    var form: Int
    var isTerm: Bool { rarity < Int.max }

    /// What counts most, first; smaller is better.
    var order: (Int, Int, Int) { (-weight, rarity, form) }
  }

  /// What an unknown word may stand for if it is misspelt.
  ///
  /// Words with the same first letter go before all others, which are looked at only if there are
  /// none.
  ///
  /// - Parameters:
  ///   - text: the word; short ones and those with digits are taken as they are.
  ///   - isLast: whether it may be unfinished.
  /// - Returns: the nearest words, and what the nearest is a synonym of.
  func typos(of text: [UInt16], isLast: Bool) -> [Alternative] {
    let digits: ClosedRange<UInt16> = 0x30...0x39
    guard text.count >= 4, !text.contains(where: digits.contains) else { return [] }
    var near = nearWords(text, isLast: isLast, isWide: false)
    if near.isEmpty { near = nearWords(text, isLast: isLast, isWide: true) }
    near.sort { $0.order < $1.order }
    var alternatives: [Alternative] = []
    for (place, word) in near.prefix(Self.mostTypos).enumerated() {
      if word.isTerm { alternatives.append(Alternative(weight: word.weight, forms: [word.form])) }
      guard place == 0 || !word.isTerm else { continue }
      let meant = word.isTerm ? terms.forms[word.form] : synonyms.words[word.form]
      let weight = word.weight * weights.synonym / 64
      alternatives += synonyms.of([meant], terms).map { Alternative(weight: weight, forms: $0) }
    }
    return alternatives
  }

  private func nearWords(_ text: [UInt16], isLast: Bool, isWide: Bool) -> [NearWord] {
    var near: [NearWord] = []
    search(terms.forms, for: text, isLast: isLast, isWide: isWide) { form, weight in
      near.append(NearWord(weight: weight, rarity: terms.rarities[form], form: form))
    }
    search(synonyms.words, for: text, isLast: isLast, isWide: isWide) { form, weight in
      near.append(NearWord(weight: weight, form: form))
    }
    return near
  }

  private func search(
    _ forms: FormList, for text: [UInt16], isLast: Bool, isWide: Bool, found: (Int, Int) -> Void
  ) {
    let range = isWide ? 0..<forms.count : forms.matching(prefix: [text[0]])
    var walk = TypoWalk(text, takesPrefixes: isLast)
    walk.search(forms, range) { form, whole, prefix in
      let best = max(
        whole.map { [weights.exact, weights.typo, weights.secondTypo][$0] } ?? 0,
        prefix.map { typoPrefix($0) } ?? 0)
      let isSameLetter = forms.units(form).first == text[0]
      found(form, isSameLetter ? best : best * weights.typoLetter / 64)
    }
  }

  private func typoPrefix(_ distance: Int) -> Int {
    distance == 0
      ? weights.prefix
      : (distance == 1 ? weights.typo : weights.secondTypo) * weights.typoPrefix / 64
  }
}
