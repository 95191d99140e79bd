// The library is not safe for threads: two parses at a time change one table of special characters
// (github/cmark-gfm#176). This is what the lock round `cmark_parser_finish` is held against.

import CommonMark
import Testing

struct StressTests {
  private static let page = Array(
    """
    # Calming an ~~angry~~ upset caller

    Say ~~no~~ *what* you ~~can~~ do, see www.example.org and https://example.org/a_b_c(d), or
    write to help@example.org. **Never** ~~ever~~ argue[^why] 'quoted' "text" -- and so on...

    | Say | ~~Instead of~~ | When |
    |:----|:--------------:|-----:|
    | I *see* ~~not~~ | `calm \\| down` | www.example.org/table |
    | Let me look | ~~That is our **policy**~~ | mail@example.org |

    - [x] listen ~~less~~
    - [ ] [ask](https://example.org "~~title~~") ~~tell~~
      > ~~nested~~ http://example.org/~user/~~deep~~

    [^why]: It ~~helps~~ hurts, www.example.org/why.

    """.utf8)

  @Test func readsTheSameOnTwoThreads() async {
    let plain = MarkupTree(parsing: Self.page[...])
    let smart = MarkupTree(parsing: Self.page[...], options: ParserOptions(smartPunctuation: true))
    #expect(plain != smart)
    #expect(plain.nodes.count { $0.kind == .strikethrough } == 11)
    #expect(plain.nodes.count { $0.kind == .link } == 8)
    let wrong = await withTaskGroup(of: Int.self) { group in
      for expected in [plain, smart] {
        let options = ParserOptions(smartPunctuation: expected == smart)
        group.addTask {
          (0..<3_000).count { _ in
            MarkupTree(parsing: Self.page[...], options: options) != expected
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  /// Documents in which other characters are special, side by side.
  @Test func readsDifferentDocumentsOnTwoThreads() async {
    let documents = [
      "~~a~~ www.a.b\n", "plain: no extension, w h ~\n", "| ~~a~~ |\n|-|\n| a@b.c |\n",
    ]
    .map { Array($0.utf8) }
    let expected = documents.map { MarkupTree(parsing: $0[...]) }
    let wrong = await withTaskGroup(of: Int.self) { group in
      for offset in 0..<2 {
        group.addTask {
          (0..<3_000).count { turn in
            let index = (turn + offset) % documents.count
            return MarkupTree(parsing: documents[index][...]) != expected[index]
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }
}
