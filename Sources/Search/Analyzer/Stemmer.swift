// The stem that the inflections of a word share.

internal import CStemmer

/// A Snowball stemmer of one language; for the languages that Snowball does not know, each word is
/// its own stem.
///
/// Used only while an index is made: the groups of words with one stem are stored in it.
///
/// - Source: the Snowball project, <https://snowballstem.org>; English is *Porter 2*.
@safe final class Stemmer {
  private let stemmer: OpaquePointer?

  /// - Parameter language: BCP 47, of which the first subtag counts.
  init(language: String) {
    let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
    unsafe stemmer = Self.algorithms[primary].flatMap { unsafe sb_stemmer_new($0, "UTF_8") }
  }

  deinit {
    if let stemmer = unsafe stemmer { unsafe sb_stemmer_delete(stemmer) }
  }

  /// The languages whose folded words Snowball stems well enough without their accents.
  private static let algorithms = [
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch",
    "nn": "norwegian", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
  ]

  /// The stem of a folded word, UTF-8.
  func stem(_ word: ArraySlice<UInt8>) -> [UInt8] {
    guard let stemmer = unsafe stemmer else { return Array(word) }
    return unsafe word.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let stem = unsafe sb_stemmer_stem(stemmer, base, Int32(buffer.count))
      else { return Array(word) }
      let length = Int(unsafe sb_stemmer_length(stemmer))
      return unsafe Array(UnsafeBufferPointer(start: stem, count: length))
    }
  }
}
