// What the last build knew of a page.

internal import Handbook
internal import Search

/// The outline and the findings of one page; a class, as it is handed on whole.
final class PageNote: Sendable {
  let path: ContentPath
  /// The SHA-256 of its file.
  let text: String
  /// Nil where it is read again.
  let front: FrontMatter?
  /// Where the page's text begins, in bytes of its file.
  let textStart: Int
  let outline: PageOutline
  /// What was found while the page was read.
  let onReading: [Diagnostic]
  let findings: PageFindings

  init(
    _ page: Page, text: String, onReading: [Diagnostic], _ findings: PageFindings
  ) {
    path = page.path
    self.text = text
    front = page.front
    textStart = page.frontMatterText.count
    outline = page.outline
    self.onReading = onReading
    self.findings = findings
  }

  func pack(into out: inout PackedWriter) {
    out.text(path.text)
    out.text(text)
    (front ?? FrontMatter()).pack(into: &out)
    out.number(textStart)
    out.text(outline.title)
    out.flag(outline.isUntitled)
    for hash in [outline.hash, outline.anchors, findings.key] { out.hash(hash) }
    for hashes in [outline.lines.said, outline.lines.avoided] { out.shortHashes(hashes) }
    out.texts(outline.destinations)
    out.number(outline.phraseCount)
    out.flag(outline.hasSilences)
    for found in [onReading, findings.found] {
      out.list(found) { $1.pack(into: &$0) }
    }
  }

  /// Nil where a rule is no more; `rules` has all by their names.
  init?(_ reader: inout PackedReader, _ rules: [String: Rule]) {
    guard let path = ContentPath(known: reader.text()) else { return nil }
    self.path = path
    text = reader.text()
    front = FrontMatter(&reader)
    textStart = reader.number()
    let (title, isUntitled) = (reader.text(), reader.flag())
    let (hash, anchors, key) = (reader.hash(), reader.hash(), reader.hash())
    let lines = SpokenLines(said: reader.shortHashes(), avoided: reader.shortHashes())
    outline = PageOutline(
      title: title, isUntitled: isUntitled, hash: hash, anchors: anchors, lines: lines,
      destinations: reader.texts(), phraseCount: reader.number(), hasSilences: reader.flag())
    let found = (0..<2).compactMap { _ in
      reader.list { Diagnostic(&$0, at: path, rules) }
    }
    guard found.count == 2 else { return nil }
    onReading = found[0]
    findings = PageFindings(key: key, found: found[1])
  }
}
