// The fonts that cards are set in: those that are given, never those of the machine.

internal import CPango

/// Why no card can be made.
package enum CardProblem: Error, Sendable, Equatable {
  /// No font was given.
  case noFonts
  /// A font cannot be read.
  case unreadableFont(path: String)
  /// A font whose outlines are not TrueType: it may be embedded without the table from glyphs to
  /// letters that search, copying and screen readers need.
  case notTrueType(path: String)
  /// The PDF could not be made; the library's words.
  case pdf(String)
}

/// In which language and direction a text is.
struct Speech: Hashable {
  /// BCP 47.
  var language: String
  var isRightToLeft: Bool
}

/// Fonts of a run, with what Pango needs to set text in them.
///
/// One task at a time: Pango's font maps are not to be shared.
@safe final class FontStock {
  /// Sets text at its true width, without regard to a screen's pixels.
  let context: OpaquePointer
  /// Every family in the order given, as Pango reads it.
  let families: String
  /// How far the first family's letters reach above and below the baseline, in ems.
  private(set) var ascent = 1.0
  private(set) var descent = 0.3

  private(set) var speech = Speech(language: "", isRightToLeft: false)

  /// Tells Fontconfig once, before all else, that it knows no fonts of the machine: it would look for
  /// them all, and complain where none are installed.
  private static let forgetsTheMachine: Void = {
    if let none = unsafe FcConfigCreate() { unsafe FcConfigSetCurrent(none) }
  }()

  private let configuration: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>

  /// Opens fonts.
  ///
  /// - Parameter paths: TrueType files; the first family is the main one, the others stand in for
  ///   letters that it lacks.
  /// - Throws: `noFonts`, `unreadableFont` or `notTrueType`.
  init(_ paths: [String]) throws(CardProblem) {
    if paths.isEmpty { throw .noFonts }
    Self.forgetsTheMachine
    guard let configuration = unsafe FcConfigCreate() else { throw .noFonts }
    var families: [String] = []
    do throws(CardProblem) {
      for path in paths {
        let family = try unsafe Self.add(path, to: configuration)
        if !families.contains(family) { families.append(family) }
      }
    } catch {
      unsafe FcConfigDestroy(configuration)
      throw error
    }
    guard let map = unsafe deskbook_font_map(configuration),
      let context = unsafe pango_font_map_create_context(map)
    else {
      unsafe FcConfigDestroy(configuration)
      throw .noFonts
    }
    unsafe self.configuration = configuration
    unsafe self.map = map
    unsafe self.context = context
    self.families = families.joined(separator: ",")
    setTrueWidths()
    measure()
  }

  deinit {
    unsafe g_object_unref(UnsafeMutableRawPointer(context))
    unsafe g_object_unref(UnsafeMutableRawPointer(map))
    unsafe FcConfigDestroy(configuration)
  }

  /// Adds a font, and returns its family.
  private static func add(
    _ path: String, to configuration: OpaquePointer
  ) throws(CardProblem) -> String {
    var count: Int32 = 0
    guard let font = unsafe FcFreeTypeQuery(path, 0, nil, &count) else {
      throw .unreadableFont(path: path)
    }
    defer { unsafe FcPatternDestroy(font) }
    guard unsafe text(of: font, "fontformat") == "TrueType" else { throw .notTrueType(path: path) }
    guard let family = unsafe text(of: font, "family"),
      unsafe FcConfigAppFontAddFile(configuration, path) != 0
    else { throw .unreadableFont(path: path) }
    return family
  }

  private static func text(of font: OpaquePointer, _ key: String) -> String? {
    var value: UnsafeMutablePointer<FcChar8>?
    guard unsafe deskbook_font_text(font, key, &value) != 0, let value = unsafe value else {
      return nil
    }
    return unsafe String(cString: value)
  }

  private func setTrueWidths() {
    let options = unsafe cairo_font_options_create()
    defer { unsafe cairo_font_options_destroy(options) }
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    unsafe pango_cairo_context_set_font_options(context, options)
    unsafe pango_context_set_round_glyph_positions(context, 0)
  }

  private func measure() {
    let font = unsafe description(points: 100, isBold: false)
    defer { unsafe pango_font_description_free(font) }
    guard let metrics = unsafe pango_context_get_metrics(context, font, nil) else { return }
    defer { unsafe pango_font_metrics_unref(metrics) }
    ascent = unsafe Double(pango_font_metrics_get_ascent(metrics)) / (100 * Double(PANGO_SCALE))
    descent = unsafe Double(pango_font_metrics_get_descent(metrics)) / (100 * Double(PANGO_SCALE))
  }

  /// Sets the language (BCP 47) and the direction of the texts that follow: Pango would otherwise
  /// take the machine's own language, and choose other forms of letters by it.
  func speak(_ language: String, rightToLeft: Bool) {
    speech = Speech(language: language, isRightToLeft: rightToLeft)
    unsafe pango_context_set_language(context, pango_language_from_string(language))
    unsafe pango_context_set_base_dir(
      context, rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
  }

  /// A font by size; to be freed by the caller.
  func description(points: Double, isBold: Bool) -> OpaquePointer? {
    let font = unsafe pango_font_description_new()
    unsafe pango_font_description_set_family(font, families)
    unsafe pango_font_description_set_absolute_size(font, points * Double(PANGO_SCALE))
    unsafe pango_font_description_set_weight(
      font, isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    return unsafe font
  }
}
