// What YAML may not do to us: cheap scans before the parser sees the text.

enum YAMLLimits {
  /// UTF-8 bytes of a page's front matter.
  static let frontMatterBytes = 16_384
  /// UTF-8 bytes of `handbook.yml` and `sources.yml`.
  static let fileBytes = 1_048_576
  /// Levels of brackets, and of lists begun on one line; the parser recurses once a level.
  static let depth = 64
  /// Marks that may be anchors or aliases; a few cannot expand to much before they are refused.
  static let aliases = 8

  static func refusal(of range: Range<Int>, in file: SourceFile) -> Diagnostic? {
    var brackets = 0
    var dashes = 0
    var aliases = 0
    var atValue = true
    for offset in range {
      switch file.bytes[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
        atValue = true
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case 0x0A:
        dashes = 0
        atValue = true
      case UInt8(ascii: "-") where atValue: dashes += 1
      case UInt8(ascii: "&"), UInt8(ascii: "*"):
        if atValue { aliases += 1 }
        atValue = false
      case UInt8(ascii: " "), UInt8(ascii: "?"): continue
      case UInt8(ascii: ":"), UInt8(ascii: ","): atValue = true
      default: atValue = false
      }
      if aliases > Self.aliases {
        return Diagnostic(
          YAMLRules.alias, at: file.path, offset..<offset + 1,
          "YAML anchors and aliases (& and *) are not read", help: "write the values out")
      }
      if brackets > depth || dashes > depth {
        return Diagnostic(
          YAMLRules.syntax, at: file.path, offset..<offset + 1,
          "this YAML is nested more than \(depth) levels deep",
          help: "flatten it: Deskbook's own keys need three levels")
      }
    }
    return nil
  }
}

/// Rules of YAML itself, in front matter and in configuration files.
package enum YAMLRules {
  package static let syntax = Rule(
    "yaml-syntax", .error, "Front matter or configuration is not valid YAML.",
    explanation: """
      The block between the two `---` lines of a page, `handbook.yml` and `sources.yml` are YAML: \
      one `key: value` a line, lists with `- `. The usual cause is a colon, a `#` or a quotation \
      mark inside a value: put the whole value in double quotes. Tabs may not be used to indent.
      """,
    bad: "---\ntitle: Fees: what to say\n---\n", good: "---\ntitle: \"Fees: what to say\"\n---\n")
  package static let alias = Rule(
    "yaml-alias", .error, "YAML anchors and aliases are refused.",
    explanation: """
      `&name` and `*name` let YAML repeat a value by reference. Deskbook refuses them: they make \
      files hard to read, and a few lines can expand to gigabytes. Write the value out.
      """,
    bad: "---\ntags: &t [fees]\nsynonyms: *t\n---\n",
    good: "---\ntags: [fees]\nsynonyms: [fees]\n---\n")
  package static let duplicateKey = Rule(
    "duplicate-key", .error, "A key stands twice in the same block of YAML.",
    explanation: "Only one of the two values could count, and nobody can tell which. Keep one.",
    bad: "---\ntitle: Fees\ntitle: Charges\n---\n", good: "---\ntitle: Fees\n---\n")
}

extension YAMLLimits {
  /// The finding for a configuration file past the limit.
  static func tooLong(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      YAMLRules.syntax, at: file.path, 0..<0, "this file is longer than \(fileBytes) bytes",
      help: "handbook.yml and sources.yml are lists of settings; keep text in pages")
  }
}
