// redirect: an old path that cannot lead on.

/// Old paths that lead to pages: `redirects:` of the configuration and `aliases:` of pages.
package enum Redirects {
  package static let rule = Rule(
    "redirect", .error, "A redirect or an alias cannot work.",
    explanation: """
      `aliases:` of a page and `redirects:` of `handbook.yml` make a small page at an old path \
      that leads on. The old path must be free and inside the site, the new one a page.
      """,
    bad: "redirects: {old-fees.md: policies/missing.md}",
    good: "redirects: {old-fees.md: policies/fees.md}")

  /// One old path and the page that it leads to.
  package struct Redirect: Sendable, Equatable {
    /// The place of the old page in the site.
    package let output: String
    package let target: Int
  }

  /// Every redirect that works, sorted by old path.
  package static func all(in handbook: Handbook) -> [Redirect] {
    judged(handbook).compactMap(\.redirect).sorted { $0.output < $1.output }
  }

  static func findings(in handbook: Handbook) -> [Diagnostic] {
    judged(handbook).compactMap(\.problem)
  }

  private typealias Judgement = (redirect: Redirect?, problem: Diagnostic?)

  private static func judged(_ handbook: Handbook) -> [Judgement] {
    var taken = Set(handbook.pages.indices.map { handbook.outputPath(of: $0).lowercased() })
    taken.formUnion(handbook.files.map { $0.text.lowercased() })
    var result: [Judgement] = []
    for (index, page) in handbook.pages.enumerated() {
      for alias in page.front.aliases {
        result.append(judge(alias, index, from: page, page.path, handbook, &taken))
      }
    }
    for (from, to) in handbook.configuration.redirects {
      guard let target = handbook.page(at: to.value) else {
        result.append((nil, Diagnostic(
          rule, at: .configuration, to.range, "there is no page \(to.value)",
          help: Suggestion.nearest(to: to.value, in: handbook.pages.map(\.path.text))
            .map { "did you mean \($0)?" })))
        continue
      }
      result.append(judge(from, target, from: nil, .configuration, handbook, &taken))
    }
    return result
  }

  private static func judge(
    _ old: Located<String>, _ target: Int, from page: Page?, _ path: ContentPath,
    _ handbook: Handbook, _ taken: inout Set<String>
  ) -> Judgement {
    guard let output = output(of: old.value) else {
      return (nil, Diagnostic(
        rule, at: path, old.range, "\(old.value) is not a path inside the site",
        help: "write it as old-folder/old-page.md"))
    }
    guard taken.insert(output.lowercased()).inserted else {
      return (nil, Diagnostic(
        rule, at: path, old.range, "something else is published at \(output)",
        help: "remove this redirect, or rename the other page"))
    }
    return (Redirect(output: output, target: target), nil)
  }

  /// `/old/fees/`, `old/fees`, `old/fees.md` and `old/fees.html` as a place in the site.
  private static func output(of old: String) -> String? {
    var path = old.hasPrefix("/") ? String(old.dropFirst()) : old
    if path.hasSuffix("/") { path += "index.html" }
    if path.hasSuffix(".md") { path = String(path.dropLast(3)) + ".html" }
    if !path.hasSuffix(".html") { path += ".html" }
    do { return try ContentPath(path).text } catch { return nil }
  }
}
