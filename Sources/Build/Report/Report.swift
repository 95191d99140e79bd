// The findings of a run in the forms that people and programs read.

package import Handbook
internal import Text

/// Findings, with the texts they are about.
package struct Report: Sendable {
  /// Sorted.
  package let diagnostics: [Diagnostic]
  private let texts: [ContentPath: SourceFile]
  /// What stands before every path, such as `Content/`.
  private let prefix: String

  /// - Parameters:
  ///   - diagnostics: sorted.
  ///   - texts: the files that findings are about, where they are texts.
  ///   - folder: the content folder as it shall be shown.
  package init(_ diagnostics: [Diagnostic], texts: [ContentPath: SourceFile], folder: String) {
    self.diagnostics = diagnostics
    self.texts = texts
    prefix = folder.isEmpty || folder.ends(with: "/") ? folder : folder + "/"
  }

  /// Lines and columns, 1-based, columns in UTF-8 bytes; the end is the place after the last byte.
  struct Place: Sendable, Equatable {
    var line = 1
    var column = 1
    var endLine = 1
    var endColumn = 1
  }

  func path(of diagnostic: Diagnostic) -> String { prefix + diagnostic.path.text }

  func file(of diagnostic: Diagnostic) -> SourceFile? { texts[diagnostic.path] }

  func place(of diagnostic: Diagnostic) -> Place { place(of: diagnostic.range, in: diagnostic) }

  /// The place of some bytes of the file that a finding is about.
  func place(of range: Range<Int>, in diagnostic: Diagnostic) -> Place {
    guard let file = file(of: diagnostic), range.upperBound <= file.bytes.count else {
      return Place()
    }
    let start = file.lines.position(of: range.lowerBound)
    let end = file.lines.position(of: range.upperBound)
    return Place(
      line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }

  /// The mend of a finding; nil where its file is not at hand, so that nothing says where it is.
  func fix(of diagnostic: Diagnostic) -> Fix? {
    guard let fix = diagnostic.fix, let file = file(of: diagnostic),
      fix.edits.allSatisfy({ $0.range.upperBound <= file.bytes.count })
    else { return nil }
    return fix
  }

  package func count(_ severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// `2 errors, 1 warning`, without levels that have no findings; "" where none has.
  package var countLine: String {
    let counts = [Severity.error, .warning, .note].map { (count($0), $0.rawValue) }
      .filter { $0.0 > 0 }
    return counts.map { Wording.count($0.0, $0.1) }.joined(separator: ", ")
  }
}

/// Numbers as people write them.
package enum Wording {
  /// `1 page`, `3,400 pages`.
  package static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `3,400`.
  package static func grouped(_ number: Int) -> String {
    var result = ""
    let digits = String(number.magnitude)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }

  /// `88 kB`, `1.2 MB`: thousands, not 1,024s.
  package static func size(_ bytes: Int) -> String {
    if bytes < 1_000 { return "\(bytes) B" }
    if bytes < 1_000_000 { return "\((bytes + 500) / 1_000) kB" }
    let tenths = (bytes + 50_000) / 100_000
    return "\(grouped(tenths / 10)).\(tenths % 10) MB"
  }

  /// `0.21 s`.
  package static func time(_ duration: Duration) -> String {
    let (seconds, fraction) = duration.components
    let hundredths = Int(seconds) * 100 + Int(fraction / 10_000_000_000_000_000)
    let rest = hundredths % 100
    return "\(grouped(hundredths / 100)).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
