// navigation: an entry that names nothing.

enum NavigationEntry {
  static let rule = Rule(
    "navigation", .error, "An entry of `navigation:` names no page or folder.",
    explanation: """
      `navigation:` in `handbook.yml` lists pages (`heart.md`) and folders (`situations`) in \
      the order in which they should stand; what it leaves out follows. `search: {escalation: …}` \
      names a page in the same way.
      """,
    bad: "navigation: [hart.md]", good: "navigation: [heart.md]")

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    let folders = handbook.folders.folders
    var suggester = Suggester(handbook.pages.map(\.path.text) + folders.keys.sorted())
    let configuration = handbook.configuration
    let entries = configuration.navigation + [configuration.escalation].compactMap(\.self)
    return entries.compactMap { entry in
      if handbook.page(at: entry.value) != nil || folders[entry.value] != nil { return nil }
      return Diagnostic(
        rule, at: .configuration, entry.range, "there is no page or folder \(entry.value)",
        help: suggester.nearest(to: entry.value).map { "did you mean \($0)?" }
          ?? "paths are relative to the content folder")
    }
  }
}
