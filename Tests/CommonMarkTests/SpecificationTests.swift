// Every example of the CommonMark and GFM specifications through both renderers.

import CommonMark
import Testing

struct SpecificationTests {
  @Test func writesEveryExampleAsTheLibraryDoes() throws {
    let examples = try SpecificationExample.all()
    #expect(examples.count == 673)
    let ours = Set(SpecificationDifferences.rawHTML)
      .union(SpecificationDifferences.refusedSchemes.keys)
      .union(SpecificationDifferences.keptTags.keys)
    for example in examples where !ours.contains(example.number) {
      for smart in [false, true] {
        expectEqualHTML(example.markdown, smartPunctuation: smart)
      }
    }
    for example in examples {
      let html = deskbookHTML(Array(example.markdown.utf8))
      #expect(Balance.problem(in: html) == nil, "example \(example.number)")
    }
  }

  @Test func differsInEveryListedExample() throws {
    let examples = try SpecificationExample.all()
    for number in SpecificationDifferences.rawHTML {
      let example = try #require(examples.first { $0.number == number })
      let (ours, library) = both(example)
      #expect(ours != library, "example \(number) does not differ: take it off the list")
      #expect(holdsRawHTML(example), "example \(number) has no raw HTML")
      expectSame(outsideRawHTML: library, in: ours, example)
    }
    let written = SpecificationDifferences.refusedSchemes
      .merging(SpecificationDifferences.keptTags) { first, _ in first }
    for (number, html) in written {
      let example = try #require(examples.first { $0.number == number })
      let (ours, library) = both(example)
      #expect(ours != library, "example \(number) does not differ: take it off the list")
      #expect(ours == html)
    }
  }

  private func both(_ example: SpecificationExample) -> (ours: String, library: String) {
    let library = Reference.html(Array(example.markdown.utf8))
    return (deskbookHTML(example.markdown), String(decoding: library, as: UTF8.self))
  }

  private func holdsRawHTML(_ example: SpecificationExample) -> Bool {
    MarkupTree(parsing: Array(example.markdown.utf8)[...]).nodes.contains {
      $0.kind == .htmlBlock || $0.kind == .htmlInline
    }
  }

  /// Expects what the library wrote round its comments to stand in ours, in the same order.
  private func expectSame(
    outsideRawHTML library: String, in ours: String, _ example: SpecificationExample
  ) {
    var rest = ours[...]
    for piece in library.split(separator: "<!-- raw HTML omitted -->") {
      let text = piece.drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed()
      guard !text.isEmpty else { continue }
      guard let place = rest.firstRange(of: String(text)) else {
        Issue.record("example \(example.number) lacks \(String(text)): \(ours)")
        return
      }
      rest = rest[place.upperBound...]
    }
  }
}
