// `search-tests.yml`: what staff type, and what they must find.

internal import Text

/// One query and what it must find.
package struct SearchTest: Sendable {
  /// What counts as found.
  package enum Expectation: Sendable, Equatable {
    /// Any record of a page.
    case page(Int)
    /// The record at an anchor of a page.
    case place(Int, anchor: String)
    /// The record of a line to say, as search shows it.
    case line(String)
  }

  package let query: String
  /// Any of them counts.
  package let expectations: [Expectation]
  /// As written.
  package let expected: String
  /// Among how many first results it must be.
  package let top: Int
}

/// Reads `search-tests.yml`: a list of `{query, expect, top}`.
package enum SearchTests {
  package static let rule = Rule(
    "search-test", .error, "A search test names nothing that can be found.",
    explanation: """
      Each entry of `search-tests.yml` has a `query`, what to `expect` (a page as `fees.md`, a \
      step, section or question as `fees.md#late`, the text of a line to say, or a list of these \
      of which any will do) and `top`, the number of first results it must be among (3 where it \
      is left out). `deskbook search-test` runs them.
      """,
    bad: "- {query: no show, expect: policies/missing.md}\n",
    good: "- {query: no show, expect: policies/missed-appointment.md, top: 1}\n")

  /// Reads the tests of a handbook; an entry that names nothing is reported and left out.
  package static func read(
    _ file: SourceFile, in handbook: Handbook
  ) -> (tests: [SearchTest], diagnostics: [Diagnostic]) {
    let yaml = YAML.read(0..<file.bytes.count, of: file)
    var tests: [SearchTest] = []
    var diagnostics = yaml.diagnostics
    for item in yaml.value?.items ?? [] {
      var reader = MappingReader(item, at: file.path, what: "a search test")
      let query = reader.text("query")
      let expected = reader.texts("expect")
      let top = reader.number("top", in: 1...1_000).map { Int($0) } ?? 3
      reader.finish()
      diagnostics += reader.diagnostics
      guard let query, !expected.isEmpty else {
        diagnostics.append(
          Diagnostic(
            rule, at: file.path, item.range, "this search test lacks query or expect",
            help: "write - {query: no show, expect: policies/missed-appointment.md}"))
        continue
      }
      let found = expected.map { expectation($0.value, in: handbook) }
      for (name, found) in zip(expected, found) where found == nil {
        diagnostics.append(missing(name, at: file.path, in: handbook))
      }
      tests.append(
        SearchTest(
          query: query.value, expectations: found.compactMap(\.self),
          expected: expected.map(\.value).joined(separator: " or "), top: top))
    }
    return (tests, diagnostics)
  }

  private static func expectation(
    _ text: String, in handbook: Handbook
  ) -> SearchTest.Expectation? {
    let hash = text.utf8.firstIndex(of: UInt8(ascii: "#"))
    let path = String(text[..<(hash ?? text.endIndex)])
    if path.ends(with: ".md") {
      guard let page = handbook.page(at: path) else { return nil }
      guard let hash else { return .page(page) }
      let anchor = handbook.pages[page].spelling(
        ofAnchor: String(text[text.utf8.index(after: hash)...]))
      return handbook.pages[page].hasAnchor(anchor) ? .place(page, anchor: anchor) : nil
    }
    let isLine = handbook.pages.contains { page in
      page.phrases.contains { $0.say?.text == text }
    }
    return isLine ? .line(handbook.configuration.filling(text)) : nil
  }

  private static func missing(
    _ expected: Located<String>, at path: ContentPath, in handbook: Handbook
  ) -> Diagnostic {
    let page = String(expected.value.cut(at: "#").before)
    let known = handbook.pages.map(\.path.text)
    return Diagnostic(
      rule, at: path, expected.range, "the handbook has no page, anchor or line \(expected.value)",
      help: known.contains(page)
        ? "look up the heading's anchor on \(page)"
        : Suggestion.nearest(to: page, in: known).map { "did you mean \($0)?" }
          ?? "write a page's path, or a line exactly as it stands")
  }
}

extension Configuration {
  /// A text as search shows it: values filled in, fields by their labels in brackets.
  package func filling(_ text: String) -> String {
    Placeholder.segments(of: Array(text.utf8)[...]).map { segment in
      switch segment {
      case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
      case .hole(let name, let source):
        values[name] ?? field(name).map { "[\($0.label)]" }
          ?? String(decoding: source, as: UTF8.self)
      }
    }.joined()
  }
}
