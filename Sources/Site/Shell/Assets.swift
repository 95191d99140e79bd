// The theme's files in the site, named by their content.

internal import Handbook

/// Style sheets, scripts and copied files under their published names.
struct Assets: Sendable {
  /// The published paths of what one kind of page has beside all others.
  struct Kind: Sendable {
    let styles: String?
    let script: String?
  }

  let styles: String
  let earlyScript: String
  /// By language, as it has the interface's words.
  let siteScripts: [String: String]
  let laterScript: String?
  let kinds: [String: Kind]
  /// What pages with cards have beside all others.
  let cards: Kind
  /// Published paths of copied files by base name.
  let named: [String: String]
  let files: [OutputFile]

  /// `typeSizes` are the sizes that cards are set in, in quarter points.
  init(theme: Theme, configuration: Configuration, typeSizes: Set<Int>) {
    var files: [OutputFile] = []
    func add(_ name: String, _ suffix: String, _ bytes: [UInt8]) -> String {
      let file = Self.file(name, suffix, bytes)
      files.append(file)
      return file.path
    }
    var fonts: [UInt8] = []
    if !typeSizes.isEmpty {
      for font in theme.fonts {
        fonts += Self.face(font.name, at: add(font.name, "ttf", font.bytes))
      }
    }
    styles = add(
      "site", "css",
      theme.styles + Palette.style(of: configuration.brand))
    let cardStyles =
      fonts + theme.cards.styles + Self.colors(of: configuration.cardCategories)
      + Self.sizes(typeSizes.sorted())
    cards = Kind(
      styles: cardStyles.isEmpty ? nil : add("cards", "css", cardStyles),
      script: theme.cards.script.isEmpty ? nil : add("cards", "js", theme.cards.script))
    earlyScript = add("early", "js", theme.earlyScript)
    let words = ScriptWords(
      [theme.siteScript, theme.laterScript, theme.cards.script] + theme.kinds.values.map(\.script))
    var siteScripts: [String: String] = [:]
    for language in Set([configuration.language] + configuration.languages.map(\.language)).sorted()
    {
      let script = Self.table(theme.strings(in: language), words) + theme.siteScript
      siteScripts[language] = add("site", "js", script)
    }
    self.siteScripts = siteScripts
    laterScript = theme.laterScript.isEmpty ? nil : add("later", "js", theme.laterScript)
    var kinds: [String: Kind] = [:]
    for (kind, assets) in theme.kinds.sorted(by: { $0.key < $1.key }) {
      kinds[kind] = Kind(
        styles: assets.styles.isEmpty ? nil : add(kind, "css", assets.styles),
        script: assets.script.isEmpty ? nil : add(kind, "js", assets.script))
    }
    self.kinds = kinds
    var named: [String: String] = [:]
    for file in theme.files {
      let suffix = file.path.split(separator: ".").last.map(String.init) ?? "bin"
      named[file.name] = add(file.name, suffix, file.bytes)
    }
    self.named = named
    self.files = files
  }

  /// A file that is named by what is in it.
  static func file(_ name: String, _ suffix: String, _ bytes: [UInt8]) -> OutputFile {
    OutputFile("assets/\(name).\(ContentHash(bytes).short).\(suffix)", bytes)
  }

  /// The rule that lets pages use a font: `NotoSans-Bold` is the bold of `NotoSans`.
  private static func face(_ name: String, at path: String) -> [UInt8] {
    let parts = name.split(separator: "-")
    let weight = parts.count > 1 && parts[1] == "Bold" ? 700 : 400
    let file = path.split(separator: "/").last ?? ""
    return Array(
      "@font-face { font-family: \(parts.first ?? ""); font-weight: \(weight); src: url(\(file)) }\n"
        .utf8)
  }

  /// Type sizes of cards: `fs-50` is 50 quarter points for a body, `ts-50` for a title.
  private static func sizes(_ quarters: [Int]) -> [UInt8] {
    let rules = quarters.map {
      ".fs-\($0), .body .face .ts-\($0) { font-size: \(Double($0) / 4)pt; }\n"
    }
    return Array(rules.joined().utf8)
  }

  /// The colours of card categories: a page may hold no style of its own.
  private static func colors(of categories: [CardCategory]) -> [UInt8] {
    let rules = categories.compactMap { category in
      category.color.map { ".category-\(Slug.base(category.name)) { --hue: \($0); }\n" }
    }
    return Array(rules.joined().utf8)
  }

  /// The interface's words for scripts.
  private static func table(_ strings: Strings, _ used: ScriptWords) -> [UInt8] {
    let words = strings.table.filter { used.hold($0.key) }.sorted { $0.key < $1.key }
      .map { ($0.key, JSON.string($0.value)) }
    return Array("window.deskbookStrings = \(JSON.object(words).text);\n".utf8)
  }
}
