// One finding in the content: a value that is sorted, filtered and printed at the edge.

/// A mistake or a doubt about a place in the content.
package struct Diagnostic: Codable, Sendable, Hashable {
  package var rule: Rule
  package var severity: Severity
  package var path: ContentPath
  /// Bytes of the file as read; empty for the whole file.
  package var range: Range<Int>
  /// What is wrong here, in one sentence without a full stop.
  package var message: String
  /// The likely mend.
  package var help: String?
  /// The mend that a program can make, where that is certain.
  package var fix: Fix?

  /// A finding at the rule's own level unless another is given.
  package init(
    _ rule: Rule, at path: ContentPath, _ range: Range<Int>, _ message: String,
    help: String? = nil, fix: Fix? = nil, severity: Severity? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.path = path
    self.range = range
    self.message = message
    self.help = help
    self.fix = fix
  }
}

extension Double {
  /// As a person writes it: 8, not 8.0.
  var shown: String { self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)" }
}

extension Diagnostic: Comparable {
  /// By path, then place, then rule: the order of every report.
  package static func < (left: Self, right: Self) -> Bool {
    if left.path != right.path { return left.path < right.path }
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
    return left.message < right.message
  }
}
