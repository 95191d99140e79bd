// The panel in which a reader fills a page's placeholders.

internal import CommonMark
internal import Handbook

extension PageBody {
  /// Writes the panel where the page's text has placeholders for the reader.
  mutating func fields() {
    guard context.mayHavePlaceholders else { return }
    let used = names()
    let fields = context.configuration.fields.filter { used.contains($0.name) }
    if fields.isEmpty { return }
    // Closed at first, so that the line to say stays in sight; a click on a blank opens it.
    out.markup("<details class=\"fields js-only\"><summary><span class=\"fields-title\">")
    out.text(context.strings["fill-in"])
    out.markup("</span> <span class=\"fields-names\">")
    out.text(fields.map(\.label).joined(separator: " · "))
    out.markup("</span></summary>\n<div class=\"fields-inputs\">\n")
    for field in fields {
      out.markup("<label>")
      out.text(field.label)
      out.markup(" ")
      if field.type == .choice { choice(field) } else { input(field) }
      out.markup("</label>\n")
    }
    out.markup("<button type=\"button\" class=\"clear\">")
    out.text(context.strings["call-new"])
    out.markup("</button></div></details>\n")
  }

  private func names() -> Set<String> {
    let tree = context.page.tree
    var names: Set<String> = []
    for node in tree.nodes where node.kind == .text || node.kind == .codeBlock {
      let text = tree.slice(node.text)
      guard node.kind == .text || context.isMessage(text), Placeholder.mayStand(in: text) else {
        continue
      }
      for case .hole(let name, _) in Placeholder.segments(of: text) { names.insert(name) }
    }
    return names
  }

  private mutating func input(_ field: Field) {
    switch field.type {
    case .date: out.markup("<input type=\"date\" data-field=\"")
    case .time: out.markup("<input type=\"time\" data-field=\"")
    case .money: out.markup("<input type=\"text\" inputmode=\"decimal\" data-field=\"")
    case .text, .choice: out.markup("<input type=\"text\" data-field=\"")
    }
    out.text(field.name)
    out.markup("\" autocomplete=\"off\"")
    life(of: field)
    if field == context.configuration.callerField { out.markup(" data-caller") }
    if let example = field.example {
      out.markup(" placeholder=\"")
      out.text(example)
      out.markup("\"")
    }
    out.markup(">")
  }

  private mutating func life(of field: Field) {
    if field.keep == .shift { out.markup(" data-keep=\"shift\"") }
  }

  private mutating func choice(_ field: Field) {
    out.markup("<select data-field=\"")
    out.text(field.name)
    out.markup("\"")
    life(of: field)
    out.markup("><option value=\"\"></option>")
    for choice in field.choices {
      out.markup("<option>")
      out.text(choice)
      out.markup("</option>")
    }
    out.markup("</select>")
  }
}
