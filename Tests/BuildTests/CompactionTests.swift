// Scripts and style sheets lose what nobody's browser reads, and nothing else.

import Testing

@testable import Site

struct CompactionTests {
  private func script(_ text: String) -> String {
    String(decoding: ScriptCompaction.of(Array(text.utf8)), as: UTF8.self)
  }

  private func style(_ text: String) -> String {
    String(decoding: StyleCompaction.of(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("  const a = 1; // one\n\n  b();\n", "const a=1;b();\n"),
    ("a = b\n(c)\n", "a=b\n(c)\n"),
    ("return /* no */ value;", "return value;\n"),
    ("x = a + +b - -c / /d/.y", "x=a+ +b- -c/ /d/.y\n"),
    ("x = '// not  this' + \"/* nor  this */\";", "x='// not  this'+\"/* nor  this */\";\n"),
    ("x = `a  ${ b + `c  }` }  // d`;  y", "x=`a  ${ b + `c  }` }  // d`;y\n"),
    ("x = s.split(/ [/'] /);  y", "x=s.split(/ [/'] /);y\n"),
    ("return / a  b/.test(c)", "return/ a  b/.test(c)\n"),
    ("x = (a + b) / c / d;", "x=(a+b)/c/d;\n"),
    ("f = function () {\n}\ng()\n", "f=function(){}\ng()\n"),
    ("a\n  .b()\n  .c();", "a.b().c();\n"), ("'it\\'s  so' ;", "'it\\'s  so';\n"),
  ])
  func keepsWhatAScriptDoes(_ text: String, _ compact: String) {
    #expect(script(text) == compact)
  }

  @Test(arguments: [
    ("a,\nb > c  { color : red ;\n  margin: 0 auto;\n}\n", "a,b > c{color :red ;margin:0 auto}"),
    (
      "@media (min-width: 2rem) { a :hover { x: calc(1px + 2px); } }",
      "@media (min-width:2rem){a :hover{x:calc(1px + 2px)}}"
    ),
    ("a::before { content: \"{ ; /* } \"; } /* b */", "a::before{content:\"{ ; /* } \"}"),
  ])
  func keepsWhatAStyleSheetSays(_ text: String, _ compact: String) {
    #expect(style(text) == compact)
  }

  @Test func givesScriptsTheWordsThatTheyName() {
    let words = ScriptWords([
      Array("text('copy'); text(\"close-all\"); text('kind-' + kind); text(`part-${n}`)".utf8)
    ])
    for key in ["copy", "close-all", "kind-guide", "part-1"] { #expect(words.hold(key), "\(key)") }
    for key in ["copied", "close", "kinds", "menu"] { #expect(!words.hold(key), "\(key)") }
  }
}
