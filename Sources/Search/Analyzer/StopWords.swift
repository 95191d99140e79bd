// Words too common to tell one page from another.

/// The function words of a language that are not indexed.
///
/// Short on purpose: `no`, `not`, `what` and `how` carry meaning at a front desk.
struct StopWords: Sendable {
  /// In the order of the index file.
  let words: [String]
  /// The words as numbers, 0 where there is none: an open hash table, at most a quarter in use.
  private var slots: [UInt64]
  /// UTF-8 bytes of the longest one.
  private let longest: Int

  init(words: [String]) {
    self.words = words
    longest = words.map(\.utf8.count).max() ?? 0
    var size = 16
    while size < words.count * 4 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    for word in words {
      guard let key = Self.pack([UInt8](word.utf8), 0..<word.utf8.count) else { continue }
      slots[slot(of: key)] = key
    }
  }

  /// - Parameter language: BCP 47; a language without a list has no stop words.
  init(language: String) {
    let primary = Self.primary(language)
    self.init(words: primary == "en" ? Self.english : Self.words(StopWordLists.stop[primary]))
  }

  /// The language without its region and script.
  private static func primary(_ language: String) -> String {
    language.split(separator: "-").first.map { $0.lowercased() } ?? ""
  }

  private static func words(_ list: String?) -> [String] {
    list.map { $0.split(separator: " ").map(String.init) } ?? []
  }

  private static let english = [
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "has", "have", "in",
    "is", "it", "its", "of", "on", "or", "that", "the", "their", "there", "these", "this",
    "those", "to", "was", "were", "will", "with",
  ]

  /// Pronouns and auxiliaries, and what they are drawn together to: they are searched for, but say
  /// little however rare they are.
  ///
  /// `can’t`, `won’t` and `didn’t` are none: what callers could not have is what they call about.
  ///
  /// - Parameter language: BCP 47.
  /// - Returns: folded words; none for a language without a list.
  static func weak(language: String) -> [String] {
    let primary = primary(language)
    return primary == "en" ? weakEnglish : words(StopWordLists.weak[primary])
  }

  private static let weakEnglish = [
    "am", "but", "can", "could", "did", "do", "does", "had", "he", "her", "him", "his", "i", "if",
    "may", "me", "might", "must", "my", "our", "shall", "she", "should", "so", "some", "someone",
    "than", "them", "then", "they", "us", "we", "would", "you", "your", "im", "ive", "youre",
    "theyre", "hes", "shes", "wasnt", "werent", "isnt", "arent", "dont", "doesnt", "hasnt",
    "havent", "hadnt", "ill", "youll", "well", "theyll", "itll", "weve", "theyve", "id", "youd",
    "hed", "shed", "wed", "theyd", "thats", "whats", "whos", "heres", "theres", "lets",
  ]

  func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= longest, let key = Self.pack(bytes, range) else { return false }
    return slots[slot(of: key)] == key
  }

  /// The place of a key, or the free one that it would take.
  private func slot(of key: UInt64) -> Int {
    // Multiplying by the golden ratio spreads keys over the upper bits.
    let mixed = (key &* 0x9E37_79B9_7F4A_7C15) >> 32
    var slot = Int(truncatingIfNeeded: mixed) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// Up to eight bytes as one number, so that asking costs no allocation; nothing for no byte.
  private static func pack(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64? {
    guard range.count <= 8 else { return nil }
    var key: UInt64 = 0
    for index in range { key = key << 8 | UInt64(bytes[index]) }
    return key == 0 ? nil : key
  }
}
