// Whole tiny handbooks, built and compared with what a person has read and approved.

import Foundation
import Handbook
import Testing

@testable import Build

/// Builds `Fixtures/<case>/Content` and compares it with `Fixtures/<case>/expected`.
///
/// Compared are the inside of `<main>` of each page and every other file whole, but for assets,
/// their list, PDFs and the search index, which have tests of their own. `RECORD=1 swift test` writes
/// the expected files
/// and fails.
@Suite struct WholeSiteTests {
  @Test(arguments: ["every-kind"])
  func buildsTheExpectedSite(_ name: String) async throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(name)")
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let output = URL(filePath: temporary.path).appending(path: "site")
    let today = try #require(CalendarDate("2026-11-21"))
    let settings = Settings(
      folder: folder.path, output: output.path, today: today, workers: 2, version: "test")
    let outcome = try await Pipeline(settings).publish()
    #expect(outcome.diagnostics.filter { $0.severity == .error }.isEmpty)
    try compare(site: output, with: folder.appending(path: "expected"))
  }

  private func compare(site: URL, with expected: URL) throws {
    let made = try texts(of: site).filter { name, _ in
      !name.hasPrefix("assets/") && !name.hasPrefix("search/") && name != "deskbook.json"
        && name != "sw.js" && name != "manifest.webmanifest" && !name.hasSuffix(".pdf")
    }.mapValues(Self.inside)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      for (name, text) in made {
        let file = expected.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      Issue.record("recorded; run again without RECORD")
      return
    }
    let wanted = try texts(of: expected)
    #expect(made.keys.sorted() == wanted.keys.sorted())
    for (name, text) in made.sorted(by: { $0.key < $1.key }) {
      guard let want = wanted[name], want != text else { continue }
      let lines = zip(text.split(separator: "\n"), want.split(separator: "\n"))
      let first = lines.first { $0 != $1 }
      Issue.record("\(name): got \(first?.0 ?? "fewer lines"), want \(first?.1 ?? "more lines")")
    }
  }

  private func texts(of folder: URL) throws -> [String: String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var texts: [String: String] = [:]
    for name in names {
      let file = folder.appending(path: name)
      let facts = try file.resourceValues(forKeys: [.isDirectoryKey])
      if facts.isDirectory == true { continue }
      texts[name] = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    return texts
  }

  /// The part of a page that its content decides.
  private static func inside(_ text: String) -> String {
    guard let start = text.firstRange(of: "<main"), let end = text.firstRange(of: "</main>") else {
      return text
    }
    return String(text[start.lowerBound..<end.upperBound]) + "\n"
  }
}
