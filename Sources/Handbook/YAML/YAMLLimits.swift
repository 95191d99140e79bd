// Limits on YAML, kept by a cheap scan before the parser sees the text.

enum YAMLLimits {
  /// Levels of brackets, and of blocks begun on one line.
  static let depth = Limits.yamlDepth
  /// Spaces before a line: each may be a level.
  static let indent = 4 * depth
  /// How many signs that may begin an anchor or alias the parser is given; so few cannot expand to
  /// much before the walk over its nodes refuses them.
  static let aliases = 8

  static func refusal(of range: Range<Int>, in file: SourceFile) -> Diagnostic? {
    var scan = YAMLScan()
    for offset in range {
      let next = offset + 1 < range.upperBound ? file.bytes[offset + 1] : 0x0A
      scan.take(file.bytes[offset], before: next)
      if scan.aliases > aliases {
        return YAMLPlaces(file: file, range: range).alias(at: offset)
      }
      if scan.brackets > depth || scan.blocks > depth || scan.indent > indent {
        return Diagnostic(
          YAMLRules.syntax, at: file.path, offset..<offset + 1, "this YAML is nested too deep",
          help: "flatten it: Deskbook's own keys need three levels")
      }
    }
    return nil
  }
}

/// Counts what nests and what repeats, without telling text from syntax: too much is refused.
private struct YAMLScan {
  private(set) var brackets = 0
  /// Lists and keys begun on this line.
  private(set) var blocks = 0
  private(set) var indent = 0
  private(set) var aliases = 0
  private var atValue = true
  private var atLineStart = true

  mutating func take(_ byte: UInt8, before next: UInt8) {
    if atLineStart, byte == 0x20 {
      indent += 1
      return
    }
    atLineStart = false
    switch byte {
    case 0x0A, 0x0D:
      blocks = 0
      indent = 0
      (atValue, atLineStart) = (true, true)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      brackets += 1
      atValue = true
    case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
    case UInt8(ascii: "-"), UInt8(ascii: "?"):
      let isBlock = atValue && (next == 0x20 || next == 0x09 || next == 0x0A || next == 0x0D)
      if isBlock { blocks += 1 }
      atValue = isBlock
    case UInt8(ascii: "&"), UInt8(ascii: "*"):
      if atValue { aliases += 1 }
      atValue = false
    case 0x20, 0x09: return
    case UInt8(ascii: ":"), UInt8(ascii: ","): atValue = true
    default: atValue = false
    }
  }
}

/// Rules of YAML itself, in front matter and in configuration files.
package enum YAMLRules {
  package static let syntax = Rule(
    "yaml-syntax", .error, "The keys at the top of a page, or the settings, cannot be read.",
    explanation: """
      The block between the two `---` lines at the top of a page (its front matter), \
      `handbook.yml` and `sources.yml` are lists of keys with values, in a form called YAML: one `key: value` a line, lists with `- `. The usual cause is a colon, a `#` or a quotation \
      mark inside a value: put the whole value in double quotes. Tabs may not be used to indent.
      """,
    bad: "---\ntitle: Fees: what to say\n---\n", good: "---\ntitle: \"Fees: what to say\"\n---\n")
  package static let alias = Rule(
    "yaml-alias", .error, "A value begins with `&` or `*`, which stand for another value.",
    explanation: """
      In YAML, the form that settings are written in, `&name` and `*name` repeat a value. Deskbook refuses them: they make \
      files hard to read, and a few lines can expand to gigabytes. Write the value out.
      """,
    bad: "---\ntags: &t [fees]\nsynonyms: *t\n---\n",
    good: "---\ntags: [fees]\nsynonyms: [fees]\n---\n")
  package static let duplicateKey = Rule(
    "duplicate-key", .error, "A key stands twice in the same block.",
    explanation: "Only one of the two values could count, and nobody can tell which. Keep one.",
    bad: "---\ntitle: Fees\ntitle: Charges\n---\n", good: "---\ntitle: Fees\n---\n")

  /// All of them: where one is broken nothing is read.
  static let all = [syntax, alias, duplicateKey]
}

extension YAMLLimits {
  /// The finding for a configuration file past the limit.
  static func tooLong(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      YAMLRules.syntax, at: file.path, 0..<0,
      "this file is longer than \(Limits.settingsBytes) bytes",
      help: "handbook.yml and sources.yml are lists of settings; keep text in pages")
  }
}
