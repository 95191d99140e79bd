// The entry points for what is read beside pages.

/// Reads the handbook's own files; what is absent has its defaults.
package enum HandbookReader {
  /// Reads `handbook.yml`.
  package static func configuration(_ file: SourceFile?) -> (Configuration, [Diagnostic]) {
    file.map { ConfigurationReader.read($0) } ?? (Configuration(), [])
  }

  /// Reads `sources.yml`.
  package static func sources(_ file: SourceFile?) -> ([String: Source], [Diagnostic]) {
    file.map { Bibliography.read($0) } ?? ([:], [])
  }

  /// Reads `synonyms.txt`.
  package static func synonyms(_ file: SourceFile?) -> ([SynonymLine], [Diagnostic]) {
    Synonyms.read(file)
  }

  /// Reads `reviews.tsv`.
  package static func reviews(_ file: SourceFile?) -> ([String: ReviewStamp], [Diagnostic]) {
    ReviewHistory.read(file)
  }
}
