// What the last build of a site was made from and what came of it, as it is kept in a file.

internal import Cards
internal import Foundation
internal import Handbook

/// The record of a build that published a site.
struct BuildRecord: Codable, Sendable, Equatable {
  /// A finding of that build; its rule by name.
  struct Finding: Codable, Sendable, Equatable {
    let rule: String
    let severity: String
    let path: String
    /// Bytes of the file.
    let start: Int
    let end: Int
    let message: String
    let help: String?
    let replacement: String?
  }

  /// The hash of the build's ``BuildInputs``.
  let inputs: String
  /// The ``OutputDigest`` of its site.
  let output: String
  let counts: RunResult.Counts
  let files: Int
  let searchBytes: Int
  let findings: [Finding]
  let pages: PageKeys
  /// The SHA-256 of the state of each search index that has one, by the index's folder.
  let search: [String: String]
}

extension BuildRecord {
  /// The first line of the file, before the hash of the rest: another version reads nothing of it.
  private static let format = "deskbook build record 3"

  /// The file: a line with the hash of the rest, and the rest as JSON.
  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      let json = Array(try encoder.encode(self))
      return Array("\(Self.format) \(SHA256.hex(json))\n".utf8) + json
    }
  }

  /// Nil where the bytes are those of another version, cut off or changed.
  init?(_ bytes: [UInt8]) {
    let line = bytes.prefix { $0 != 0x0A }
    let json = Array(bytes.dropFirst(line.count + 1))
    guard String(decoding: line, as: UTF8.self) == "\(Self.format) \(SHA256.hex(json))" else {
      return nil
    }
    do { self = try JSONDecoder().decode(Self.self, from: Data(json)) } catch { return nil }
  }

  /// The findings as they were; nil where one is by a rule that is no more.
  var diagnostics: [Diagnostic]? {
    let rules = Dictionary(Rules.all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var diagnostics: [Diagnostic] = []
    for finding in findings {
      guard let rule = rules[finding.rule], let severity = Severity(rawValue: finding.severity),
        let path = ContentPath(known: finding.path), finding.start <= finding.end
      else { return nil }
      diagnostics.append(
        Diagnostic(
          rule, at: path, finding.start..<finding.end, finding.message, help: finding.help,
          replacement: finding.replacement, severity: severity))
    }
    return diagnostics
  }
}

extension BuildRecord.Finding {
  init(_ diagnostic: Diagnostic) {
    rule = diagnostic.rule.id
    severity = diagnostic.severity.rawValue
    path = diagnostic.path.text
    start = diagnostic.range.lowerBound
    end = diagnostic.range.upperBound
    message = diagnostic.message
    help = diagnostic.help
    replacement = diagnostic.replacement
  }
}

extension ContentPath {
  init?(known text: String) {
    do { try self.init(text) } catch { return nil }
  }
}
