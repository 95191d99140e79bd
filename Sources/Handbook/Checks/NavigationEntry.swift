// navigation: an entry that names nothing.

enum NavigationEntry {
  static let rule = Rule(
    "navigation", .error, "An entry of `navigation:` names no page or folder.",
    explanation: "`navigation:` in `handbook.yml` lists pages (`heart.md`) and folders (`situations`) in the order in which they should stand; what it leaves out follows.",
    bad: "navigation: [hart.md]", good: "navigation: [heart.md]")

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    handbook.configuration.navigation.compactMap { entry in
      var name = entry.value[...]
      while name.hasSuffix("/") { name = name.dropLast() }
      let path = String(name)
      if handbook.page(at: path) != nil || handbook.folders.folders[path] != nil { return nil }
      let known = handbook.pages.map(\.path.text) + handbook.folders.folders.keys.sorted()
      return Diagnostic(
        rule, at: .configuration, entry.range, "there is no page or folder \(path)",
        help: Suggestion.nearest(to: path, in: known).map { "did you mean \($0)?" }
          ?? "paths are relative to the content folder")
    }
  }
}
