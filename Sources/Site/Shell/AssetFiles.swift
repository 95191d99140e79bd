// Published files of a theme, each once, under a name that changes with what is in it.

internal import Handbook
internal import Text

/// Collects the files that pages load.
struct AssetFiles {
  private(set) var files: [OutputFile] = []
  /// The words that the script of every page has.
  private let shared: ScriptWords

  init(_ theme: Theme) { shared = ScriptWords([theme.siteScript, theme.laterScript]) }

  /// A file that is named by what is in it.
  static func file(_ name: String, _ suffix: String, _ bytes: [UInt8]) -> OutputFile {
    OutputFile("assets/\(name).\(ContentHash(bytes).short).\(suffix)", bytes)
  }

  /// Takes a file unless it is here: a script without words is the same in every language.
  mutating func add(_ file: OutputFile) {
    if !files.contains(where: { $0.path == file.path }) { files.append(file) }
  }

  /// Takes a file; gives its path.
  mutating func add(_ name: String, _ suffix: String, _ bytes: [UInt8]) -> String {
    let file = Self.file(name, suffix, bytes)
    add(file)
    return file.path
  }

  /// Takes the script of every page, with the words that it asks for; nil where there is none.
  mutating func add(siteScript script: [UInt8], _ strings: Strings) -> String? {
    script.isEmpty ? nil : add("site", "js", Self.table(strings, where: shared.hold) + script)
  }

  /// Takes the script that pages load by themselves, with the names of the scripts that it may load
  /// in its turn from beside it; nil where there is none.
  mutating func add(
    laterScript script: [UInt8], _ copies: [(name: String, file: OutputFile)]
  ) -> String? {
    if script.isEmpty { return nil }
    let names = copies.filter { $0.file.path.ends(with: ".js") }.map { name, file in
      (name, JSON.string(String(decoding: file.path.utf8.lastPart, as: UTF8.self)))
    }
    return add(
      "later", "js", Array("window.deskbookFiles = \(JSON.object(names).text);\n".utf8) + script)
  }

  /// Takes what only pages of one kind need.
  mutating func add(_ name: String, _ assets: KindAssets, _ strings: Strings) -> Assets.Kind {
    let own = ScriptWords([assets.script])
    // What the script of every page asks for is there already.
    let words = Self.table(strings) { own.hold($0) && !shared.hold($0) }
    return Assets.Kind(
      styles: assets.styles.isEmpty ? nil : add(name, "css", assets.styles),
      script: assets.script.isEmpty ? nil : add(name, "js", words + assets.script))
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
