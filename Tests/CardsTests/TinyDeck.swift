// Cards of a tiny handbook, set in the bundled fonts.

import Cards
import Foundation
import Handbook
import Testing

/// The cards of a handbook in memory.
struct TinyDeck {
  static let fonts = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Themes/default/fonts").standardizedFileURL

  /// The bundled fonts, the main family first.
  static func fontFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: fonts.path).filter {
      $0.hasSuffix(".ttf")
    }.sorted().map { fonts.appending(path: $0).path }
  }

  let settings: CardSettings
  let cards: [LaidCard]

  /// Sets the pages' cards; `url` is the address of the site.
  init(_ texts: [String: String], url: String? = nil) throws {
    let files = try texts.map {
      try SourceFile(path: ContentPath($0.key), bytes: Array($0.value.utf8))
    }
    let handbook = Handbook.read(
      ContentFiles(files), ReadingOptions(today: try #require(CalendarDate("2026-11-21")))
    ).handbook
    settings = CardSettings(fonts: try Self.fontFiles(), words: CardWords { $0 }, url: url)
    cards = try CardSetter.lay(handbook.cards, settings)
  }

  /// One written card.
  init(_ body: String, options: String = "size: a6", title: String = "Title", url: String? = nil)
    throws
  {
    try self.init(
      [
        "cards/a.md":
          "---\ntitle: \(title)\nkind: card\nreviewed: 2026-11-01\nreview: 6 months\ncard: {\(options)}\n---\n\n\(body)\n"
      ], url: url)
  }

  /// The only card.
  func card() throws -> LaidCard {
    try #require(cards.count == 1 ? cards.first : nil)
  }

  /// `rule: message` of each finding.
  var findings: [String] { cards.flatMap(\.findings).map { "\($0.rule.id): \($0.message)" } }
}
