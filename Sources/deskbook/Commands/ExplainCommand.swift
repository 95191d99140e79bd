// `deskbook explain`.

internal import ArgumentParser
internal import Build
internal import Handbook

/// Says what a finding means and how to mend it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a finding, or list all rules.",
    discussion: """
      Examples:
        deskbook explain                list every rule
        deskbook explain link-target    what it means, a bad example, a good one
      """)

  @Argument(
    help: "The name in brackets at the end of a finding.",
    completion: .list(Rules.all.map(\.id)))
  var rule: String?

  @Flag(help: "List every rule with its level.")
  var list = false

  func run() throws {
    let console = Console()
    guard let name = rule, !list else {
      try console.write(Self.list(Rules.all), to: .output)
      return
    }
    guard let rule = Rules.named(name) else {
      try console.error(
        "there is no rule named \(name)",
        help: Suggestion.nearest(to: name, in: Rules.all.map(\.id)).map { "did you mean \($0)?" }
          ?? "deskbook explain lists every rule")
      throw ExitStatus.usage
    }
    try console.write(Self.text(rule), to: .output)
  }

  private static func list(_ rules: [Rule]) -> String {
    Table(rules.map { [$0.id, $0.severity.rawValue, $0.summary] }).text
  }

  private static func text(_ rule: Rule) -> String {
    """
    \(rule.id) (\(rule.severity.rawValue))
    \(rule.summary)

    \(wrapped(rule.explanation))

    Reported:

    \(indented(rule.bad))

    Mended:

    \(indented(rule.good))

    \(ways(round: rule))

    """
  }

  /// How an editor may turn a rule down, where that is allowed.
  private static func ways(round rule: Rule) -> String {
    if Rules.fixed.contains(rule.id) { return "It is always an error, and cannot be silenced." }
    let breaksScripts = rule.severity == .error && rule.id.hasPrefix("script-")
    let level = rule.severity == .error ? "warning" : "off"
    let first =
      breaksScripts
      ? "Whoever follows the script would be left without a next line in a call."
      : "In handbook.yml this sets its level:    rules: {\(rule.id): \(level)}"
    return """
      \(first)
      In a page this silences one finding:    <!-- deskbook: allow \(rule.id) why -->
      """
  }

  private static func indented(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }

  /// Paragraphs in lines of at most 80 columns.
  private static func wrapped(_ text: String) -> String {
    let width = 80
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines = [""]
      for word in paragraph.split(separator: " ") {
        let line = lines[lines.count - 1]
        if line.isEmpty {
          lines[lines.count - 1] = String(word)
        } else if DisplayWidth.of(line) + 1 + DisplayWidth.of(word) <= width {
          lines[lines.count - 1] += " " + word
        } else {
          lines.append(String(word))
        }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
