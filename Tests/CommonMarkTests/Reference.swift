// libcmark-gfm's own HTML, which ours is held against.

import CCmarkGFM
import Handbook
import Site
import Synchronization

@testable import CommonMark

/// The library's renderer, with the parser set up as Deskbook sets it up.
enum Reference {
  /// HTML of a document under the library's default, safe, options.
  static func html(_ markdown: [UInt8], smartPunctuation: Bool = false) -> [UInt8] {
    CoreExtensions.register()
    let flags = CMARK_OPT_FOOTNOTES | (smartPunctuation ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT)
    let parser = cmark_parser_new(flags)
    defer { cmark_parser_free(parser) }
    for name in CoreExtensions.names {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    markdown.withUnsafeBytes { buffer in
      cmark_parser_feed(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    // The tables that `finish` changes are the process's: other suites parse at the same time.
    let document = CoreExtensions.finishing.withLock { _ in
      UInt(bitPattern: cmark_parser_finish(parser))
    }
    let root = OpaquePointer(bitPattern: document)
    defer { cmark_node_free(root) }
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let html = cmark_render_html(root, flags, extensions) else { return [] }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    let length = deskbook_length(html)
    return html.withMemoryRebound(to: UInt8.self, capacity: length) {
      Array(UnsafeBufferPointer(start: $0, count: length))
    }
  }
}

/// The HTML that Deskbook makes of a document outside a handbook.
func deskbookHTML(_ markdown: [UInt8], smartPunctuation: Bool = false) -> [UInt8] {
  var tree = MarkupTree(
    parsing: markdown[...], options: ParserOptions(smartPunctuation: smartPunctuation))
  RawTags.open(in: &tree)
  var renderer = MarkupRenderer(tree: tree)
  renderer.render(0..<tree.nodes.count)
  return renderer.out.bytes
}

/// The same, as text.
func deskbookHTML(_ markdown: String) -> String {
  String(decoding: deskbookHTML(Array(markdown.utf8)), as: UTF8.self)
}
