// Findings on a page are made again where what they depend on has changed, and only there.

import Handbook
import Testing

@Suite struct PageFindingsTests {
  private static let page = """
    # Page

    [Other](other.md), [part](other.md#part), [card](cards/index.md#c-late), [gone](gone.md)

    """
  private static let files = [
    "page.md": page, "other.md": "# Other\n\n## Part\n", "third.md": "# Third\n\n[O](other.md)\n",
    "cards/index.md": "# Cards\n",
  ]

  /// The pages whose keys are not those of ``files`` once some are others.
  private static func changed(_ others: [String: String]) throws -> [String] {
    func keys(_ files: [String: String]) throws -> [String: ContentHash] {
      let handbook = try TinyHandbook(files).handbook
      let keys = PageFindings.keys(of: handbook, surroundings: "same")
      return Dictionary(
        zip(handbook.pages.map(\.path.text), keys).map { ($0, $1) }, uniquingKeysWith: { $1 })
    }
    let (before, after) = (try keys(files), try keys(files.merging(others) { $1 }))
    return before.keys.filter { before[$0] != after[$0] }.sorted()
  }

  @Test func haveTheKeysOfWhatTheyDependOn() throws {
    #expect(try Self.changed([:]).isEmpty)
    #expect(try Self.changed(["third.md": "# Third\n"]) == ["third.md"])
    #expect(try Self.changed(["other.md": "# Other\n\n## Part\n\nText.\n"]) == ["other.md"])
    // A name that a link gives, and one that no link gives.
    #expect(try Self.changed(["other.md": "# Other\n\n## Piece\n"]) == ["other.md", "page.md"])
    // Of a link that leads nowhere the new page may be what was meant, or is.
    #expect(try Self.changed(["gine.md": "# New\n"]) == ["page.md"])
    #expect(try Self.changed(["gone.md": "# New\n"]) == ["page.md"])
    #expect(
      try Self.changed(["other.md": "---\nkind: faq\n---\n# Other\n\n## Part\n"])
        == ["other.md", "page.md", "third.md"])
    let card = "---\ncard: {front: [Late]}\nid: late\n---\n# Late\n"
    #expect(try Self.changed(["cards/late.md": card]) == ["page.md"])
  }
}
