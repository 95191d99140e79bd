// What came of a run.

package import Cards
package import Handbook

/// The handbook as read, and what was found and made.
package struct Outcome: Sendable {
  package let handbook: Handbook
  let content: LoadedContent
  /// Sorted; levels and silences applied.
  package internal(set) var diagnostics: [Diagnostic]
  /// The cards as they are printed, in the order of the handbook's; empty before they are checked.
  package internal(set) var cards: [LaidCard] = []
  package internal(set) var timings: Timings
  /// The published site; nil where nothing was written.
  package internal(set) var publication: Publication?
  let isStrict: Bool
  /// What changed since the run before, while a run goes on.
  var revision: Revision?

  /// Every text of the content.
  package var texts: [ContentPath: SourceFile] { content.texts }

  /// The texts that findings are about, so that they can show their lines.
  package var foundTexts: [ContentPath: SourceFile] {
    let found = Set(diagnostics.map(\.path))
    return found.isEmpty ? [:] : content.texts.filter { found.contains($0.key) }
  }

  package var errors: Int { diagnostics.count { $0.severity == .error } }
  package var warnings: Int { diagnostics.count - errors }
  /// Whether findings forbid a site.
  package var isRefused: Bool { errors > 0 || isStrict && warnings > 0 }

  /// Takes findings that include what was found later.
  package mutating func replaceDiagnostics(_ found: [Diagnostic]) { diagnostics = found }
}

/// A site that was published.
package struct Publication: Sendable {
  package let files: Int
  /// UTF-8 bytes of the search index that a browser may read.
  package let searchBytes: Int
  /// What the file system could not do.
  package internal(set) var shortfalls: [Shortfall] = []
  /// What tells the site's files from others; nil where nothing remembers it.
  var digest: String?
  /// What its pages were made from; nil where nothing remembers it.
  var pages: PageKeys?
  /// What is known of its pages, packed; nil where nothing remembers it.
  var notes: [UInt8]?
  /// The states of its search indexes by their folders, where they are remembered.
  var searchStates: [String: MadeSearch.State] = [:]

  init(files: Int, searchBytes: Int) {
    self.files = files
    self.searchBytes = searchBytes
  }
}
