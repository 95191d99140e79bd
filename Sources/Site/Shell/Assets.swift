// The theme's files in the site, named by their content.

internal import Handbook
internal import Text

/// Style sheets, scripts and copied files under their published names.
struct Assets: Sendable {
  /// What one kind of page has beside all others.
  struct Kind: Sendable {
    let styles: String?
    let script: String?
  }

  /// Where pages of one language find what they load.
  struct Paths: Sendable {
    let styles: String
    let earlyScript: String
    let siteScript: String?
    let laterScript: String?
    let kinds: [String: Kind]
    /// What pages with cards have.
    let cards: Kind
  }

  /// Those of the handbook's language; scripts have the interface's words in them.
  private let own: Paths
  private let others: [String: Paths]
  /// Published paths of copied files by base name.
  let named: [String: String]
  let files: [OutputFile]

  /// `typeSizes` are the sizes that cards are set in, in quarter points.
  init(theme: Theme, configuration: Configuration, typeSizes: Set<Int>) {
    var shelf = AssetFiles(theme)
    let styles = theme.styles + Palette.style(of: configuration.brand)
    let cards = KindAssets(
      styles: (typeSizes.isEmpty ? [] : Self.faces(of: theme, &shelf)) + theme.cards.styles
        + Self.colors(of: configuration.cards.categories) + Self.sizes(typeSizes.sorted()),
      script: theme.cards.script)
    func paths(in language: String) -> Paths {
      Self.paths(theme, in: language, styles: styles, cards: cards, &shelf)
    }
    own = paths(in: configuration.language)
    var others: [String: Paths] = [:]
    for language in configuration.languages.map(\.language) {
      others[language] = paths(in: language)
    }
    self.others = others
    let copies = theme.files.map { name, file in
      (name, Self.branded(name, file, configuration.brand))
    }
    for (_, file) in copies { shelf.add(file) }
    named = Dictionary(copies.map { ($0.0, $0.1.path) }) { $1 }
    files = shelf.files
  }

  /// The icon of the browser's tab in the brand's colour; any other file as it is.
  private static func branded(_ name: String, _ file: OutputFile, _ brand: Brand) -> OutputFile {
    guard name == "favicon", file.path.hasSuffix(".svg"), case .bytes(let drawing) = file.content
    else { return file }
    return AssetFiles.file(name, "svg", Palette.recoloured(drawing, for: brand))
  }

  /// What pages in a language load.
  func paths(in language: String) -> Paths { others[language] ?? own }

  private static func paths(
    _ theme: Theme, in language: String, styles: [UInt8], cards: KindAssets,
    _ shelf: inout AssetFiles
  ) -> Paths {
    let strings = theme.words(in: language).strings
    var kinds: [String: Kind] = [:]
    for (name, assets) in theme.kinds.sorted(by: { $0.key < $1.key }) {
      kinds[name] = shelf.add(name, assets, strings)
    }
    return Paths(
      styles: shelf.add("site", "css", styles),
      earlyScript: shelf.add("early", "js", theme.earlyScript),
      siteScript: shelf.add(siteScript: theme.siteScript, strings),
      laterScript: shelf.add(laterScript: theme.laterScript, theme.files),
      kinds: kinds, cards: shelf.add("cards", cards, strings))
  }

  /// The letters of the files in `fonts/latin`, which fonttools makes: `pyftsubset
  /// NotoSans-Bold.ttf --layout-features='*' --flavor=woff2 --unicodes=` and these without the
  /// control characters.
  private static let latin = "U+20-17F, U+218-21B, U+2010-2027, U+2030-203A, U+20AC, U+2122"
  /// All else that Noto Sans has: without it a browser would load the whole font to look for a tick.
  private static let otherLetters = """
    U+180-218F, U+25CC, U+2C60-2C7F, U+2DE0-2E5F, U+A640-A7FF, U+A92E, U+AB30-AB6F, U+FB00-FB06, \
    U+FE00-FE2F, U+FEFF, U+FFFC-FFFD
    """

  /// The rules that let pages use fonts; of those with a part for Latin letters, where others are
  /// not needed, that part alone is loaded.
  private static func faces(of theme: Theme, _ shelf: inout AssetFiles) -> [UInt8] {
    let faces = theme.fonts.flatMap { font -> [String] in
      let whole = shelf.add(font.name, "ttf", font.bytes)
      guard let part = theme.latinFonts.first(where: { $0.name == font.name }) else {
        return [face(font.name, at: whole, for: nil)]
      }
      let latinPart = shelf.add(font.name + "-latin", "woff2", part.bytes)
      return [
        face(font.name, at: whole, for: otherLetters), face(font.name, at: latinPart, for: latin),
      ]
    }
    return Array(faces.joined().utf8)
  }

  /// The rule that lets pages use a font: `NotoSans-Bold` is the bold of `NotoSans`.
  private static func face(_ name: String, at path: String, for letters: String?) -> String {
    let parts = name.split(separator: "-")
    let weight = parts.count > 1 && parts[1] == "Bold" ? 700 : 400
    let file = Substring(path.utf8.lastPart)
    let range = letters.map { "; unicode-range: \($0)" } ?? ""
    return "@font-face { font-family: \(parts.first ?? ""); font-weight: \(weight); "
      + "src: url(\(file))\(range) }\n"
  }

  /// Type sizes of cards: `fs-50` is 50 quarter points for a body, `ts-50` for a title.
  private static func sizes(_ quarters: [Int]) -> [UInt8] {
    let rules = quarters.map {
      ".fs-\($0), .body .face .ts-\($0) { font-size: \(Double($0) / 4)pt; }\n"
    }
    return Array(rules.joined().utf8)
  }

  /// The colours of card categories, as rules: the Content-Security-Policy allows no styles in
  /// pages.
  private static func colors(of categories: [CardCategory]) -> [UInt8] {
    let rules = categories.compactMap { category in
      category.color.map { ".category-\(Slug.base(category.name)) { --hue: \($0); }\n" }
    }
    return Array(rules.joined().utf8)
  }
}
