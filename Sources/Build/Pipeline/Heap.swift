// What the allocator keeps back.

internal import CLinux

/// The heap of the process.
enum Heap {
  /// Gives memory that nothing uses back to the system.
  ///
  /// The allocator keeps what a thread frees for that thread, so what one stage freed would add to
  /// what the next one allocates on others. The call takes some milliseconds.
  ///
  /// - Source: malloc_trim(3).
  static func trim() { deskbook_release_memory() }
}
