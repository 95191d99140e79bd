// What the last build knew of each page, so that the text of one that has not changed need not be read.

internal import Cards
internal import CommonMark
internal import Handbook

/// Outlines and findings of a handbook's pages.
struct PageNotes: Sendable {
  /// What is known of one page; a class, as it is handed on whole.
  final class Note: Sendable {
    /// The SHA-256 of its file.
    let text: String
    /// Nil where it is read again.
    let front: FrontMatter?
    /// Where the page's text begins, in bytes of its file.
    let textStart: Int
    let outline: PageOutline
    let onReading: [Diagnostic]
    let findings: PageFindings
  }

  /// A hash of ``BuildInputs/surroundings``: in others, nothing here holds.
  let surroundings: String
  let notes: [ContentPath: Note]
  let avoided: AvoidedLines
}

extension PageNotes {
  /// What a build found.
  ///
  /// - Parameters:
  ///   - handbook: its pages.
  ///   - onReading: what was found while pages were read.
  ///   - findings: what checks found.
  ///   - keys: those of the pages' findings.
  ///   - inputs: what the build read.
  init(
    _ handbook: Handbook, onReading: [ContentPath: [Diagnostic]], _ findings: Findings,
    _ keys: [ContentHash], _ inputs: BuildInputs
  ) {
    surroundings = inputs.onSurroundings
    avoided = findings.avoidedLines
    var notes: [ContentPath: Note] = [:]
    notes.reserveCapacity(handbook.pages.count)
    for (index, page) in handbook.pages.enumerated() {
      guard let text = inputs.texts[page.path] else { continue }
      notes[page.path] = Note(
        text: text, front: page.front, textStart: page.frontMatterText.count, outline: page.outline,
        onReading: onReading[page.path] ?? [],
        findings: findings.onPage(index, key: keys[index]))
    }
    self.notes = notes
  }

  /// The note on a file that has not changed.
  func note(on file: SourceFile, _ inputs: BuildInputs) -> Note? {
    notes[file.path].flatMap { $0.text == inputs.texts[file.path] ? $0 : nil }
  }

  /// What was found on pages that have not changed.
  func findings(in handbook: Handbook, _ inputs: BuildInputs) -> KnownFindings {
    KnownFindings(
      onPages: handbook.pages.map { note(on: $0.file, inputs)?.findings }, avoided: avoided)
  }
}

// The file: a line with the hash of the rest, and the rest packed.
extension PageNotes {
  /// Another version reads nothing of it.
  private static let format = "deskbook page notes 1"

  var bytes: [UInt8] {
    var out = PackedWriter()
    out.text(surroundings)
    out.number(avoided.key.value)
    out.list(avoided.hashes.map(\.value).sorted()) { $0.number($1) }
    out.list(avoided.lengths) { $0.count($1) }
    out.list(notes.sorted { $0.key < $1.key }) { out, entry in
      out.text(entry.key.text)
      entry.value.pack(into: &out)
    }
    return Array("\(Self.format) \(SHA256.hex(out.bytes))\n".utf8) + out.bytes
  }

  /// Nil where the bytes are those of another version, cut off or changed.
  init?(_ bytes: [UInt8]) {
    let line = bytes.prefix { $0 != 0x0A }
    let rest = Array(bytes.dropFirst(line.count + 1))
    guard String(decoding: line, as: UTF8.self) == "\(Self.format) \(SHA256.hex(rest))" else {
      return nil
    }
    do throws(PackedReader.Damage) {
      var reader = PackedReader(rest, from: 0)
      surroundings = try reader.text()
      avoided = try AvoidedLines(
        key: ContentHash(value: reader.number()),
        hashes: Set(
          reader.list { (reader) throws(PackedReader.Damage) in
            ContentHash(value: try reader.number())
          }),
        lengths: reader.list { (reader) throws(PackedReader.Damage) in try reader.count() })
      let rules = Dictionary(Rules.all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let entries = try reader.list { (reader) throws(PackedReader.Damage) in
        guard let path = ContentPath(known: try reader.text()) else { throw PackedReader.Damage() }
        return (path, try Note(&reader, path, rules))
      }
      notes = Dictionary(entries, uniquingKeysWith: { first, _ in first })
    } catch {
      return nil
    }
  }
}

extension PageNotes.Note {
  fileprivate func pack(into out: inout PackedWriter) {
    out.text(text)
    (front ?? FrontMatter()).pack(into: &out)
    out.count(textStart)
    out.text(outline.title)
    out.flag(outline.isUntitled)
    for hash in [outline.hash, outline.anchors, outline.avoided, findings.key] {
      out.number(hash.value)
    }
    out.list(outline.destinations) { $0.text($1) }
    out.count(outline.phraseCount)
    out.flag(outline.hasSilences)
    for found in [onReading, findings.found, findings.avoided] {
      out.list(found) { $1.pack(into: &$0) }
    }
  }

  fileprivate init(
    _ reader: inout PackedReader, _ path: ContentPath, _ rules: [String: Rule]
  ) throws(PackedReader.Damage) {
    text = try reader.text()
    front = try FrontMatter.unpack(from: &reader)
    textStart = Int(truncatingIfNeeded: try reader.number())
    let (title, isUntitled) = try (reader.text(), reader.flag())
    let hash = ContentHash(value: try reader.number())
    let anchors = ContentHash(value: try reader.number())
    let avoided = ContentHash(value: try reader.number())
    let key = ContentHash(value: try reader.number())
    outline = PageOutline(
      title: title, isUntitled: isUntitled, hash: hash, anchors: anchors, avoided: avoided,
      destinations: try reader.list { (reader) throws(PackedReader.Damage) in try reader.text() },
      phraseCount: Int(truncatingIfNeeded: try reader.number()), hasSilences: try reader.flag())
    func found() throws(PackedReader.Damage) -> [Diagnostic] {
      try reader.list { (reader) throws(PackedReader.Damage) in
        try Diagnostic(&reader, path, rules)
      }
    }
    onReading = try found()
    findings = PageFindings(key: key, found: try found(), avoided: try found())
  }
}

extension Diagnostic {
  /// All but its path, which is that of its page.
  fileprivate func pack(into out: inout PackedWriter) {
    out.text(rule.id)
    out.text(severity.rawValue)
    out.range(range)
    out.text(message)
    out.text(help)
    out.text(replacement)
  }

  fileprivate init(
    _ reader: inout PackedReader, _ path: ContentPath, _ rules: [String: Rule]
  ) throws(PackedReader.Damage) {
    guard let rule = rules[try reader.text()],
      let severity = Severity(rawValue: try reader.text())
    else { throw PackedReader.Damage() }
    self.init(
      rule, at: path, try reader.range(), try reader.text(), help: try reader.optionalText(),
      replacement: try reader.optionalText(), severity: severity)
  }
}
