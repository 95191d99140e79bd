// Markdown bytes to MarkupTree, through libcmark-gfm; `TreeBuilder` walks what the library made.

internal import CCmarkGFM
internal import Synchronization

/// How Markdown is read.
package struct ParserOptions: Sendable, Hashable {
  /// Straight quotes, `--` and `...` become typographic ones.
  package var smartPunctuation: Bool

  /// Options; smart punctuation is off by default.
  package init(smartPunctuation: Bool = false) {
    self.smartPunctuation = smartPunctuation
  }
}

extension MarkupTree {
  /// Reads GitHub-flavoured Markdown: tables, strikethrough, autolinks, task lists, footnotes.
  ///
  /// Safe to call from any thread. Bytes that are not UTF-8 must have been refused before.
  ///
  /// - Parameters:
  ///   - markdown: UTF-8, at most 2 GB; front matter already cut off.
  ///   - firstLine: the line of the file on which `markdown` begins: positions are those in the
  ///     file.
  ///   - options: how to read it.
  package init(
    parsing markdown: ArraySlice<UInt8>, firstLine: Int = 1,
    options: ParserOptions = ParserOptions()
  ) {
    CoreExtensions.register()
    self = unsafe ParserMemory.lend { memory in
      unsafe Self.parsed(markdown, firstLine: firstLine, options, memory)
    }
  }

  /// Nothing is freed here: the library allocates from `memory`, which the caller empties in one
  /// go.
  private static func parsed(
    _ markdown: ArraySlice<UInt8>, firstLine: Int, _ options: ParserOptions,
    _ memory: UnsafeMutablePointer<cmark_mem>
  ) -> MarkupTree {
    let flags = CMARK_OPT_FOOTNOTES | (options.smartPunctuation ? CMARK_OPT_SMART : 0)
    guard let parser = unsafe cmark_parser_new_with_mem(flags, memory) else { return MarkupTree() }
    for name in CoreExtensions.names {
      if let syntax = unsafe cmark_find_syntax_extension(name) {
        unsafe cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    let marked = Self.markingEscapes(in: markdown)
    unsafe (marked ?? markdown).withUnsafeBytes { buffer in
      unsafe cmark_parser_feed(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    // With strikethrough or autolink attached, `finish` changes process-wide tables of special
    // characters (github/cmark-gfm#176); reading a finished tree needs no lock.
    let document = CoreExtensions.finishing.withLock { _ in
      unsafe UInt(bitPattern: cmark_parser_finish(parser))
    }
    guard let root = unsafe OpaquePointer(bitPattern: document) else { return MarkupTree() }
    var builder = TreeBuilder(
      firstLine: Int32(firstLine), source: markdown, hasEscapes: marked != nil)
    unsafe builder.copy(root)
    return builder.finished()
  }
}

/// The library's own extensions, registered once.
enum CoreExtensions {
  static let names = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]
  static let finishing = Mutex(())
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()
  static func register() { registered }
}
