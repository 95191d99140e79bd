// Cairo's PDF surface, in millimetres from the top left.

internal import CPango
internal import Handbook

/// Collects the bytes of a PDF.
private final class ByteSink {
  var bytes: [UInt8] = []
}

/// Draws the pages of one PDF.
@safe final class Canvas {
  private let fonts: FontStock
  private let lines: SetLines
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let sink = ByteSink()

  /// Begins a document.
  ///
  /// - Parameters:
  ///   - width: of each page, in mm.
  ///   - height: of each page, in mm.
  ///   - fonts: what texts are set in.
  ///   - lines: texts that were set in them before.
  /// - Throws: `pdf` where there is no memory.
  init(
    width: Millimetres, height: Millimetres, fonts: FontStock, lines: SetLines
  ) throws(CardProblem) {
    (self.fonts, self.lines) = (fonts, lines)
    let closure = unsafe Unmanaged.passUnretained(sink).toOpaque()
    let surface = unsafe cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure = unsafe closure, let data = unsafe data else {
          return CAIRO_STATUS_WRITE_ERROR
        }
        let bytes = unsafe UnsafeBufferPointer(start: data, count: Int(length))
        unsafe Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue().bytes.append(
          contentsOf: bytes)
        return CAIRO_STATUS_SUCCESS
      }, closure, width / PrintUnits.point, height / PrintUnits.point)
    guard let surface = unsafe surface, let context = unsafe cairo_create(surface) else {
      throw .pdf("no memory")
    }
    unsafe self.surface = surface
    unsafe self.context = context
    unsafe cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
  }

  deinit {
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)
  }

  func describe(title: String, author: String?, date: CalendarDate?) {
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    if let author {
      unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
    }
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Deskbook")
    if let date {
      unsafe cairo_pdf_surface_set_metadata(
        surface, CAIRO_PDF_METADATA_CREATE_DATE, "\(date)T00:00:00Z")
    }
  }

  func showPage() { unsafe cairo_show_page(context) }

  /// Ends the document, and returns its bytes.
  ///
  /// - Throws: `pdf` with Cairo's words where anything of it could not be drawn.
  func finish() throws(CardProblem) -> [UInt8] {
    unsafe cairo_surface_finish(surface)
    let status = unsafe cairo_surface_status(surface)
    let drawing = unsafe cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS, drawing == CAIRO_STATUS_SUCCESS else {
      let failed = status == CAIRO_STATUS_SUCCESS ? drawing : status
      throw .pdf(unsafe String(cString: cairo_status_to_string(failed)))
    }
    return sink.bytes
  }

  // MARK: Places

  /// Draws inside a box that is turned clockwise by 0, 90, 180 or 270 degrees: the origin is the
  /// corner of the box that is the top left one to what is drawn.
  func inside(_ box: Box, turn: Int, _ draw: () -> Void) {
    unsafe cairo_save(context)
    let (x, y) =
      switch turn {
      case 90: (box.right, box.y)
      case 180: (box.right, box.bottom)
      case 270: (box.x, box.bottom)
      default: (box.x, box.y)
      }
    unsafe cairo_translate(context, x / PrintUnits.point, y / PrintUnits.point)
    unsafe cairo_rotate(context, Double(turn) * .pi / 180)
    draw()
    unsafe cairo_restore(context)
  }

  /// Draws what is one element of the document's structure; `tag` is its type.
  ///
  /// - Source: standard structure types, ISO 32000-1, section 14.8.4.
  func tagged(_ tag: String, _ draw: () -> Void) {
    unsafe cairo_tag_begin(context, tag, nil)
    draw()
    unsafe cairo_tag_end(context, tag)
  }

  // MARK: Marks

  func ink(_ ink: Ink) {
    unsafe cairo_set_source_rgb(
      context, Double(ink.red) / 255, Double(ink.green) / 255, Double(ink.blue) / 255)
  }

  func text(_ line: TextLine) {
    guard let set = unsafe lines.line(of: line, fonts) else { return }
    ink(line.style.color)
    unsafe cairo_move_to(
      context, line.x / PrintUnits.point, line.baseline / PrintUnits.point)
    unsafe pango_cairo_show_layout_line(context, set)
  }

  func fill(_ boxes: [Box], _ color: Ink) {
    ink(color)
    unsafe cairo_new_path(context)
    for box in boxes {
      unsafe cairo_rectangle(
        context, box.x / PrintUnits.point, box.y / PrintUnits.point,
        box.width / PrintUnits.point, box.height / PrintUnits.point)
    }
    unsafe cairo_fill(context)
  }

  func fill(polygon: [(x: Millimetres, y: Millimetres)], _ color: Ink) {
    ink(color)
    // Text leaves a current point behind.
    unsafe cairo_new_path(context)
    for point in polygon {
      unsafe cairo_line_to(context, point.x / PrintUnits.point, point.y / PrintUnits.point)
    }
    unsafe cairo_close_path(context)
    unsafe cairo_fill(context)
  }

  func fill(circle box: Box, _ color: Ink) {
    outline(circle: box, color)
    unsafe cairo_fill(context)
  }

  /// A circle's line of a width in mm.
  func stroke(circle box: Box, width: Millimetres, _ color: Ink) {
    outline(circle: box, color)
    unsafe cairo_set_line_width(context, width / PrintUnits.point)
    unsafe cairo_set_dash(context, [], 0, 0)
    unsafe cairo_stroke(context)
  }

  private func outline(circle box: Box, _ color: Ink) {
    ink(color)
    unsafe cairo_new_path(context)
    unsafe cairo_arc(
      context, (box.x + box.width / 2) / PrintUnits.point,
      (box.y + box.height / 2) / PrintUnits.point, box.width / 2 / PrintUnits.point, 0, 2 * .pi)
    unsafe cairo_close_path(context)
  }

  /// Lines of a width in mm, all in one go; `dashes` are the lengths drawn and left out, in mm.
  func stroke(
    _ lines: [MarkLine], width: Millimetres, dashes: [Millimetres] = [], _ color: Ink
  ) {
    if lines.isEmpty { return }
    ink(color)
    unsafe cairo_set_line_width(context, width / PrintUnits.point)
    let pattern = dashes.map { $0 / PrintUnits.point }
    unsafe cairo_set_dash(context, pattern, Int32(pattern.count), 0)
    unsafe cairo_new_path(context)
    for line in lines {
      unsafe cairo_move_to(context, line.from.x / PrintUnits.point, line.from.y / PrintUnits.point)
      unsafe cairo_line_to(context, line.to.x / PrintUnits.point, line.to.y / PrintUnits.point)
    }
    unsafe cairo_stroke(context)
  }
}
