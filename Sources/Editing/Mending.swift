// The mends that findings know, made in the texts that they are about.

package import Handbook
internal import Text

/// One round of fixes: of two that overlap, the first.
package struct Mending: Sendable {
  /// One fix that was made.
  package struct Change: Sendable, Equatable {
    package let path: ContentPath
    /// Counted from 1, in the text as it was.
    package let line: Int
    /// What stood there, and what stands there now; whole lines where something was only put in.
    package let before: String
    package let after: String
    package let rule: Rule
  }

  /// In the order of the findings.
  package private(set) var changes: [Change] = []
  /// The texts that changed.
  package private(set) var texts: [SourceFile] = []

  /// Makes the fixes of findings, which are sorted, in their texts.
  package init(_ findings: [Diagnostic], in texts: [ContentPath: SourceFile]) {
    let files = Dictionary(grouping: findings.filter { $0.fix != nil }, by: \.path)
    for (path, findings) in files.sorted(by: { $0.key < $1.key }) {
      guard let file = texts[path] else { continue }
      let made = Fix.together(findings, in: file.bytes.count)
      let edits = made.flatMap { $0.fix?.edits ?? [] }
      let bytes = file.bytes.applying(edits.map { ByteEdit($0.range, $0.text) })
      if bytes == file.bytes { continue }
      self.texts.append(SourceFile(path: path, bytes: bytes))
      changes += made.flatMap { finding in
        (finding.fix?.edits ?? []).map { Self.change($0, of: file, finding.rule) }
      }
    }
  }

  private static func change(_ edit: Fix.Edit, of file: SourceFile, _ rule: Rule) -> Change {
    let number = file.lines.position(of: edit.range.lowerBound).line
    let line = file.range(ofLine: number)
    let isInserted = edit.range.isEmpty || edit.text.allSatisfy(\.isWhitespace)
    let shown = isInserted && line.upperBound >= edit.range.upperBound ? line : edit.range
    let before = Array(file.bytes[shown])
    let place = edit.range.lowerBound - shown.lowerBound
    let after = before.applying([ByteEdit(place..<place + edit.range.count, edit.text)])
    return Change(
      path: file.path, line: number, before: String(decoding: before, as: UTF8.self),
      after: String(decoding: after, as: UTF8.self), rule: rule)
  }
}
