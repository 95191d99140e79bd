// A theme: templates, style sheets, scripts and words, read from a folder and checked at once.

internal import Handbook

/// Why a theme cannot be used.
package struct ThemeProblem: Error, Equatable {
  /// Below the theme's folder.
  package let path: String
  /// 1-based; 0 for the whole file.
  package let line: Int
  /// In bytes, 1-based; 0 for the whole line.
  package let column: Int
  package let message: String

  init(path: String, line: Int = 0, column: Int = 0, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }
}

/// What a theme says in one language.
struct ThemeWords: Sendable {
  let strings: Strings
  /// With these words in it.
  let template: CompiledTemplate
}

/// Style sheet and script of one kind of page, so that others need not carry them.
struct KindAssets: Sendable {
  let styles: [UInt8]
  let script: [UInt8]
}

/// A theme, ready to render pages.
package struct Theme: Sendable {
  /// In the handbook's language.
  private let own: ThemeWords
  /// In the languages of its folders, by their codes.
  private let others: [String: ThemeWords]
  let styles: [UInt8]
  let earlyScript: [UInt8]
  let siteScript: [UInt8]
  /// What pages load by themselves once they are shown; empty where a theme has none.
  let laterScript: [UInt8]
  /// What pages of one kind need beside what all have.
  let kinds: [String: KindAssets]
  /// What only pages with cards need.
  let cards: KindAssets
  /// The script that keeps the handbook for times without a network; empty where there is none.
  let worker: [UInt8]
  /// Copied files by base name, as they stand in the site.
  let files: [(name: String, file: OutputFile)]
  /// The fonts of cards by base name, sorted.
  let fonts: [(name: String, bytes: [UInt8])]
  /// The Latin letters of some of them as WOFF2, for pages, sorted.
  let latinFonts: [(name: String, bytes: [UInt8])]
  /// The files of the folder `fonts` that cards are set in, sorted.
  package let fontFiles: [String]

  /// Reads and checks a theme.
  ///
  /// - Parameters:
  ///   - files: every file of the theme's folder, by path below it.
  ///   - language: whose words to take; English where the theme has none for it.
  ///   - others: languages that some of the pages are written in.
  /// - Returns: the theme, its templates compiled.
  /// - Throws: ``ThemeProblem`` for a missing or broken file, and for templates that are not well
  ///   formed or name what nothing fills.
  package static func load(
    files: [String: [UInt8]], language: String, others: [String] = []
  ) throws(ThemeProblem) -> Theme {
    let reader = ThemeReader(files: files)
    let settings = try reader.yaml("theme.yml")
    let copies = try reader.copies(settings["files"])
    var words: [String: ThemeWords] = [:]
    for other in others { words[other] = try reader.words(in: other, copies) }
    return Theme(
      own: try reader.words(in: language, copies), others: words,
      styles: try reader.joined(settings["styles"], TrimmedSource.styles),
      earlyScript: try reader.joined(settings["scripts"]?["early"], TrimmedSource.script),
      siteScript: try reader.joined(settings["scripts"]?["site"], TrimmedSource.script),
      laterScript: try reader.joined(settings["scripts"]?["later"], TrimmedSource.script),
      kinds: try reader.kinds(settings["kinds"]), cards: try reader.assets(settings["cards"]),
      worker: try reader.worker(settings["worker"]), files: copies, fonts: reader.fonts,
      latinFonts: reader.latinFonts, fontFiles: reader.fontFiles)
  }
}

extension Theme {
  /// The words of the interface in the handbook's language.
  package var strings: Strings { own.strings }

  /// What the theme says on pages in a language.
  func words(in language: String) -> ThemeWords { others[language] ?? own }
}

/// Reads the parts of a theme out of its files.
private struct ThemeReader {
  let files: [String: [UInt8]]

  func bytes(_ path: String) throws(ThemeProblem) -> [UInt8] {
    guard let bytes = files[path] else {
      throw ThemeProblem(path: path, message: "there is no such file in the theme")
    }
    return bytes
  }

  func yaml(_ path: String) throws(ThemeProblem) -> YAML {
    let contentPath: ContentPath
    do { contentPath = try ContentPath(path) } catch {
      throw ThemeProblem(path: path, message: "this is not a path")
    }
    let file = SourceFile(path: contentPath, bytes: try bytes(path))
    let reading = YAML.read(0..<file.bytes.count, of: file)
    if reading.value == nil, let problem = reading.diagnostics.first {
      let line = file.lines.position(of: problem.range.lowerBound).line
      throw ThemeProblem(path: path, line: line, message: problem.message)
    }
    guard let value = reading.value, value.entries != nil else {
      throw ThemeProblem(path: path, line: 1, message: "this file should hold keys with values")
    }
    return value
  }

  func strings(_ language: String) throws(ThemeProblem) -> [String: String] {
    var table = try table("strings/en.yml")
    let primary = language.split(separator: "-").first.map(String.init) ?? language
    for name in [primary, language] where name != "en" && files["strings/\(name).yml"] != nil {
      table.merge(try self.table("strings/\(name).yml")) { $1 }
    }
    return table
  }

  private func table(_ path: String) throws(ThemeProblem) -> [String: String] {
    var table: [String: String] = [:]
    for entry in try yaml(path).entries ?? [] { table[entry.key] = entry.value.text ?? "" }
    return table
  }

  /// The files of a list as they are published, one after the other, each ended by a line break.
  func joined(
    _ list: YAML?, _ published: ([UInt8]) -> [UInt8]
  ) throws(ThemeProblem) -> [UInt8] {
    var result: [UInt8] = []
    for item in list?.items ?? [] {
      result += published(try bytes(item.text ?? ""))
      if result.last != 0x0A { result.append(0x0A) }
    }
    return result
  }

  func kinds(_ list: YAML?) throws(ThemeProblem) -> [String: KindAssets] {
    var result: [String: KindAssets] = [:]
    for entry in list?.entries ?? [] {
      result[entry.key] = try assets(entry.value)
    }
    return result
  }

  func assets(_ lists: YAML?) throws(ThemeProblem) -> KindAssets {
    KindAssets(
      styles: try joined(lists?["styles"], TrimmedSource.styles),
      script: try joined(lists?["scripts"], TrimmedSource.script))
  }

  func worker(_ path: YAML?) throws(ThemeProblem) -> [UInt8] {
    guard let path = path?.text else { return [] }
    return TrimmedSource.script(try bytes(path))
  }

  func copies(_ list: YAML?) throws(ThemeProblem) -> [(name: String, file: OutputFile)] {
    var result: [(name: String, file: OutputFile)] = []
    for item in list?.items ?? [] {
      let path = item.text ?? ""
      let name = Self.baseName(path)
      let suffix = path.split(separator: ".").last.map(String.init) ?? "bin"
      result.append((name, AssetFiles.file(name, suffix, try bytes(path))))
    }
    return result
  }

  /// Every TrueType file of the folder `fonts`.
  var fonts: [(name: String, bytes: [UInt8])] { files(in: "fonts/", endingIn: ".ttf") }

  /// Every WOFF2 file of the folder `fonts/latin`.
  var latinFonts: [(name: String, bytes: [UInt8])] {
    files(in: "fonts/latin/", endingIn: ".woff2")
  }

  private func files(in folder: String, endingIn suffix: String) -> [(name: String, bytes: [UInt8])]
  {
    files.filter { $0.key.hasPrefix(folder) && $0.key.hasSuffix(suffix) }
      .sorted { $0.key < $1.key }.map { (Self.baseName($0.key), $0.value) }
  }

  var fontFiles: [String] {
    files.keys.filter { $0.hasPrefix("fonts/") && $0.hasSuffix(".ttf") }
      .map { String($0.dropFirst("fonts/".count)) }.filter { !$0.contains("/") }.sorted()
  }

  static func baseName(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }

  /// The strings of a language, and the templates with these.
  func words(
    in language: String, _ copies: [(name: String, file: OutputFile)]
  ) throws(ThemeProblem) -> ThemeWords {
    let strings = try strings(language)
    let paths = Dictionary(copies.map { ($0.name, $0.file.path) }) { $1 }
    return ThemeWords(
      strings: Strings(strings),
      template: try TemplateCompiler.page(templates, strings: strings, paths: paths))
  }

  /// Every template by its name.
  private var templates: [String: TemplateSource] {
    var result: [String: TemplateSource] = [:]
    for (path, bytes) in files where path.hasPrefix("templates/") && path.hasSuffix(".mustache") {
      result[String(path.dropFirst(10).dropLast(9))] = TemplateSource(path: path, bytes: bytes)
    }
    return result
  }
}
