// What a run says at its end, whether it worked or found its work done.

package import Handbook

/// Findings and counts of one run.
package struct RunResult: Sendable {
  /// How much a handbook holds.
  package struct Counts: Codable, Sendable {
    package let pages: Int
    package let phrases: Int
    package let cards: Int
  }

  /// Every text of the content, so that findings can show their lines.
  package let texts: [ContentPath: SourceFile]
  /// Sorted; levels and silences applied.
  package let diagnostics: [Diagnostic]
  package let counts: Counts
  package let timings: Timings
  /// The published site; nil where none was and none stands.
  package let publication: Publication?
  /// Whether findings forbid a site.
  package let isRefused: Bool
  /// Whether the site stands as the build before left it, as this one would have made the same.
  package let stands: Bool
  /// What was read, while anybody holds the result; nothing else asks for it.
  private let handbook: Handbook?

  /// What a run says that found its site standing.
  init(
    _ record: BuildRecord, _ texts: [ContentPath: SourceFile], _ timings: Timings, isStrict: Bool
  ) {
    self.texts = texts
    diagnostics = record.diagnostics
    counts = record.counts
    self.timings = timings
    publication = Publication(
      files: record.files, searchBytes: record.searchBytes, manifest: record.manifest)
    isRefused = diagnostics.stopPublishing(isStrict: isStrict)
    stands = true
    handbook = nil
  }

  /// What came of a run that worked.
  package init(_ outcome: Outcome) {
    texts = outcome.foundTexts
    diagnostics = outcome.diagnostics
    counts = outcome.counts
    timings = outcome.timings
    publication = outcome.publication
    isRefused = outcome.isRefused
    stands = false
    handbook = outcome.handbook
  }
}

extension Outcome {
  package var counts: RunResult.Counts {
    RunResult.Counts(
      pages: handbook.pages.count, phrases: handbook.pages.reduce(0) { $0 + $1.phrases.count },
      cards: handbook.cards.count)
  }
}
