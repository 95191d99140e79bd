// What the editor shows about the thing under the pointer.

internal import Handbook

/// Writes what a reader of the site would see, as Markdown.
struct Hover {
  let workspace: Workspace

  /// The words for a byte of a page, and the bytes of what they are about; nil where there is
  /// nothing to say.
  func text(at offset: Int, on page: Page) -> (text: String, range: Range<Int>)? {
    let handbook = workspace.handbook
    if let hole = page.placeholder(at: offset) {
      return (placeholder(hole.name, handbook.configuration), hole.range)
    }
    if let link = LinkAtPlace(offset, on: page, in: handbook) {
      return target(link.resolution).map { ($0, link.range) }
    }
    if let heading = page.heading(at: offset), case .script(let script) = page.structure,
      let step = script.index(of: heading.slug.text)
    {
      return (self.step(script.steps[step], of: script), page.firstLine(of: heading.node))
    }
    return page.phrase(at: offset).map { (phrase($0, on: page), page.firstLine(of: $0.node)) }
  }

  private func placeholder(_ name: String, _ configuration: Configuration) -> String {
    if let value = configuration.values[name] {
      return "`{{\(name)}}` becomes **\(value)** (values in handbook.yml)"
    }
    guard let field = configuration.field(name) else {
      return "`{{\(name)}}` is not known; name it under values or fields in handbook.yml"
    }
    let example = field.example.map { ", such as \($0)" } ?? ""
    return "The reader fills in `{{\(name)}}`: **\(field.label)**\(example)"
  }

  private func target(_ resolution: LinkResolution) -> String? {
    switch resolution {
    case .page(let index, let anchor):
      let page = workspace.handbook.pages[index]
      var text = "**\(page.title)** (\(page.kind.rawValue))"
      if let summary = page.front.summary { text += "\n\n\(summary)" }
      if let anchor, case .script(let script) = page.structure,
        let index = script.index(of: anchor)
      {
        text += "\n\n" + step(script.steps[index], of: script)
      } else if let anchor, let heading = page.headings.first(where: { $0.slug.text == anchor }) {
        text += "\n\n\(heading.text)"
      } else if let anchor, let phrase = page.phrases.first(where: { $0.id == anchor }) {
        text += "\n\n" + self.phrase(phrase, on: page)
      }
      return text
    case .file(let path), .generated(let path): return "`\(path)`"
    case .folder(let path): return "The list of `\(path)/`"
    case .missing(let path): return "Nothing stands at `\(path)`"
    case .external, .refused, .outside: return nil
    }
  }

  /// A step with its choices, and the steps that lead to it.
  private func step(_ step: ScriptStep, of script: Script) -> String {
    var lines = ["Step **\(step.heading.text)**"]
    if step.outcome != nil { lines.append("ends the script here") }
    lines += step.choices.map { choice in
      let target = choice.anchor.flatMap { script.index(of: $0) }.map {
        script.steps[$0].heading.text
      }
      return "\(choice.text) → \(target ?? choice.destination)"
    }
    let before = script.steps.filter { other in
      other.choices.contains { $0.anchor == step.heading.slug.text }
    }.map(\.heading.text)
    if !before.isEmpty { lines.append("comes after \(before.joined(separator: ", "))") }
    return lines[0] + lines.dropFirst().map { "\n- \($0)" }.joined()
  }

  private func phrase(_ phrase: Phrase, on page: Page) -> String {
    var lines: [String] = []
    let filled = workspace.handbook.configuration.pageOptions.filling
    if let say = phrase.say { lines.append("**Say** \(filled(say.text))") }
    if let avoid = phrase.avoid { lines.append("**Not** \(filled(avoid.text))") }
    if let when = phrase.when { lines.append("**When** \(when)") }
    if let say = phrase.say {
      let count = say.text.split(whereSeparator: \.isWhitespace).count
      let most = workspace.handbook.configuration.spoken.words
      lines.append("\(count) of at most \(most) words · `#\(phrase.id)`")
    }
    return lines.joined(separator: "\n\n")
  }
}
