// What a run says at its end, whether it did the work or found it done.

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
  /// Whether the site was left as it is, because this build would have made the same.
  package let stands: Bool
  /// Never read: it only keeps the handbook in memory for as long as the result, so that a program
  /// can exit without freeing it.
  private let handbook: Handbook?

  /// What a run says that left the site as it is.
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

  /// What came of a run that did the work.
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
