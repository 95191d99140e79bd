// Paths below the content folder, and where links of a file lead by their text alone.

import Handbook
import Testing

@Suite struct ContentPathTests {
  @Test(arguments: ["a.md", "a/b.md", "..a/b..", "...", "a b/c d.md", "é/你.md", "a/.b"])
  func takesAPathBelowTheRoot(_ text: String) throws {
    #expect(try ContentPath(text).text == text)
  }

  @Test(arguments: [
    ("", ContentPath.Problem.empty), ("/", .absolute), ("/a.md", .absolute), ("a//b", .leavesRoot),
    ("a/", .leavesRoot), (".", .leavesRoot), ("./a", .leavesRoot), ("..", .leavesRoot),
    ("a/../b", .leavesRoot), ("a/..", .leavesRoot),
  ])
  func refusesEveryOther(_ text: String, _ problem: ContentPath.Problem) {
    #expect(throws: problem) { try ContentPath(text) }
  }

  @Test(arguments: [
    ("a/b/fees.md", "fees.md", "a/b", "fees", "md"), ("fees.MD", "fees.MD", "", "fees", "md"),
    ("a/fees", "fees", "a", "fees", ""), ("a.b/fees.en.md", "fees.en.md", "a.b", "fees.en", "md"),
    ("a/.md", ".md", "a", ".md", ""), ("fees.", "fees.", "", "fees", ""),
    ("a/\u{301}x.md", "\u{301}x.md", "a", "\u{301}x", "md"),
  ])
  func hasParts(_ text: String, _ name: String, _ folder: String, _ stem: String, _ type: String)
    throws
  {
    let path = try ContentPath(text)
    #expect(path.name == name)
    #expect(path.folder == folder)
    #expect(path.stem == stem)
    #expect(path.fileExtension == type)
  }

  @Test(arguments: [("a.md", true), ("a.Markdown", true), ("md", false), ("a.mdx", false)])
  func knowsPages(_ text: String, _ isPage: Bool) throws {
    #expect(try ContentPath(text).isMarkdown == isPage)
  }

  @Test(arguments: [
    ("c.md", "a/b/c.md"), ("./c.md", "a/b/c.md"), ("../c.md", "a/c.md"), ("../../c.md", "c.md"),
    ("../../..", "outside"), ("../../../c.md", "outside"), ("/c.md", "c.md"), ("/", ""),
    ("..", "a"),
    ("../..", ""), (".", "a/b"), ("", "a/b"), ("x//y/", "a/b/x/y"), ("/../c.md", "outside"),
    ("x/../../c.md", "a/c.md"), ("..\u{301}/c.md", "a/b/..\u{301}/c.md"),
    ("../\u{301}c.md", "a/\u{301}c.md"),
  ])
  func resolvesLinks(_ link: String, _ target: String) throws {
    #expect(try ContentPath("a/b/page.md").resolving(link) ?? "outside" == target)
  }

  @Test func sortsByBytes() throws {
    let names = ["é.md", "z.md", "a/b.md", "a.md", "Z.md", "a-b.md"]
    let sorted = try names.map { try ContentPath($0) }.sorted().map(\.text)
    #expect(sorted == ["Z.md", "a-b.md", "a.md", "a/b.md", "z.md", "é.md"])
  }
}
