// Lines that Pango has set, kept for the next sheet that has them: every card is printed on each
// paper, and setting it takes as long as drawing it.

internal import CPango
internal import Handbook

/// Lines of text that have been set, by everything that decides how they look.
@safe final class SetLines {
  private struct Key: Hashable {
    var runs: [CardRun]
    var isBold: Bool
    var isOfInterface: Bool
    var points: Double
    var speech: Speech
  }

  /// A layout and its only line.
  ///
  /// The line is kept to be drawn, because a layout that is asked for it after its context changed
  /// sets it again.
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

  /// The most lines that are kept; each takes some three kilobytes.
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

  /// A margin's text, measured once for all sheets that have it.
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
  /// With plain spaces in the place of no-break spaces, which have done their work once lines are
  /// broken.
  ///
  /// Plain ones are found and copied like any other, and Cairo would embed one more font for the
  /// rest. A text that may run from right to left keeps them: they join numbers there (UAX #9,
  /// rule W4).
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
