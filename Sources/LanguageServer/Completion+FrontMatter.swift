// What the editor offers to write above a page's text.

internal import Handbook
internal import Text

extension Completion {
  /// The keys or values for a place.
  func proposals(at place: FrontMatterPlace) -> [Proposal] {
    if let key = place.key { return values(of: key, in: place.parents) }
    let keys: [String]
    switch place.parents {
    case []: keys = FrontMatter.keys(of: place.kind)
    case ["card"]: keys = CardOptions.keys
    case ["scenarios"]: keys = ScriptScenario.keys
    default: keys = []
    }
    return keys.filter { !place.written.contains($0) }
      .map { Proposal(label: $0, kind: .field, text: "\($0): ") }
  }

  private func values(of key: String, in parents: [String]) -> [Proposal] {
    switch parents {
    case []: values(of: key)
    case ["card"]: cardValues(of: key)
    case ["scenarios"]:
      key == "choices" || key == "outcome" ? steps(endsOnly: key == "outcome") : []
    default: []
    }
  }

  private func values(of key: String) -> [Proposal] {
    let handbook = workspace.handbook
    switch key {
    case "kind": return keywords(PageKind.self)
    case "tags": return texts(handbook.pages.flatMap(\.front.tags))
    case "owner": return texts(handbook.pages.compactMap { handbook.owner(of: $0) })
    case "sources":
      return handbook.sources.sorted { $0.key < $1.key }.map {
        Proposal(label: $0.key, kind: .reference, detail: $0.value.title)
      }
    case "review":
      return ["3 months", "6 months", "1 year", "never"].map { Proposal(label: $0, kind: .value) }
    case "reviewed": return [Proposal(label: "\(handbook.today)", kind: .value, detail: "today")]
    case "draft", "card":
      return ["true", "false"].map { Proposal(label: $0, kind: .keyword) }
    default: return []
    }
  }

  private func cardValues(of key: String) -> [Proposal] {
    switch key {
    case "size": keywords(CardSize.self)
    case "layout": keywords(CardLayout.self)
    case "turn": keywords(CardTurn.self)
    case "hole": keywords(CardHole.self)
    case "category":
      workspace.handbook.configuration.cards.categories.map {
        Proposal(label: $0.name, kind: .value)
      }
    case "rows": phrases
    case "steps": steps(endsOnly: false)
    case "back": steps(endsOnly: false) + phrases
    default: []
    }
  }

  private var phrases: [Proposal] {
    page.phrases.map {
      Proposal(label: $0.id, kind: .reference, detail: ($0.say ?? $0.avoid)?.text)
    }
  }

  /// The page's sections: of a script or a model its steps, also while its front matter is half typed.
  private func steps(endsOnly: Bool) -> [Proposal] {
    var ends: Set<Int> = []
    if endsOnly, case .script(let script) = page.structure {
      ends = Set(script.steps.filter { $0.outcome != nil }.map(\.heading.node))
    }
    return page.headings.filter { $0.level == 2 && (ends.isEmpty || ends.contains($0.node)) }
      .map { Proposal(label: $0.slug.text, kind: .reference, detail: $0.text) }
  }

  private func texts(_ texts: some Sequence<String>) -> [Proposal] {
    Set(texts).sorted().map { Proposal(label: $0, kind: .value) }
  }

  private func keywords<Word: CaseIterable & RawRepresentable<String>>(
    _ words: Word.Type
  ) -> [Proposal] {
    words.allCases.map { Proposal(label: $0.rawValue, kind: .keyword) }
  }
}
