// What a check is called, how grave it is, and what `deskbook explain` says of it.

/// How grave a finding is: with an error nothing is published, a warning is something that readers
/// can live with, a note never fails a run.
package enum Severity: String, Codable, Sendable, Hashable { case error, warning, note }

/// A kind of mistake with a stable name.
package struct Rule: Sendable, Hashable {
  /// Kebab case; never changes once released.
  package let id: String
  /// The level where `handbook.yml` sets none.
  package let severity: Severity
  /// One sentence: what is wrong.
  package let summary: String
  /// What it means for readers and how to mend it.
  package let explanation: String
  /// An example that is reported.
  package let bad: String
  /// The same, mended.
  package let good: String

  package init(
    _ id: String, _ severity: Severity, _ summary: String, explanation: String, bad: String,
    good: String
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.bad = bad
    self.good = good
  }

  package static func == (left: Self, right: Self) -> Bool { left.id == right.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

// Encoded as its name; decoding throws where there is no rule of that name any more.
extension Rule: Codable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(id)
  }

  package init(from decoder: any Decoder) throws {
    let id = try decoder.singleValueContainer().decode(String.self)
    guard let rule = Rules.named(id) else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "no rule \(id)"))
    }
    self = rule
  }
}
