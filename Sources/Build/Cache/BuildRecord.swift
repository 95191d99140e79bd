// What the last build of a site was made from and what came of it, as it is kept in a file.

internal import Handbook
internal import Search

/// The record of a build that published a site.
struct BuildRecord: Sendable {
  /// The hash of the build's ``BuildInputs``.
  let inputs: String
  /// The digest of the ``SiteMarks`` of its site.
  let output: String
  let counts: RunResult.Counts
  let files: Int
  let searchBytes: Int
  let diagnostics: [Diagnostic]
  let pages: PageKeys
  /// The SHA-256 of the state of each search index that has one, by the index's folder.
  let search: [String: String]
}

extension BuildRecord {
  private static let format = "deskbook build record 3"

  var bytes: [UInt8] {
    var out = PackedWriter()
    out.text(inputs)
    out.text(output)
    for number in [counts.pages, counts.phrases, counts.cards, files, searchBytes] {
      out.number(number)
    }
    out.list(diagnostics) { out, diagnostic in
      out.text(diagnostic.path.text)
      diagnostic.pack(into: &out)
    }
    pages.pack(into: &out)
    out.list(search.sorted { $0.key < $1.key }) { $0.texts([$1.key, $1.value]) }
    return out.file(Self.format)
  }

  /// Nil where the bytes are those of another version, cut off or changed.
  init?(_ file: [UInt8]) {
    guard var reader = PackedReader(file, format: Self.format) else { return nil }
    (inputs, output) = (reader.text(), reader.text())
    counts = RunResult.Counts(
      pages: reader.number(), phrases: reader.number(), cards: reader.number())
    (files, searchBytes) = (reader.number(), reader.number())
    let rules = Rules.byName
    let diagnostics = reader.list { reader in
      ContentPath(known: reader.text()).flatMap { Diagnostic(&reader, at: $0, rules) }
    }
    pages = PageKeys(&reader)
    let search = reader.list { $0.texts() }
    guard let diagnostics, let search, !reader.isDamaged else { return nil }
    self.diagnostics = diagnostics
    self.search = Dictionary(
      search.filter { $0.count == 2 }.map { ($0[0], $0[1]) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension ContentPath {
  init?(known text: String) {
    do { try self.init(text) } catch { return nil }
  }
}
