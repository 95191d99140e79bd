// redirect: an old path that cannot lead on.

internal import Text

/// Old paths that lead to pages: `redirects:` of the configuration and `aliases:` of pages.
package enum Redirects {
  package static let rule = Rule(
    "redirect", .warning, "A redirect or an alias cannot work.",
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

  /// Old paths that cannot lead on.
  package static func findings(in handbook: Handbook) -> [Diagnostic] {
    judged(handbook).compactMap(\.problem)
  }

  private typealias Judgement = (redirect: Redirect?, problem: Diagnostic?)

  private static func judged(_ handbook: Handbook) -> [Judgement] {
    var taken = TakenOutputs(handbook.siteMap)
    for index in handbook.pages.indices {
      _ = taken.claim(handbook.outputPath(of: index), for: handbook.pages[index].path.text)
    }
    for file in handbook.files { _ = taken.claim(file.text, for: file.text) }
    var suggester = Suggester(handbook.pages.map(\.path.text))
    var result: [Judgement] = []
    for (index, page) in handbook.pages.enumerated() {
      for alias in page.front.aliases {
        result.append(judge(alias, index, page.path, &taken))
      }
    }
    for (from, to) in handbook.configuration.redirects {
      let path = Self.withoutSlash(to.value)
      guard let target = handbook.page(at: path) else {
        let help = suggester.nearest(to: path).map { "did you mean \($0)?" }
        let problem = Diagnostic(
          rule, at: .configuration, to.range, "there is no page \(to.value)",
          help: help ?? "write the path of a page: policies/fees.md",
          fix: to.fix(suggester.likely(path)?.sure))
        result.append((nil, problem))
        continue
      }
      result.append(judge(from, target, .configuration, &taken))
    }
    return result
  }

  private static func judge(
    _ old: Located<String>, _ target: Int, _ path: ContentPath, _ taken: inout TakenOutputs
  ) -> Judgement {
    func refused(_ message: String, _ help: String) -> Judgement {
      (nil, Diagnostic(rule, at: path, old.range, message, help: help))
    }
    guard let output = output(of: old.value) else {
      return refused(
        "\(old.value) is not a path inside the site", "write it as old-folder/old-page.md")
    }
    switch taken.claim(output, for: "the old path \(old.value) of \(path)") {
    case .file(let owner, _), .folder(let owner, _):
      return refused(
        "\(output) is taken by \(owner)", "remove this redirect, or rename what stands there")
    case nil: return (Redirect(output: output, target: target), nil)
    }
  }

  /// `/old/fees/`, `old/fees`, `old/fees.md` and `old/fees.html` as a place in the site.
  package static func output(of old: String) -> String? {
    var path = withoutSlash(old)
    if path.holds("#") { return nil }
    if path.isEmpty || path.ends(with: "/") { path += "index.html" }
    if path.ends(with: ".md") {
      path = String(decoding: path.utf8.dropLast(3), as: UTF8.self) + ".html"
    }
    if !path.ends(with: ".html") { path += ".html" }
    guard path.utf8.count <= Limits.pathBytes, path.parts(at: "/").allSatisfy(FileName.isPlain)
    else { return nil }
    do { return try ContentPath(path).text } catch { return nil }
  }

  /// A path from the root as one below it.
  private static func withoutSlash(_ path: String) -> String {
    String(decoding: path.utf8.dropFirst(path.begins(with: "/") ? 1 : 0), as: UTF8.self)
  }
}
