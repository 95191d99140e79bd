// The word that an unknown one is a form of.

extension ShardFiles {
  /// An ending, and what may stand in its place.
  private typealias Ending = (ending: [UInt16], others: [[UInt16]])

  private static let endings: [Ending] = [
    ("s", [""]), ("es", [""]), ("d", [""]), ("ment", [""]), ("ness", [""]), ("ed", ["", "e"]),
    ("ing", ["", "e"]), ("er", ["", "e"]), ("ers", ["", "e"]), ("ly", ["", "e"]),
    ("al", ["", "e"]),
    ("ies", ["y"]), ("ied", ["y"]), ("ation", ["e", ""]), ("ion", ["e", ""]),
  ].map { ending, others in (Array(ending.utf16), others.map { Array($0.utf16) }) }

  /// The group of the word that an English one is a form of, if the handbook holds that.
  ///
  /// The dictionary has whole words, and whoever asks for `hearing` means what stands under `hear`.
  ///
  /// - Source: ours; as good as Porter's second stemmer where it was measured, and smaller.
  func inflected(_ text: [UInt16]) -> Int? {
    guard root.isEnglish else { return nil }
    for (ending, others) in Self.endings where text.ends(with: ending) {
      let stem = Array(text.dropLast(ending.count))
      guard stem.count >= 3, let last = stem.last else { continue }
      var bases = others.map { stem + $0 }
      // Doubled before the ending: `stopped`.
      if stem.count > 3, stem[stem.count - 2] == last { bases.append(stem.dropLast()) }
      for base in bases {
        if let group = find(base) { return group }
      }
    }
    return nil
  }
}

extension [UInt16] {
  fileprivate func ends(with ending: [UInt16]) -> Bool {
    suffix(ending.count).elementsEqual(ending)
  }
}
