// navigation: an entry that names nothing.

package enum NavigationEntry {
  static let rule = Rule(
    "navigation", .error, "An entry of `navigation:` or `languages:` names nothing.",
    explanation: """
      `navigation:` in `handbook.yml` lists pages (`heart.md`) and folders (`situations`) in \
      the order in which they should stand; what it leaves out follows. `search: {escalation: …}` \
      and `notice: {link: …}` name pages in the same way, and `languages: {es: …}` a folder.
      """,
    bad: "navigation: [hart.md]", good: "navigation: [heart.md]")

  package static func findings(in handbook: Handbook) -> [Diagnostic] {
    let folders = handbook.folders.folders
    var suggester = Suggester(handbook.pages.map(\.path.text) + folders.keys.sorted())
    let configuration = handbook.configuration
    let entries =
      configuration.navigation
      + [configuration.search.escalation, configuration.notice?.target].compactMap(\.self)
    let missing = entries.filter {
      handbook.page(at: $0.value) == nil && folders[$0.value] == nil
    }.map { entry in
      Diagnostic(
        rule, at: .configuration, entry.range, "there is no page or folder \(entry.value)",
        help: suggester.nearest(to: entry.value).map { "did you mean \($0)?" }
          ?? "paths are relative to the content folder",
        fix: entry.fix(suggester.likely(entry.value)?.sure))
    }
    return missing + emptyLanguages(in: handbook)
  }

  private static func emptyLanguages(in handbook: Handbook) -> [Diagnostic] {
    let named = handbook.configuration.languages.map(\.folder)
    return named.filter { handbook.folders.folders[$0.value] == nil }.map { folder in
      Diagnostic(
        rule, at: .configuration, folder.range, "there is no page in a folder \(folder.value)",
        help: "deskbook new guide \(folder.value)/index.md begins it")
    }
  }
}
