// script-target: a choice that leads nowhere.

internal import CommonMark
internal import Text

enum ScriptTarget {
  static let rule = Rule(
    "script-target", .error, "A choice of a script leads to no step.",
    explanation: """
      Each item of a step's last list begins with a link to another step (`[They missed \
      before](#they-missed-before)`) or to another script (`[Escalate](escalation.md)`). An item \
      without one would be no choice.
      """,
    bad: """
      ---
      title: Fees
      kind: script
      ---

      ## Ask

      - [Yes](#offr)

      ## Offer

      > [!OUTCOME]
      > Done.

      """,
    good: """
      ---
      title: Fees
      kind: script
      ---

      ## Ask

      - [Yes](#offer)

      ## Offer

      > [!OUTCOME]
      > Done.

      """)

  static func findings(
    on page: Page, _ script: Script, in context: PageCheckContext
  ) -> [Diagnostic] {
    let targets = Dictionary(
      firstWins: zip(page.links.map(\.node), context.links))
    var places = InlinePlaces(page)
    var suggester = Suggester(script.steps.map { "#" + $0.heading.slug.text })
    func place(_ choice: ScriptStep.Choice) -> Range<Int> {
      places.place(
        of: Page.Link(node: choice.link, destination: choice.destination, isImage: false))
    }
    let loose = script.steps.flatMap(\.looseItems).map { item in
      Diagnostic(
        rule, at: page.path, page.firstLine(of: item),
        "this item of the choices begins with no link",
        help: "begin it with a link to a step: \(example(item, on: page)), or put it above the list"
      )
    }
    return loose
      + script.steps.flatMap(\.choices).compactMap { choice in
        if let anchor = choice.anchor {
          if script.index(of: anchor) != nil { return nil }
          let place = place(choice)
          let meant = suggester.likely("#" + anchor)?.sure
          return Diagnostic(
            rule, at: page.path, place, "this script has no step #\(anchor)",
            help: suggester.help(for: "#" + anchor),
            fix: page.fix(
              place, of: choice.destination, anchor: meant.map { String($0.dropFirst()) }))
        }
        guard case .page(let path, isScript: false, _) = targets[choice.link] else { return nil }
        return Diagnostic(
          rule, at: page.path, place(choice), "\(path) is not a script",
          help: "lead to a step or another script, and put other links into the text above")
      }
  }

  /// An item as a link: to the step that its own link names further on, else to one to be named.
  private static func example(_ item: Int, on page: Page) -> String {
    let nodes = item..<Int(page.tree.nodes[item].end)
    let words = page.tree.plainText(in: nodes).split(separator: " ").prefix(4)
    let link = page.links.first { nodes.contains($0.node) }
    return "[\(words.joined(separator: " "))](\(link?.destination ?? "#step"))"
  }
}
