// output-collision: two files that would become one.

internal import Text

/// Files that would become one.
package enum OutputCollision {
  package static let rule = Rule(
    "output-collision", .error, "Two files would be published at one path.",
    explanation: """
      `fees.md` and `fees.html` both become `fees.html`; `Fees.md` and `fees.md` are one file on \
      Windows and macOS; a folder `fees.html/` and a page `fees.md` cannot stand side by side. \
      Paths that Deskbook writes itself (`az.html`, `phrases.html` and `cards/index.html` with \
      their further parts, `changes.html`, `404.html`, `deskbook.json`, `sw.js`, \
      `search/index.js`, PDFs in `cards/`, pages of cards in `c/`, pages for paper in `print/`) are \
      taken too. Rename one of them.
      """,
    bad: "Content/Fees.md and Content/fees.md", good: "Content/fees.md and Content/fees-abroad.md")

  /// Files that would be published at one path.
  package static func findings(in handbook: Handbook) -> [Diagnostic] {
    var outputs = TakenOutputs(handbook.siteMap)
    // The theme's files lie there; their names are known only when they are made.
    _ = outputs.claim("assets/*", for: "a file that Deskbook makes")
    var found: [Diagnostic] = []
    for (index, page) in handbook.pages.enumerated() {
      let output = handbook.outputPath(of: index)
      // The list of cards stands on this page if there is one.
      if output == CardList.path(0) { continue }
      claim(output, page.path, &outputs, &found)
    }
    for path in handbook.files {
      if let twin = path.withoutCompression, let owner = outputs.owner(of: twin) {
        found.append(
          Diagnostic(
            rule, at: path, 0..<0, "servers would send this file in place of \(twin), \(owner)",
            help: "rename it"))
      }
    }
    for path in handbook.files { claim(path.text, path, &outputs, &found) }
    return found
  }

  /// Files with the names of some that are made: only the finished index and the theme tell these.
  package static func findings(
    of made: [String], in handbook: Handbook
  ) -> [Diagnostic] {
    let names = Set(made.map { $0.lowercased() })
    let folders = Set(names.flatMap(TakenOutputs.folders))
    return handbook.files.filter { file in
      let path = file.text.lowercased()
      return names.contains(path) || folders.contains(path)
        || TakenOutputs.folders(of: path).contains(where: names.contains)
    }
    .map {
      Diagnostic(
        rule, at: $0, 0..<0, "Deskbook itself publishes a file or folder as \($0)",
        help: "rename it")
    }
  }

  private static func claim(
    _ output: String, _ path: ContentPath, _ outputs: inout TakenOutputs,
    _ found: inout [Diagnostic]
  ) {
    guard let other = outputs.claim(output, for: path.text) else { return }
    let message =
      switch other {
      case .file(let owner, let taken) where taken == output:
        "this file and \(owner) would both be published as \(output)"
      case .file(let owner, let taken):
        "this file would be published as \(output), \(owner) as \(taken): "
          + "one file on Windows and macOS"
      case .folder(let owner, let name):
        "\(name) would be a file and a folder of the site, because of this file and \(owner)"
      }
    found.append(Diagnostic(rule, at: path, 0..<0, message, help: "rename one of them"))
  }
}

/// Places in the site that are taken; case does not tell them apart.
struct TakenOutputs {
  /// What stands in the way of an output.
  enum Conflict: Equatable {
    case file(owner: String, output: String)
    case folder(owner: String, name: String)
  }

  private typealias Claim = (owner: String, output: String)
  private var files: [String: Claim] = [:]
  private var folders: [String: Claim] = [:]

  /// The outputs that the build itself makes, lists of folders without a page included.
  init(_ site: SiteMap) {
    for path in site.made { _ = claim(path, for: "a page that Deskbook makes") }
  }

  /// Whose a file of the site is; nil where there is none so far.
  func owner(of output: String) -> String? { files[output.lowercased()]?.owner }

  /// The first file of the site that is a path or lies below it.
  func first(in path: String) -> String? {
    files.values.map(\.output).filter { $0.isOrLies(in: path) }.min()
  }

  /// Takes an output unless something stands in its way.
  mutating func claim(_ output: String, for owner: String) -> Conflict? {
    let key = output.lowercased()
    if let other = files[key] { return .file(owner: other.owner, output: other.output) }
    if let other = folders[key] { return .folder(owner: other.owner, name: output) }
    for folder in Self.folders(of: output) {
      if let other = files[folder.lowercased()] { return .folder(owner: other.owner, name: folder) }
    }
    files[key] = (owner, output)
    for folder in Self.folders(of: key) where folders[folder] == nil {
      folders[folder] = (owner, output)
    }
    return nil
  }

  /// `a` and `a/b` of `a/b/c`.
  fileprivate static func folders(of path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }
}
