// What the last build knew of its pages, so that the text of one that has not changed need not be read.

internal import Handbook
internal import Search

/// Outlines and findings of a handbook's pages.
struct PageNotes: Sendable {
  /// A hash of ``BuildInputs/surroundings``: in others, nothing here holds.
  let surroundings: String
  private let notes: [ContentPath: PageNote]
  private static let format = "deskbook page notes 2"

  /// Notes as a file, page by page.
  static func file(_ notes: [PageNote], surroundings: String) -> [UInt8] {
    // What a page of a handbook with much front matter takes.
    var out = PackedWriter(size: notes.count * 1200)
    out.text(surroundings)
    out.list(notes) { $1.pack(into: &$0) }
    return out.file(format)
  }

  /// Nil where the bytes are those of another version, cut off or changed.
  init?(_ file: [UInt8]) {
    guard var reader = PackedReader(file, format: Self.format) else { return nil }
    surroundings = reader.text()
    let rules = Rules.byName
    guard let notes = reader.list({ PageNote(&$0, rules) }), !reader.isDamaged else { return nil }
    self.notes = Dictionary(notes.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The note on a file that has not changed.
  func note(on file: SourceFile, _ inputs: BuildInputs) -> PageNote? {
    notes[file.path].flatMap { $0.text == inputs.texts[file.path] ? $0 : nil }
  }

  /// What was found on each page that has not changed; nil for others.
  func findings(in handbook: Handbook, _ inputs: BuildInputs) -> [PageFindings?] {
    handbook.pages.map { note(on: $0.file, inputs)?.findings }
  }
}
