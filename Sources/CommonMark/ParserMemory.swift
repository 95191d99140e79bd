// The memory of parses, of which as many stand ready as were ever at work at once.

internal import CCmarkGFM
internal import Synchronization

/// Lends an arena to each parse.
enum ParserMemory {
  /// The arenas that no parse has, as bit patterns, which may pass from thread to thread.
  ///
  /// Each is lent to one parse at a time, and a parse stays on its thread.
  private static let idle = Mutex<[UInt]>([])

  /// Runs a parse with an allocator of its own; what that gave is gone afterwards.
  ///
  /// The parse may not leave its thread, and nothing of it but finished values may be returned.
  static func lend(_ parse: (UnsafeMutablePointer<cmark_mem>) -> MarkupTree) -> MarkupTree {
    let place = idle.withLock { $0.popLast() } ?? 0
    guard
      let arena = unsafe UnsafeMutablePointer<deskbook_arena>(bitPattern: place)
        ?? deskbook_arena_new(), let memory = unsafe deskbook_arena_begin(arena)
    else { return MarkupTree() }
    defer {
      unsafe deskbook_arena_end(arena)
      let place = UInt(bitPattern: arena)
      idle.withLock { $0.append(place) }
    }
    return unsafe parse(memory)
  }
}
