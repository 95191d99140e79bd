// Published scripts and style sheets do what the theme's do.

import Testing

@testable import Site

struct TrimmedSourceTests {
  private func script(_ text: String) -> String {
    String(decoding: TrimmedSource.script(Array(text.utf8)), as: UTF8.self)
  }

  private func styles(_ text: String) -> String {
    String(decoding: TrimmedSource.styles(Array(text.utf8)), as: UTF8.self)
  }

  @Test func leavesOutIndentationAndWholeLinesOfComment() {
    #expect(
      script("// What for.\n  f(); // here\n\n\t// `x`\n    g('//');\n")
        == "f(); // here\ng('//');\n")
    #expect(
      styles("/* All. */\na {\n  /* One. */\n  b: c; /* d */\n}\n") == "a {\nb: c; /* d */\n}\n")
  }

  @Test(arguments: [
    "/* One\n// two */\nf();\n", "f(`\n  // text\n`);\n", "f('a\\\n  // text');\n",
  ])
  func leavesScriptsWhoseLinesMeanSomething(_ text: String) { #expect(script(text) == text) }

  @Test(arguments: [
    "/* One\n/* two */\na { b: c }\n", "/* a */ b { c: d } /* e */\n",
    "a { content: \"/*\\\n*/\" }\n",
  ])
  func leavesStyleSheetsWhoseLinesMeanSomething(_ text: String) { #expect(styles(text) == text) }
}
