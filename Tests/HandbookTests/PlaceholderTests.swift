// Text cut into literal runs and holes.

import Handbook
import Testing

@Suite struct PlaceholderTests {
  /// Literals as they are, holes as `‹name›`.
  private func cut(_ text: String) -> [String] {
    // U+FDD0, which a Swift literal cannot hold, stands in a tree for a written `\{{`.
    let bytes = text.utf8.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
      .joined(separator: [0xEF, 0xB7, 0x90])
    return Placeholder.segments(of: Array(bytes)[...]).map { segment in
      switch segment {
      case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
      case .hole(let name, _): "‹\(name)›"
      }
    }
  }

  private static let texts: [(String, [String])] = [
    ("plain", ["plain"]), ("{{a}}", ["‹a›"]), ("Hi {{ client }}!", ["Hi ", "‹client›", "!"]),
    ("{{a}}{{b}}", ["‹a›", "‹b›"]), ("{{{a}}}", ["{", "‹a›", "}"]), ("{{a}", ["{{a}"]),
    ("{a}}", ["{a}}"]), ("{{}}", ["{{}}"]), ("{{  }}", ["{{  }}"]),
    ("~a}}", ["{{", "a}}"]), ("x~{{a}}", ["x", "{{", "‹a›"]), ("{{a}b}}", ["{{a}b}}"]),
    ("{{a{b}}", ["{{a{b}}"]), ("{{{{a}}}}", ["{{", "‹a›", "}}"]),
    ("{{é}} ~ ﷽", ["‹é›", " ", "{{", " ﷽"]),
    ("{{", ["{{"]), ("{", ["{"]), ("", [""]),
  ]

  @Test(arguments: texts)
  func cutsTextIntoRunsAndHoles(_ text: String, _ parts: [String]) {
    #expect(cut(text) == parts)
  }

  @Test func takesNamesUpToTheLongest() {
    let longest = String(repeating: "a", count: 64)
    #expect(cut("{{\(longest)}}") == ["‹\(longest)›"])
    let far = String(repeating: "a", count: 80)
    #expect(cut("{{\(far)}}") == ["{{\(far)}}"])
  }

  @Test func keepsTheSourceOfAHole() throws {
    let text = Array("Hi {{ a }}.".utf8)
    guard case .hole(_, let source) = Placeholder.segments(of: text[...])[1] else {
      Issue.record("no hole")
      return
    }
    #expect(source.startIndex == 3 && source.endIndex == 10)
  }

  @Test(arguments: [
    ("a", true), ("client-name_2", true), ("A1", true), ("1a", false), ("-a", false), ("", false),
    ("a b", false), ("é", false), ("a.b", false), (String(repeating: "a", count: 65), false),
  ])
  func knowsNames(_ text: String, _ isName: Bool) {
    #expect(Placeholder.isName(text) == isName)
  }

  @Test func fillsTitlesHeadingsAndWhatListsShow() throws {
    let handbook = try TinyHandbook([
      "handbook.yml": "values: {fee: $40}\nfields: {client: {label: Client}}\n",
      "fees.md": """
      ---
      summary: '{{fee}} for {{client}}'
      heard: ['{{fee}}?', '{{ fee }}, {{other}}']
      owner: Lead of {{fee}}
      ---
      # Fee of {{fee}}, \\{{fee}}

      ## Why `{{fee}}` is {{fee}}
      """,
      "named.md": "---\ntitle: '{{fee}}'\ncard: {title: 'At {{fee}}'}\n---\n\n# {{fee}}\n\nText.\n",
    ])
    let page = try handbook.page("fees.md")
    #expect(page.title == "Fee of $40, {{fee}}" && page.headings.last?.text == "Why {{fee}} is $40")
    #expect(page.headings.last?.slug.text == "why-fee-is-fee", "links outlive a new value")
    #expect(page.front.summary == "$40 for [Client]" && page.front.owner == "Lead of $40")
    #expect(page.front.heard == ["$40?", "$40, {{other}}"])
    let named = try handbook.page("named.md")
    #expect(named.title == "$40" && named.titleNode != nil)
    #expect(handbook.handbook.cards.map(\.title) == ["At $40"])
  }
}
