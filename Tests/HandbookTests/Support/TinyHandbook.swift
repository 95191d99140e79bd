// A whole handbook in memory, built and checked as the tool does it, without a disk.

import Handbook
import Testing

/// A handbook from texts, and everything that is found in it.
struct TinyHandbook {
  /// The day on which reviews are judged.
  static let clock = "2026-11-21"

  let handbook: Handbook
  /// Settled: levels applied, silences heard, sorted.
  let diagnostics: [Diagnostic]
  private let texts: [ContentPath: SourceFile]

  init(_ texts: [String: String], clock: String = clock) throws {
    try self.init(bytes: texts.mapValues { Array($0.utf8) }, clock: clock)
  }

  /// Markdown files become pages, the handbook's own files are read, all others are copied.
  init(bytes: [String: [UInt8]], clock: String = clock) throws {
    let files = try bytes.map { try SourceFile(path: ContentPath($0.key), bytes: $0.value) }
      .sorted { $0.path < $1.path }
    texts = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let (configuration, onConfiguration) = HandbookReader.configuration(texts[.configuration])
    let (sources, onSources) = HandbookReader.sources(texts[.bibliography])
    let (synonyms, onSynonyms) = HandbookReader.synonyms(texts[.synonyms])
    let (reviews, onReviews) = HandbookReader.reviews(texts[.reviews])
    let readings = files.filter(\.path.isMarkdown).map {
      Page.read($0, options: configuration.parserOptions)
    }
    let settings: Set<ContentPath> = [
      .configuration, .bibliography, .synonyms, .searchTests, .reviews,
    ]
    handbook = Handbook(
      configuration: configuration, sources: sources, synonyms: synonyms, reviews: reviews,
      pages: readings.map(\.page).filter { !$0.front.isDraft },
      files: files.map(\.path).filter { !$0.isMarkdown && !settings.contains($0) },
      drafts: Set(readings.map(\.page).filter(\.front.isDraft).map(\.path.text)),
      today: try #require(CalendarDate(clock)))
    var found = onConfiguration + onSources + onSynonyms + onReviews
    found += readings.filter { !$0.page.front.isDraft }.flatMap(\.diagnostics)
    for index in handbook.pages.indices {
      found += Checks.pageFindings(on: index, in: handbook)
    }
    found += Checks.handbookFindings(in: handbook)
    if let tests = texts[.searchTests] {
      found += SearchTests.read(tests, in: handbook).diagnostics
    }
    diagnostics = Checks.settle(found, in: handbook)
  }

  /// A text by its path.
  func file(_ path: ContentPath) -> SourceFile? { texts[path] }

  /// A page by its path.
  func page(_ path: String) throws -> Page {
    handbook.pages[try #require(handbook.page(at: path), "no page \(path)")]
  }

  /// What a finding prints first: `path:line:column: severity: message [rule]`.
  func line(_ finding: Diagnostic) -> String {
    let place = position(of: finding)
    return """
      \(finding.path):\(place.line):\(place.column): \(finding.severity.rawValue): \
      \(finding.message) [\(finding.rule.id)]
      """
  }

  /// The line and column where a finding begins; 1:1 in a file that is not read.
  func position(of finding: Diagnostic) -> (line: Int, column: Int) {
    texts[finding.path]?.lines.position(of: finding.range.lowerBound) ?? (line: 1, column: 1)
  }

  /// The findings of one rule.
  func findings(_ rule: String) -> [Diagnostic] { diagnostics.filter { $0.rule.id == rule } }

  /// The text that a finding underlines.
  func underlined(_ finding: Diagnostic) -> String? {
    texts[finding.path].map { String(decoding: $0.bytes[finding.range], as: UTF8.self) }
  }
}

/// One page alone, as its folder's own, so that no link need lead to it.
func page(_ text: String, path: String = "index.md") throws -> Page {
  try TinyHandbook([path: text]).page(path)
}
