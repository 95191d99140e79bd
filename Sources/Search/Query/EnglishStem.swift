// What the inflections of an English word share.

/// Cuts the endings that English inflects with: plurals, *-ed*, *-ing*, *-er* and *-ly*.
///
/// Less than a stemmer on purpose: `charge`, `charges` and `charging` are one, `policy` and `police`
/// are not.
///
/// - Source: the first steps of Porter, *An algorithm for suffix stripping*, 1980, without the
///   later ones. `Themes/default/js/search-index.js` does the same.
struct EnglishStem {
  private static let vowels = Set("aeiouy".utf16)
  private static let undoubled = Set("aeioulsz".utf16)
  private var root: [UInt16]

  /// The stem of a folded word; one with other signs than a to z is its own stem.
  static func of(_ word: [UInt16]) -> [UInt16] {
    guard word.count >= 3, word.allSatisfy({ 0x61...0x7A ~= $0 }) else { return word }
    var stem = EnglishStem(root: word)
    stem.cutPlural()
    stem.cutEnding()
    if stem.root.count > 5, stem.ends("ll") { stem.root.removeLast() }
    if stem.root.count > 4, stem.ends("e") { stem.root.removeLast() }
    if stem.ends("y") { stem.root[stem.root.count - 1] = 0x69 }
    return stem.root
  }

  private init(root: [UInt16]) { self.root = root }

  private func ends(_ ending: String) -> Bool {
    root.reversed().starts(with: ending.utf16.reversed())
  }

  private mutating func cutPlural() {
    if root.count > 4, ends("ies") {
      root.removeLast(3)
      root.append(0x79)
    } else if ["ses", "xes", "zes"].contains(where: ends) && root.count > 3
      || ["ches", "shes"].contains(where: ends) && root.count > 4
    {
      root.removeLast(2)
    } else if root.count > 3, ends("s"), !ends("ss"), !ends("us") {
      root.removeLast()
    }
  }

  private mutating func cutEnding() {
    guard let ending = ["ed", "ing", "er", "ly"].first(where: ends) else { return }
    var rest = root.dropLast(ending.utf16.count)
    guard rest.contains(where: Self.vowels.contains), let last = rest.last else { return }
    let isDoubled = rest.count > 3 && rest.dropLast().last == last && !Self.undoubled.contains(last)
    if isDoubled { rest.removeLast() }
    guard rest.count >= (ending == "ed" || ending == "ing" ? 3 : 4) else { return }
    root = Array(rest)
    if !isDoubled, isShort { root.append(0x65) }
  }

  /// Whether it is a consonant, a vowel and a consonant, as where an *e* was lost: `not(ed)`.
  private var isShort: Bool {
    root.count == 3 && !Self.vowels.contains(root[0]) && Self.vowels.contains(root[1])
      && !Self.vowels.contains(root[2]) && !ends("w") && !ends("x")
  }
}

extension TermTable {
  func stem(_ word: [UInt16]) -> [UInt16] { isEnglish ? EnglishStem.of(word) : word }

  /// The known forms of a word: itself, then its inflections, the most frequent first.
  func family(_ word: [UInt16]) -> [Int] {
    let own = forms.find(word).map { [$0] } ?? []
    guard isEnglish else { return own }
    let root = stem(word)
    let isCut = root.last == 0x65 || root.last == 0x69
    let others = forms.matching(prefix: isCut ? root.dropLast() : root)
      .filter { $0 != own.first && stem(forms[$0]) == root }
    return own + others.sorted { (rarities[$0], $0) < (rarities[$1], $1) }
  }
}
