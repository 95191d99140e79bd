// What Cairo cannot put into a PDF: how to print it, its language, words for its QR codes, and an
// identity made from its content instead of the time.

internal import CQpdf

/// What is told about a document.
struct PDFFacts {
  /// BCP 47.
  var language: String
  /// For each figure, in reading order, what it shows in words.
  var alternatives: [String]
  /// Whether the document has a date of its own; if not, the one that Cairo took from the clock is
  /// removed.
  var hasDate: Bool
  /// A value of `/Duplex`.
  var duplex: String
}

/// Finishes documents.
///
/// - Source: ISO 32000-1, sections 7.7.2, 12.2, 14.7 and 14.9.3.
enum PDFFinisher {
  /// The finished document, PDF 1.7; the same bytes for the same input.
  static func finish(_ pdf: [UInt8], _ facts: PDFFacts) throws(CardProblem) -> [UInt8] {
    var document = unsafe qpdf_init()
    defer { unsafe qpdf_cleanup(&document) }
    guard let document = unsafe document else { throw .pdf("no memory") }
    unsafe qpdf_set_suppress_warnings(document, 1)
    let status = unsafe pdf.withUnsafeBytes { bytes in
      unsafe qpdf_read_memory(
        document, "cards.pdf", bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        UInt64(bytes.count), nil)
    }
    if unsafe failed(status, document) { throw unsafe problem(of: document) }
    unsafe describe(document, facts)
    return try unsafe written(document)
  }

  /// Whether a call failed: bit 1 of its status says so, bit 0 only that there were warnings
  /// (`qpdf-c.h`).
  private static func failed(_ status: Int32, _ document: qpdf_data) -> Bool {
    unsafe status & 2 != 0 || qpdf_has_error(document) != 0
  }

  private static func problem(of document: qpdf_data) -> CardProblem {
    guard let error = unsafe qpdf_get_error(document),
      let text = unsafe qpdf_get_error_full_text(document, error)
    else { return .pdf("qpdf failed") }
    return .pdf(unsafe String(cString: text))
  }

  private static func describe(_ document: qpdf_data, _ facts: PDFFacts) {
    let root = unsafe qpdf_get_root(document)
    let preferences = unsafe qpdf_oh_parse(
      document,
      "<< /PrintScaling /None /Duplex \(facts.duplex) /PickTrayByPDFSize true "
        + "/DisplayDocTitle true >>")
    unsafe qpdf_oh_replace_key(document, root, "/ViewerPreferences", preferences)
    unsafe qpdf_oh_replace_key(
      document, root, "/Lang", qpdf_oh_new_unicode_string(document, facts.language))
    let pages = unsafe qpdf_get_num_pages(document)
    for page in 0..<pages {
      unsafe qpdf_oh_replace_key(
        document, qpdf_get_page_n(document, Int(page)), "/Tabs", qpdf_oh_new_name(document, "/S"))
    }
    if !facts.hasDate {
      let information = unsafe qpdf_oh_get_key(document, qpdf_get_trailer(document), "/Info")
      unsafe qpdf_oh_remove_key(document, information, "/CreationDate")
    }
    unsafe describe(
      figuresBelow: qpdf_oh_get_key(document, root, "/StructTreeRoot"), in: document,
      facts.alternatives)
  }

  /// Gives figures their words.
  private static func describe(
    figuresBelow tree: qpdf_oh, in document: qpdf_data, _ alternatives: [String]
  ) {
    var alternatives = alternatives[...]
    var pending = unsafe Array(kids(of: tree, document).reversed())
    while !alternatives.isEmpty, let element = pending.popLast() {
      guard unsafe qpdf_oh_is_dictionary(document, element) != 0 else { continue }
      let type = unsafe qpdf_oh_get_key(document, element, "/S")
      if unsafe qpdf_oh_is_name_and_equals(document, type, "/Figure") != 0 {
        let words = alternatives.removeFirst()
        unsafe qpdf_oh_replace_key(
          document, element, "/Alt", qpdf_oh_new_unicode_string(document, words))
      }
      pending += unsafe kids(of: element, document).reversed()
    }
  }

  /// The elements below an element; one alone stands without an array.
  private static func kids(of element: qpdf_oh, _ document: qpdf_data) -> [qpdf_oh] {
    let kids = unsafe qpdf_oh_get_key(document, element, "/K")
    guard unsafe qpdf_oh_is_array(document, kids) != 0 else {
      return unsafe qpdf_oh_is_dictionary(document, kids) != 0 ? [kids] : []
    }
    let count = unsafe qpdf_oh_get_array_n_items(document, kids)
    return (0..<count).map {
      unsafe qpdf_oh_get_array_item(document, kids, $0)
    }
  }

  private static func written(_ document: qpdf_data) throws(CardProblem) -> [UInt8] {
    let status = unsafe qpdf_init_write_memory(document)
    if unsafe failed(status, document) { throw unsafe problem(of: document) }
    unsafe qpdf_set_deterministic_ID(document, 1)
    unsafe qpdf_set_object_stream_mode(document, qpdf_o_generate)
    unsafe qpdf_force_pdf_version(document, "1.7")
    let result = unsafe qpdf_write(document)
    if unsafe failed(result, document) { throw unsafe problem(of: document) }
    guard let bytes = unsafe qpdf_get_buffer(document) else { throw .pdf("qpdf wrote nothing") }
    return unsafe Array(
      UnsafeBufferPointer(start: bytes, count: Int(qpdf_get_buffer_length(document))))
  }
}
