// A whole handbook in memory, built and checked as the tool does it, without a disk.

import Handbook
import Testing
import Text

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
    let content = ContentFiles(files)
    texts = content.texts
    let found: [Diagnostic]
    (handbook, found) = Handbook.read(
      content, ReadingOptions(today: try #require(CalendarDate(clock))))
    diagnostics = Checks.applyLevels(to: found + Checks.findings(in: handbook), in: handbook)
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
