// Every limit on the size and shape of content, so that no page takes a build or a browser down.

/// What content may not exceed; far above what a handbook needs.
package enum Limits {
  // MARK: The whole handbook

  /// Names in the content folder; beyond, the build ends.
  ///
  /// Links that lead back and forth multiply without end.
  package static let names = 500_000
  /// Pages, drafts included (`too-large`).
  package static let pages = 200_000

  /// Bytes of a path of the site below its top (`file-name`).
  package static let pathBytes = 1_024

  // MARK: One file

  /// Bytes of a page or a list (`file-size`).
  package static let pageBytes = 8 * 1_048_576
  /// Bytes of `handbook.yml` and `sources.yml` (`yaml-syntax`).
  package static let settingsBytes = 1_048_576
  /// Bytes of a page's front matter (`front-matter`).
  package static let frontMatterBytes = 16_384
  /// Levels of YAML; the parser recurses once a level (`yaml-syntax`).
  package static let yamlDepth = 64

  /// Bytes of all the logs of searches that are merged at a time: half a million lines.
  package static let logBytes = 32_000_000

  // MARK: Lists and settings

  /// Words and phrases on a line of `synonyms.txt`, and on all of its lines (`synonyms`): each pair of a
  /// line is compared with those of others.
  package static let lineSynonyms = 50
  package static let synonyms = 50_000
  /// Bytes of one of `values:` (`configuration`).
  package static let valueBytes = 4_096
  /// Languages of a handbook (`configuration`): each has an index, and lists of its own.
  package static let languages = 40

  /// Bytes of a card's text, and eight for each of its blocks (`card-fit`): some pages of print.
  package static let cardBytes = 16_384

  // MARK: One page (`too-large`)

  /// Bytes that a page's placeholders may come to, once they are filled.
  package static let filledBytes = 2 * 1_048_576

  package static let headings = 20_000
  package static let links = 50_000
  /// Columns of a table.
  package static let columns = 1_000
  /// Cells of a page's tables, with those that short rows lack: the parser makes them all.
  package static let cells = 250_000
  /// Lists and quotes in one another.
  package static let nesting = 200
  /// Steps of the parser where it goes over the same bytes again and again; a billion take about a
  /// second.
  package static let effort = 1 << 30
  /// Pages below this many bytes are not measured unless they have many `|` and lines: even squared
  /// time is short for them.
  package static let smallPage = 16_384
  /// The processor's time for reading a page, where the estimate above was too low.
  package static let pageTime = Duration.seconds(20)
}
