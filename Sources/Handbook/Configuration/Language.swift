// What a language's code says about its writing.

package enum Language {
  /// Whether a language is written from right to left, by its BCP 47 code.
  ///
  /// - Source: Unicode CLDR, `characterOrder`.
  package static func isRightToLeft(_ code: String) -> Bool {
    let primary = code.lowercased().split(separator: "-").first.map(String.init) ?? ""
    return ["ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"].contains(primary)
  }
}
