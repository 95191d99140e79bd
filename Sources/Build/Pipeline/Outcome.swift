// What came of a run.

package import Cards
package import Handbook

/// The handbook as read, and what was found and made.
package struct Outcome: Sendable {
  package let handbook: Handbook
  let content: ContentFiles
  /// Sorted; levels and silences applied.
  package private(set) var diagnostics: [Diagnostic]
  /// The cards as they are printed, in the order of the handbook's; empty before they are checked.
  package internal(set) var cards: [LaidCard] = []
  package internal(set) var timings: Timings
  /// The published site; nil where nothing was written.
  package internal(set) var publication: Publication?
  let isStrict: Bool

  init(
    handbook: Handbook, content: ContentFiles, diagnostics: [Diagnostic], timings: Timings,
    isStrict: Bool
  ) {
    (self.handbook, self.content, self.isStrict) = (handbook, content, isStrict)
    (self.diagnostics, self.timings) = (diagnostics, timings)
  }

  /// Every text of the content.
  package var texts: [ContentPath: SourceFile] { content.texts }

  /// The texts that findings are about, so that they can show their lines.
  package var foundTexts: [ContentPath: SourceFile] {
    let found = Set(diagnostics.map(\.path))
    return found.isEmpty ? [:] : content.texts.filter { found.contains($0.key) }
  }

  package var errors: Int { diagnostics.count { $0.severity == .error } }
  package var warnings: Int { diagnostics.count { $0.severity == .warning } }
  /// Whether findings forbid a site.
  package var isRefused: Bool { diagnostics.stopPublishing(isStrict: isStrict) }

  /// Adds findings, applies levels and silences to them, and sorts again.
  package mutating func add(_ found: [Diagnostic]) {
    if !found.isEmpty { diagnostics = Checks.applyLevels(to: diagnostics + found, in: handbook) }
  }
}

/// A site that was published.
package struct Publication: Sendable {
  package let files: Int
  /// UTF-8 bytes of the search index that a browser may read.
  package let searchBytes: Int
  /// The SHA-256 of its manifest.
  let manifest: String
  /// The SHA-256 of every file that was copied, as it was written.
  let copied: [String: String]
  /// What the file system could not do.
  package internal(set) var shortfalls: [Shortfall] = []

  init(files: Int, searchBytes: Int, manifest: String, copied: [String: String] = [:]) {
    (self.files, self.searchBytes, self.manifest) = (files, searchBytes, manifest)
    self.copied = copied
  }
}
