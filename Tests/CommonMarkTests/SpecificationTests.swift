import Testing

struct SpecificationTests {
  @Test func baseline() throws {
    let examples = try SpecificationExample.all()
    print(examples.count)
    for e in examples {
      let m = Array(e.markdown.utf8)
      let a = deskbookHTML(m), b = Reference.html(m)
      if a != b { print("DIFF \(e.number) [\(e.section)] raw=\(String(decoding: b, as: UTF8.self).contains("raw HTML omitted"))"); if !String(decoding: b, as: UTF8.self).contains("raw HTML omitted") { print(difference(a, b)) } }
    }
  }
}
