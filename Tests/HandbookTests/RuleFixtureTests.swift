// Every rule has two tiny handbooks: one that it reports, one that it accepts.

import Foundation
import Handbook
import Testing

/// The folders below `Rules/`, one a rule: `reports/` with `expected.txt`, and `accepts/`.
enum RuleFixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Rules")
  static let expected = "expected.txt"

  static let names: [String] = {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return Set((names ?? []).compactMap { $0.split(separator: "/").first.map(String.init) })
      .sorted()
  }()

  /// The files of a handbook below `Rules/`, the expectation left out.
  static func handbook(_ name: String) throws -> TinyHandbook {
    try TinyHandbook(bytes: files(name))
  }

  /// Their bytes, by path.
  static func files(_ name: String) -> [String: [UInt8]] {
    let root = folder.appending(path: name)
    var files: [String: [UInt8]] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
      guard path != expected,
        let data = FileManager.default.contents(atPath: root.path + "/" + path)
      else { continue }
      files[path] = [UInt8](data)
    }
    return files
  }
}

@Suite struct RuleFixtureTests {
  /// Found while files are loaded or when the index is made: `BuildTests` has their fixtures.
  static let foundElsewhere: Set<String> = [
    FileRules.encoding.id, FileRules.size.id, FileRules.symlink.id, FileRules.name.id,
    FileRules.skipped.id, FileRules.settingsName.id, FileRules.noPages.id, ActiveFile.rule.id,
    PictureFile.rule.id,
    SearchRules.unused.id, SearchRules.size.id,
  ]

  /// Found where cards are set in their fonts: `CardsTests` has their fixtures.
  static let foundInPrint: Set<String> = [
    CardGlyph.rule.id, CardLink.rule.id, CardType.rule.id,
  ]

  @Test func haveAFolderForEveryRuleAndNoOther() {
    let rules = Set(Rules.all.map(\.id)).subtracting(Self.foundElsewhere)
      .subtracting(Self.foundInPrint)
    #expect(Set(RuleFixtures.names) == rules)
  }

  @Test(arguments: RuleFixtures.names)
  func reportWhatTheFixtureExpects(_ rule: String) throws {
    let tiny = try RuleFixtures.handbook("\(rule)/reports")
    let found = tiny.diagnostics.map { tiny.line($0) + "\n" }.joined()
    #expect(!tiny.findings(rule).isEmpty, "nothing is reported")
    let file = RuleFixtures.folder.appending(path: "\(rule)/reports/\(RuleFixtures.expected)")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(found.utf8).write(to: file)
      Issue.record("recorded \(rule); run again without RECORD")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(found == expected)
  }

  @Test(arguments: RuleFixtures.names)
  func acceptWhatTheFixtureMends(_ rule: String) throws {
    let tiny = try RuleFixtures.handbook("\(rule)/accepts")
    #expect(!tiny.handbook.pages.isEmpty, "no page to accept")
    #expect(tiny.findings(rule).map(tiny.line) == [])
  }

  @Test(arguments: RuleFixtures.names)
  func underlineAPlaceInsideTheFile(_ rule: String) throws {
    let tiny = try RuleFixtures.handbook("\(rule)/reports")
    for finding in tiny.diagnostics {
      let size = tiny.file(finding.path)?.bytes.count ?? 0
      #expect(finding.range.upperBound <= size, "\(tiny.line(finding))")
    }
  }
}
