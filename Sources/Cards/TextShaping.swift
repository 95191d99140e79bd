// From runs of a card to text that Pango has set, and to the widths of its pieces.

internal import CPango
internal import Handbook

/// The look of a whole line; its runs may be bolder.
struct TextStyle: Hashable, Sendable {
  var isBold = false
  var color = Ink.text
  /// Whether its own first letter decides the direction, not the card: words of the interface may
  /// be in another language than the card.
  var isOfInterface = false
}

/// How the label of a placeholder is set: its type as a multiple of the text's around it.
enum Blank {
  static let scale = 0.8
}

extension FontStock {
  /// Text set on one line at a size in points; to be released by the caller.
  func layout(_ runs: [CardRun], _ style: TextStyle, points: Double) -> OpaquePointer? {
    let layout = unsafe pango_layout_new(context)
    let font = unsafe description(points: points, isBold: style.isBold)
    defer { unsafe pango_font_description_free(font) }
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_layout_set_auto_dir(layout, style.isOfInterface ? 1 : 0)
    unsafe pango_layout_set_single_paragraph_mode(layout, 1)
    let text = runs.map(\.text).joined()
    unsafe pango_layout_set_text(layout, text, Int32(text.utf8.count))
    let attributes = unsafe pango_attr_list_new()
    defer { unsafe pango_attr_list_unref(attributes) }
    // Ligatures such as “fi” would make Cairo embed a further font in every PDF.
    unsafe pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"))
    var start = 0
    for run in runs {
      let end = start + run.text.utf8.count
      func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?) {
        guard let attribute = unsafe attribute else { return }
        unsafe attribute.pointee.start_index = UInt32(start)
        unsafe attribute.pointee.end_index = UInt32(end)
        unsafe pango_attr_list_insert(attributes, attribute)
      }
      if run.isBold { unsafe add(pango_attr_weight_new(PANGO_WEIGHT_BOLD)) }
      if run.isBlank {
        unsafe add(
          pango_attr_size_new_absolute(Int32(points * Blank.scale * Double(PANGO_SCALE))))
        unsafe add(pango_attr_weight_new(PANGO_WEIGHT_NORMAL))
        unsafe add(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE))
      }
      start = end
    }
    unsafe pango_layout_set_attributes(layout, attributes)
    return unsafe layout
  }
}

/// A text measured once, to be broken at any size.
struct Paragraph: Sendable {
  /// A run of letters between two places where a line may end.
  struct Piece: Sendable {
    /// Bytes of the text, white space after it included.
    var bytes: Range<Int>
    /// In ems, without the white space after it.
    var width: Double
    /// The white space after it, in ems.
    var space: Double
  }

  var runs: [CardRun]
  var style: TextStyle
  var pieces: [Piece] = []
  /// Characters that no font has, in the order of the text.
  var missing: [Unicode.Scalar] = []

  /// The whole width on one line, in ems.
  var width: Double {
    zip(pieces, pieces.indices).reduce(0) { sum, next in
      sum + next.0.width + (next.1 + 1 < pieces.count ? next.0.space : 0)
    }
  }
}

extension Paragraph {
  /// The size in points at which texts are measured; widths are in proportion to it, as hinting is
  /// off.
  private static let reference = 100.0

  /// Sets and measures a text.
  init(_ runs: [CardRun], _ style: TextStyle = TextStyle(), in fonts: FontStock) {
    self.runs = runs
    self.style = style
    let text = runs.map(\.text).joined()
    if text.isEmpty { return }
    guard let layout = unsafe fonts.layout(runs, style, points: Self.reference) else { return }
    defer { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }
    let widths = unsafe Self.widths(in: layout, bytes: text.utf8.count)
    missing = unsafe Self.missing(in: layout)
    pieces = unsafe Self.pieces(of: text, widths, layout)
  }

  /// The advance of each cluster at its first byte, in ems.
  private static func widths(in layout: OpaquePointer, bytes: Int) -> [Double] {
    var widths = [Double](repeating: 0, count: bytes + 1)
    let unit = reference * Double(PANGO_SCALE)
    guard let iterator = unsafe pango_layout_get_iter(layout) else { return widths }
    defer { unsafe pango_layout_iter_free(iterator) }
    repeat {
      guard unsafe pango_layout_iter_get_run_readonly(iterator) != nil else { continue }
      var extents = PangoRectangle()
      unsafe pango_layout_iter_get_cluster_extents(iterator, nil, &extents)
      let index = unsafe Int(pango_layout_iter_get_index(iterator))
      if widths.indices.contains(index) { widths[index] += Double(extents.width) / unit }
    } while unsafe pango_layout_iter_next_cluster(iterator) != 0
    return widths
  }

  private static func missing(in layout: OpaquePointer) -> [Unicode.Scalar] {
    guard unsafe pango_layout_get_unknown_glyphs_count(layout) > 0,
      let iterator = unsafe pango_layout_get_iter(layout)
    else { return [] }
    defer { unsafe pango_layout_iter_free(iterator) }
    var found: [Unicode.Scalar] = []
    repeat {
      guard let run = unsafe pango_layout_iter_get_run_readonly(iterator),
        let glyphs = unsafe run.pointee.glyphs
      else { continue }
      for index in 0..<Int(unsafe glyphs.pointee.num_glyphs) {
        let glyph = unsafe glyphs.pointee.glyphs[index].glyph
        // `PANGO_GLYPH_UNKNOWN_FLAG`: no font has a glyph, and the other bits are the character.
        guard glyph & 0x1000_0000 != 0,
          let scalar = Unicode.Scalar(glyph & 0x00FF_FFFF), !found.contains(scalar)
        else { continue }
        found.append(scalar)
      }
    } while unsafe pango_layout_iter_next_run(iterator) != 0
    return found
  }

  private static func pieces(
    of text: String, _ widths: [Double], _ layout: OpaquePointer
  ) -> [Piece] {
    var count: Int32 = 0
    guard let attributes = unsafe pango_layout_get_log_attrs_readonly(layout, &count) else {
      return []
    }
    let scalars = Array(text.unicodeScalars)
    var pieces: [Piece] = []
    var piece = Piece(bytes: 0..<0, width: 0, space: 0)
    var offset = 0
    for (index, scalar) in scalars.enumerated() {
      if index > 0, unsafe deskbook_may_break(attributes, Int32(index)) != 0,
        allowsBreak(before: index, in: scalars)
      {
        pieces.append(piece)
        piece = Piece(bytes: offset..<offset, width: 0, space: 0)
      }
      let size = UTF8.width(scalar)
      let width = widths[offset..<offset + size].reduce(0, +)
      if unsafe deskbook_is_white(attributes, Int32(index)) != 0 {
        piece.space += width
      } else {
        piece.width += piece.space + width
        piece.space = 0
      }
      offset += size
      piece.bytes = piece.bytes.lowerBound..<offset
    }
    return pieces + [piece]
  }

  /// Allows a break at a hyphen only between three letters and three letters, so that “Wi-Fi”
  /// stays whole, and none before a dash or a middle dot.
  private static func allowsBreak(before index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    if ["–", "—", "·"].contains(scalars[index]) { return false }
    guard scalars[index - 1] == "-" else { return true }
    let before = scalars[..<(index - 1)].suffix(3)
    let after = scalars[index...].prefix(3)
    return before.count == 3 && after.count == 3
      && (before + after).allSatisfy { $0.properties.isAlphabetic }
  }
}
