// What a tree holds of a document.

import CommonMark
import Testing

/// A tree of a text, and short ways to look at it.
func parsed(_ markdown: String, firstLine: Int = 1, smartPunctuation: Bool = false) -> MarkupTree {
  MarkupTree(
    parsing: Array(markdown.utf8)[...], firstLine: firstLine,
    options: ParserOptions(smartPunctuation: smartPunctuation))
}

extension MarkupTree {
  func first(_ kind: Kind) -> Node? { nodes.first { $0.kind == kind } }
  func texts(of kind: Kind) -> [String] { nodes.filter { $0.kind == kind }.map { string($0.text) } }
}

struct TreeTests {
  @Test func knowsWhereBlocksStand() throws {
    let tree = parsed(
      """
      # Head

      Para
      goes on

      - item

        > quote
      ```swift
      code
      ```
      | a |
      | - |
      | b |

      ***
      """, firstLine: 10)
    func place(_ kind: MarkupTree.Kind) throws -> [Int32] {
      let node = try #require(tree.first(kind))
      return [node.line, node.column, node.endLine]
    }
    #expect(try place(.document) == [10, 1, 25])
    #expect(try place(.heading) == [10, 1, 10])
    #expect(try place(.paragraph) == [12, 1, 13])
    #expect(try place(.item) == [15, 1, 17])
    #expect(try place(.blockQuote) == [17, 3, 17])
    #expect(try place(.codeBlock) == [18, 1, 20])
    #expect(try place(.table) == [21, 1, 23])
    #expect(try place(.thematicBreak) == [25, 1, 25])
    #expect(tree.nodes.filter { $0.kind == .tableRow }.map(\.line) == [21, 23])
  }

  @Test func endsEveryNodeWhereItsNextSiblingBegins() {
    let tree = parsed(
      "> - *a **b*** `c`\n>   ![d e](f)\n\n| g | h |\n|-|-|\n| i |\n\nj[^k]\n\n[^k]: l\n")
    var seen = 0
    var waiting = [0]
    while let index = waiting.popLast() {
      seen += 1
      let children = tree.children(of: index)
      #expect(children.first ?? Int(tree.nodes[index].end) == index + 1 || children.isEmpty)
      #expect(children.isEmpty == (tree.nodes[index].end == index + 1))
      waiting += children
    }
    #expect(seen == tree.nodes.count)
    #expect(Int(tree.nodes[0].end) == tree.nodes.count)
  }

  @Test func joinsTextsThatStandSideBySide() {
    let tree = parsed("a & b ] c ~ d \\* e 'f' &amp; [g] h!\n", smartPunctuation: true)
    #expect(tree.texts(of: .text) == ["a & b ] c ~ d * e ‘f’ & [g] h!"])
    #expect(parsed("a *b* c `d` e\nf").texts(of: .text) == ["a ", "b", " c ", " e", "f"])
    #expect(parsed("a\n\nb").texts(of: .text) == ["a", "b"])
  }

  @Test func tellsTextWithoutMarkup() {
    let tree = parsed(
      "# *A* `b`\n\nc\nd  \ne [f](g \"h\") ![i *j*](k) ~~l~~\n\n- m\n- n\n\n| o | p |\n|-|-|\n| q | r |\n"
    )
    #expect(tree.plainText(of: 0) == "A b c d e f i j l m n o p q r")
    #expect(tree.plainText(of: 1) == "A b")
    #expect(parsed("").plainText(of: 0).isEmpty)
    #expect(parsed("say \\{{name}}").plainText(of: 0) == "say {{name}}")
  }

  @Test func knowsTaskItems() {
    let tree = parsed("- [ ] a\n- [x] b\n- [X] c\n- d\n- [y] e\n\n1. [ ] f\n")
    #expect(tree.nodes.filter { $0.kind == .item }.map(\.value) == [1, 2, 2, 0, 0, 1])
    #expect(tree.nodes.filter { $0.kind == .list }.map(\.value) == [-1, 1])
    #expect(tree.texts(of: .text) == ["a", "b", "c", "d", "[y] e", "f"])
  }

  @Test func knowsListsAndCode() throws {
    let tree = parsed("7. a\n\n8. b\n\n- c\n- d\n\n~~~ swift x\ncode\n~~~\n")
    let lists = tree.nodes.filter { $0.kind == .list }
    #expect(lists.map(\.value) == [7, -1])
    #expect(lists.map(\.isTight) == [false, true])
    let code = try #require(tree.first(.codeBlock))
    #expect(tree.string(code.text) == "code\n")
    #expect(tree.string(code.extra) == "swift x")
  }

  @Test func knowsHowTablesAreAligned() throws {
    let tree = parsed("| a | b | c | d |\n|:-|:-:|-:|-|\n| 1 |\n| 1 | 2 | 3 | 4 | 5 |\n")
    let table = try #require(tree.first(.table))
    #expect(table.value == 4)
    #expect(Array(tree.slice(table.extra)) == Array("lcr\0".utf8))
    let signs = "lcr\0".utf8.map { Int32($0) }
    #expect(tree.nodes.filter { $0.kind == .tableCell }.map(\.value) == signs + signs + signs)
    #expect(tree.nodes.filter { $0.kind == .tableRow }.map(\.value) == [1, 0, 0])
    let second = parsed("| a |\n|-:|\n| b |\n\ntext\n\n| c |\n|:-|\n| d |\n")
    #expect(second.nodes.filter { $0.kind == .tableCell }.map(\.value) == [114, 114, 108, 108])
  }

  @Test func numbersFootnotes() {
    let tree = parsed(
      "a[^two] b[^one] c[^two] d[^none]\n\n[^one]: 1\n[^two]: 2 [^one]\n[^not]: 3\n")
    let references = tree.nodes.filter { $0.kind == .footnoteReference }
    #expect(references.map(\.value) == [1, 2, 1, 2])
    #expect(references.map(\.ordinal) == [1, 1, 2, 2])
    #expect(references.map { tree.string($0.text) } == ["two", "one", "two", "one"])
    let definitions = tree.nodes.filter { $0.kind == .footnoteDefinition }
    #expect(definitions.map(\.value) == [1, 2])
    #expect(definitions.map(\.ordinal) == [2, 2])
    #expect(definitions.map { tree.string($0.text) } == ["two", "one"])
    #expect(definitions.map(\.line) == [4, 3])
  }

  @Test func setsTypographicSignsOnlyWhenAsked() {
    let markdown = "'a' \"b\" c -- d --- e... don't `\"--\"`"
    #expect(parsed(markdown).texts(of: .text) == ["'a' \"b\" c -- d --- e... don't "])
    let smart = parsed(markdown, smartPunctuation: true)
    #expect(smart.texts(of: .text) == ["‘a’ “b” c – d — e… don’t "])
    #expect(smart.texts(of: .code) == ["\"--\""])
  }

  @Test func readsASliceOfAFile() {
    let file = Array("---\ntitle: a\n---\n# Head\n".utf8)
    let tree = MarkupTree(parsing: file[17...], firstLine: 4)
    #expect(tree.first(.heading)?.line == 4)
    #expect(MarkupTree(parsing: file[0..<0]).nodes.count == 1)
  }

  @Test func copiesOnlyLiteralsThatTheSourceDoesNotHaveAsTheyAre() {
    let file = Array("---\n# Fees & *more*\n\nSay `a b`, don't \\* AT&amp;T [x](y.md).\n".utf8)
    let tree = MarkupTree(parsing: file[4...], firstLine: 2)
    #expect(tree.source.startIndex == 4)
    #expect(tree.plainText(of: 0) == "Fees & more Say a b, don't * AT&T x.")
    // What an escape or an entity makes differ, and the link's target.
    #expect(String(decoding: tree.bytes, as: UTF8.self) == ", don't * AT&T y.md")
  }
}
