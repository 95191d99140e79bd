// Memory for the parser: an arena for each parse that is running, kept for the next one.

internal import CCmarkGFM
internal import Synchronization

/// Lends an arena to each parse.
enum ParserMemory {
  /// Arenas that are not in use, as bit patterns, because pointers are not `Sendable`.
  ///
  /// Passing them between threads is safe: each is lent to one parse at a time, and a parse does
  /// not change its thread.
  private static let idle = Mutex<[UInt]>([])

  /// Runs a parse with an allocator of its own, and frees all that it allocated.
  ///
  /// The parse must stay on its thread, and its result may hold nothing that the library
  /// allocated.
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
