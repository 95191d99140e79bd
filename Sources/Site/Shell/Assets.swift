// The theme's files in the site, named by their content.

internal import Handbook

/// Style sheets, scripts and copied files under their published names.
struct Assets: Sendable {
  /// The published paths of what one kind of page has beside all others.
  struct Kind: Sendable {
    let styles: String?
    /// By language, as they have the interface's words.
    let scripts: [String: String]
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
      // A script without words is the same in every language.
      if !files.contains(where: { $0.path == file.path }) { files.append(file) }
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
    earlyScript = add("early", "js", theme.earlyScript)
    let languages = Set([configuration.language] + configuration.languages.map(\.language)).sorted()
    let shared = ScriptWords([theme.siteScript, theme.laterScript])
    func add(
      _ name: String, _ script: [UInt8], words isUsed: (String) -> Bool
    ) -> [String: String] {
      var paths: [String: String] = [:]
      for language in languages where !script.isEmpty {
        paths[language] = add(
          name, "js", Self.table(theme.strings(in: language), where: isUsed) + script)
      }
      return paths
    }
    // What the script of every page asks for is there already.
    func addOwn(_ name: String, _ script: [UInt8]) -> [String: String] {
      let own = ScriptWords([script])
      return add(name, script) { own.hold($0) && !shared.hold($0) }
    }
    siteScripts = add("site", theme.siteScript, words: shared.hold)
    cards = Kind(
      styles: cardStyles.isEmpty ? nil : add("cards", "css", cardStyles),
      scripts: addOwn("cards", theme.cards.script))
    laterScript = theme.laterScript.isEmpty ? nil : add("later", "js", theme.laterScript)
    var kinds: [String: Kind] = [:]
    for (kind, assets) in theme.kinds.sorted(by: { $0.key < $1.key }) {
      kinds[kind] = Kind(
        styles: assets.styles.isEmpty ? nil : add(kind, "css", assets.styles),
        scripts: addOwn(kind, assets.script))
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

  /// The interface's words that a script asks for, in front of it; nothing where there are none.
  private static func table(_ strings: Strings, where isUsed: (String) -> Bool) -> [UInt8] {
    let words = strings.table.filter { isUsed($0.key) }.sorted { $0.key < $1.key }
      .map { ($0.key, JSON.string($0.value)) }
    if words.isEmpty { return [] }
    return Array(
      "window.deskbookStrings = Object.assign(window.deskbookStrings || {}, \(JSON.object(words).text));\n"
        .utf8)
  }
}
