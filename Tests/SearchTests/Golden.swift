// Golden files: what a test must give, kept beside it.

import FoundationEssentials
import Testing

/// Compares bytes with the file `Fixtures/<name>` beside the calling test.
///
/// A missing file fails; with `RECORD=1` the file is written and the test fails too, so that a
/// recording run cannot pass for a checking one.
func expectGolden(
  _ actual: [UInt8], _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Fixtures")
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD"] != nil {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(actual).write(to: file)
    Issue.record("recorded \(name); run again without RECORD", sourceLocation: sourceLocation)
    return
  }
  let expected = try #require(
    FileManager.default.contents(atPath: file.path), "no golden file \(name)",
    sourceLocation: sourceLocation)
  if Data(actual) == expected { return }
  let place = zip(actual, expected).prefix { $0 == $1 }.count
  let found = String(decoding: actual.dropFirst(max(0, place - 40)).prefix(80), as: UTF8.self)
  Issue.record("\(name) differs at byte \(place): \(found)", sourceLocation: sourceLocation)
}
