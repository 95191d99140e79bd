// What is fuzzed: each takes any bytes, and may neither crash nor break what it promises.

import Cards
import Foundation
import Handbook
import Search
import Site

/// The targets by name.
package enum Targets {
  package static let all: [String: @Sendable ([UInt8]) -> Void] = [
    "front-matter": frontMatter, "settings": settings, "page": page, "script": script,
    "phrases": phrases, "index": index, "query": query, "synonyms": synonyms, "card": card,
    "drawing": drawing, "frames": frames, "editor": editor,
  ]

  /// The repository, from the folder that the run begins in.
  static let root = FileManager.default.currentDirectoryPath

  static let theme: Theme = {
    let folder = root + "/Themes/default"
    var files: [String: [UInt8]] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      files[path] = FileManager.default.contents(atPath: folder + "/" + path).map { [UInt8]($0) }
    }
    do { return try Theme.load(files: files, language: "en") } catch { fatalError("\(error)") }
  }()

  static func path(_ text: String) -> ContentPath {
    do { return try ContentPath(text) } catch { fatalError("\(error)") }
  }

  /// Only UTF-8 comes past the loader.
  static func isText(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  static func handbook(_ texts: [String: [UInt8]]) -> (Handbook, [Diagnostic]) {
    let (handbook, found) = Handbook.read(
      ContentFiles(texts.map { SourceFile(path: path($0.key), bytes: $0.value) }),
      ReadingOptions(today: CalendarDate(daysSince1970: 20_000)))
    let settled = Checks.applyLevels(to: found + Checks.findings(in: handbook), in: handbook)
    for finding in settled {
      let size = texts[finding.path.text]?.count ?? 0
      precondition(finding.range.lowerBound >= 0 && finding.range.upperBound <= size, "\(finding)")
    }
    return (handbook, settled)
  }

  /// Renders every page and asks that no text became a script or a handler.
  static func render(_ handbook: Handbook) {
    let renderer = SiteRenderer(handbook: handbook, theme: theme, version: "0", cards: [])
    for index in handbook.pages.indices {
      guard case .bytes(let bytes) = renderer.pageFile(index).content else { continue }
      let page = String(decoding: bytes, as: UTF8.self)
      // The theme's own scripts stand behind the last one.
      guard let start = page.range(of: "<main"),
        let end = page.range(of: "</main>", options: .backwards)
      else { fatalError("a page without its main part") }
      let body = page[start.lowerBound..<end.lowerBound]
      for tag in ["<script", "<iframe", "<style", "<img onerror", "<base", "<form", "<object"] {
        precondition(!body.contains(tag), tag)
      }
    }
  }

  static func frontMatter(_ bytes: [UInt8]) {
    guard isText(bytes) else { return }
    _ = handbook(["index.md": Array("---\n".utf8) + bytes + Array("\n---\n\n# A\n".utf8)])
  }

  static func settings(_ bytes: [UInt8]) {
    guard isText(bytes) else { return }
    _ = handbook(["index.md": Array("# A\n".utf8), "handbook.yml": bytes])
    _ = handbook(["index.md": Array("# A\n".utf8), "sources.yml": bytes])
  }

  static func page(_ bytes: [UInt8]) {
    guard isText(bytes) else { return }
    render(handbook(["index.md": bytes, "other.md": Array("# Other\n\n## a\n".utf8)]).0)
  }

  static func kind(_ kind: String, _ bytes: [UInt8]) -> (Handbook, [Diagnostic])? {
    guard isText(bytes) else { return nil }
    let head = "---\ntitle: T\nkind: \(kind)\nowner: o\n---\n\n"
    return handbook(["index.md": Array(head.utf8) + bytes, "other.md": Array("# Other\n".utf8)])
  }

  static func script(_ bytes: [UInt8]) {
    if let (handbook, _) = kind("script", bytes) { render(handbook) }
  }

  static func phrases(_ bytes: [UInt8]) {
    guard let (handbook, _) = kind("phrases", bytes) else { return }
    render(handbook)
    let made = SiteSearch.index(of: handbook)
    precondition(isSound(made.files, query: "hello sorry"), "an index of ours cannot be read")
  }

  static func isSound(_ files: [SearchFile], query: String) -> Bool {
    do {
      _ = try SearchReader(files: files).explained(query, kind: nil, limit: 10)
      return true
    } catch { return false }
  }

  /// An index of the bundled phrases, damaged.
  static func index(_ bytes: [UInt8]) {
    do {
      let reader = try SearchReader(root: bytes) { _ in bytes }
      _ = try reader.explained("sorry refund", kind: nil, limit: 10)
    } catch { return }
  }

  static let small: [SearchFile] = {
    let text = "# Fees\n\n> [!SAY]\n> I am sorry about the charge.\n\n## Refund\n\nAsk first.\n"
    return SiteSearch.index(of: handbook(["index.md": Array(text.utf8)]).0).files
  }()

  static func query(_ bytes: [UInt8]) {
    guard bytes.count < 2_000 else { return }
    precondition(isSound(small, query: String(decoding: bytes, as: UTF8.self)))
  }

  static func synonyms(_ bytes: [UInt8]) {
    guard isText(bytes) else { return }
    let (handbook, _) = handbook([
      "index.md": Array("# Fees\n\nAsk before you refund.\n".utf8), "synonyms.txt": bytes,
    ])
    precondition(isSound(SiteSearch.index(of: handbook).files, query: "fees charge"))
  }

  static let cards = CardSettings(
    fonts: ["Regular", "Bold"].map { root + "/Themes/default/fonts/NotoSans-\($0).ttf" },
    words: CardWords { theme.strings[$0] }, url: nil)

  static func card(_ bytes: [UInt8]) {
    guard bytes.count < 4_000, let (handbook, _) = kind("card", bytes) else { return }
    do { _ = try CardSetter.lay(handbook.cards, cards) } catch { fatalError("\(error)") }
  }

  static func drawing(_ bytes: [UInt8]) {
    let file = path("a.svg")
    for look in [ActiveFile.Look.all, .start] {
      if let finding = ActiveFile.finding(file, bytes, look) {
        precondition(finding.range.upperBound <= bytes.count)
      }
    }
  }
}
