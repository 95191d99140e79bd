// Lines that Pango has set, kept for the next sheet on which they stand: a card is on one sheet for each
// paper, and setting it takes as long as drawing it.

internal import CPango
internal import Handbook

/// Lines of text by all that Pango makes of them.
@safe final class SetLines {
  private struct Key: Hashable {
    var runs: [CardRun]
    var isBold: Bool
    var isOfInterface: Bool
    var points: Double
    var speech: Speech
  }

  /// A layout and its only line, which is drawn without asking the layout for it: a layout sets its
  /// lines anew where its context has changed.
  @safe private struct Entry {
    let layout: OpaquePointer
    let line: UnsafeMutablePointer<PangoLayoutLine>
  }

  private struct Note: Hashable {
    var text: String
    var style: TextStyle
    var speech: Speech
  }

  private var entries: [Key: Entry] = [:]
  private var notes: [Note: Paragraph] = [:]

  /// Most lines that are kept, of some three kilobytes each.
  private static let most = 6000
  private static let mostNotes = 100

  deinit { removeAll() }

  /// The set line of a text; not to be released.
  func line(of text: TextLine, _ fonts: FontStock) -> UnsafeMutablePointer<PangoLayoutLine>? {
    let speech = fonts.speech
    let runs = speech.isRightToLeft ? text.runs : text.runs.map(\.withPlainSpaces)
    let key = Key(
      runs: runs, isBold: text.style.isBold, isOfInterface: text.style.isOfInterface,
      points: text.points, speech: speech)
    if let entry = entries[key] { return unsafe entry.line }
    guard let layout = unsafe fonts.layout(runs, text.style, points: text.points) else {
      return nil
    }
    guard let line = unsafe pango_layout_line_ref(pango_layout_get_line_readonly(layout, 0)) else {
      unsafe g_object_unref(UnsafeMutableRawPointer(layout))
      return nil
    }
    if entries.count >= Self.most { removeAll() }
    entries[key] = unsafe Entry(layout: layout, line: line)
    return unsafe line
  }

  /// A measured text that many sheets have.
  func note(_ text: String, _ style: TextStyle, _ fonts: FontStock) -> Paragraph {
    let key = Note(text: text, style: style, speech: fonts.speech)
    if let paragraph = notes[key] { return paragraph }
    let paragraph = Paragraph([CardRun(text: text)], style, in: fonts)
    if notes.count >= Self.mostNotes { notes.removeAll(keepingCapacity: true) }
    notes[key] = paragraph
    return paragraph
  }

  private func removeAll() {
    for entry in entries.values {
      unsafe pango_layout_line_unref(entry.line)
      unsafe g_object_unref(UnsafeMutableRawPointer(entry.layout))
    }
    entries.removeAll(keepingCapacity: true)
  }
}

extension CardRun {
  /// With spaces that are found and copied like any other: once its lines are broken, a text needs no
  /// others, for which alone Cairo would embed a font.
  ///
  /// What may run from right to left keeps them, as they join numbers there (UAX #9, rule W4).
  fileprivate var withPlainSpaces: CardRun {
    guard text.utf8.contains(0xC2), text.unicodeScalars.allSatisfy({ $0.value < 0x590 }) else {
      return self
    }
    var run = self
    let scalars = text.unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }
    run.text = String(String.UnicodeScalarView(scalars))
    return run
  }
}
