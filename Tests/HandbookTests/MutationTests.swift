// Whatever happens to a page, it is read and checked, and every finding stands inside its file.

import Foundation
import Handbook
import Testing

@Suite struct MutationTests {
  private static let configuration = """
    values: {clinic: Willow}
    fields: {client: {label: Client}}
    review: {every: 6 months, owner: Lead}
    spoken: {words: 6, grade: 5}
    cards: {categories: {policy: {label: Policy}}}
    redirects: {old.md: index.md}
    navigation: [index.md]
    """

  private static func front(_ kind: String, _ more: String = "") -> String {
    "---\ntitle: Fées\nkind: \(kind)\nreviewed: 2026-01-31\nreview: 6 months\n\(more)---\n\n"
  }

  private static let pages = [
    """
    # A plain guide

    Text with [a link](other.md#x), ![a picture](p.png), `code`, **bold {{client}}**, <b>html</b> and a note.[^1]
    A second line, [by reference][ref] and {{unknown}} \\{{escaped}} &amp; é 你.

    <!-- deskbook: allow raw-html it is shown -->

    <div>box</div>

    ### Skipped

    > quote
    lazy line [x](y.md)

    - [ ] task
      1. nested

    | A | Say | Instead of |
    | - | --- | ---------- |
    | x | Hello {{client}} | Yes? |

    [^1]: The note.
    [ref]: other.md
    """,
    front("phrases", "card: {rows: [1, p-good-morning], back: [2], category: policy}\n")
      + "> [!SAY]\n> Good morning, {{client}}.\n\n> [!AVOID]\n> What?\n\n> [!WHY]\n> Tone.\n\n| Say | Avoid |\n| - | - |\n| One | Two three four |\n",
    front("model", "acronym: HEA\ncard: {steps: [hear], back: [act]}\n")
      + "Intro\n\n## Hear\n\nListen.\n\n## Echo\n\nSay.\n\n## Act\n\nDo.\n",
    front("script", "card: true\nscenarios:\n  - {name: One, choices: [end], outcome: end}\n")
      + "## Ask\n\n**Hear**\n\n> [!SAY]\n> Why?\n\n- [On](#end)\n- [Off](other.md)\n\n## End\n\n> [!OUTCOME]\n> Done.\n",
    front("faq", "card: {steps: [may-i]}\n") + "## May I?\n\nYes.\n\n### And you?\n\nNo.\n",
    front("practice")
      + "## One\n\n> Hello!\n\n> [!SAY]\n> Hello back.\n\n- [ ] Kind\n\n## Two\n\nText.\n",
    front("card", "card: {size: a7, min: 9, max: 12}\n")
      + "# Card\n\n- **H** Hear\n- Say: Yes\n  - Instead of: No\n\n1. One\n   - Two\n\n---\n\nBack.\n",
  ]

  /// `MUTATIONS=100000 swift test` goes further than a run on every change should.
  private static let count =
    ProcessInfo.processInfo.environment["MUTATIONS"].flatMap { Int($0) } ?? 120

  @Test(arguments: pages.indices)
  func bearsAnyDamage(_ index: Int) throws {
    var mutation = Mutation(seed: UInt64(index))
    for round in 0..<Self.count {
      let damaged = mutation.damage(Array(Self.pages[index].utf8))
      let settings =
        round % 7 == 0
        ? mutation.damage(Array(Self.configuration.utf8)) : Array(Self.configuration.utf8)
      let tiny = try TinyHandbook(bytes: [
        "index.md": damaged, "other.md": Array("# Other\n".utf8), "p.png": [],
        "handbook.yml": settings,
      ])
      expectSound(tiny, damaged)
    }
  }

  private func expectSound(_ tiny: TinyHandbook, _ damaged: [UInt8]) {
    for finding in tiny.diagnostics {
      let size = tiny.file(finding.path)?.bytes.count ?? 0
      let isInside = finding.range.lowerBound >= 0 && finding.range.upperBound <= size
      if !isInside || finding.message.isEmpty {
        Issue.record(
          "\(finding.range) \(tiny.line(finding)) in \(String(decoding: damaged, as: UTF8.self))")
      }
    }
    if tiny.diagnostics != tiny.diagnostics.sorted() { Issue.record("not sorted") }
  }
}
