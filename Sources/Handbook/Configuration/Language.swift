// What a language's code says about its writing.

package enum Language {
  /// Whether a language is written from right to left, by its BCP 47 code.
  ///
  /// - Source: Unicode CLDR, `characterOrder`.
  package static func isRightToLeft(_ code: String) -> Bool {
    let primary = code.lowercased().split(separator: "-").first.map(String.init) ?? ""
    return ["ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"].contains(primary)
  }

  /// A language's name in the language itself; its code where that is not known here.
  package static func name(of code: String) -> String {
    let primary = code.lowercased().split(separator: "-").first.map(String.init) ?? ""
    return names[primary] ?? code
  }

  /// The code of a language by its own name, or by its English one.
  static func code(named name: String) -> String? {
    let word = name.lowercased().prefix { $0.isLetter }
    return
      (names.first { $0.value.lowercased() == word } ?? englishNames.first { $0.value == word })?
      .key
  }

  private static let englishNames = [
    "de": "german", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch",
    "pl": "polish", "pt": "portuguese", "ru": "russian", "zh": "chinese", "ar": "arabic",
    "ja": "japanese", "ko": "korean", "vi": "vietnamese", "tl": "filipino",
  ]

  /// - Source: Unicode CLDR, the languages' own names, capitalized as in a list.
  private static let names = [
    "am": "አማርኛ", "ar": "العربية", "bg": "Български", "bn": "বাংলা", "bs": "Bosanski",
    "ca": "Català", "cs": "Čeština", "cy": "Cymraeg", "da": "Dansk", "de": "Deutsch",
    "el": "Ελληνικά", "en": "English", "es": "Español", "et": "Eesti", "eu": "Euskara",
    "fa": "فارسی", "fi": "Suomi", "fil": "Filipino", "fr": "Français", "ga": "Gaeilge",
    "gl": "Galego", "gu": "ગુજરાતી", "he": "עברית", "hi": "हिन्दी", "hr": "Hrvatski",
    "ht": "Kreyòl ayisyen", "hu": "Magyar", "id": "Indonesia", "is": "Íslenska",
    "it": "Italiano", "ja": "日本語", "km": "ខ្មែរ", "ko": "한국어", "lt": "Lietuvių",
    "lv": "Latviešu", "ms": "Melayu", "ne": "नेपाली", "nl": "Nederlands", "no": "Norsk",
    "pa": "ਪੰਜਾਬੀ", "pl": "Polski", "ps": "پښتو", "pt": "Português", "ro": "Română",
    "ru": "Русский", "sk": "Slovenčina", "sl": "Slovenščina", "so": "Soomaali",
    "sq": "Shqip", "sr": "Српски", "sv": "Svenska", "sw": "Kiswahili", "ta": "தமிழ்",
    "th": "ไทย", "tl": "Tagalog", "tr": "Türkçe", "uk": "Українська", "ur": "اردو",
    "vi": "Tiếng Việt", "zh": "中文",
  ]
}
