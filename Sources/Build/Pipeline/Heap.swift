// What the allocator keeps back.

internal import CLinux

/// The heap of the process.
enum Heap {
  /// Gives memory that nothing uses back to the system.
  ///
  /// Each thread has a store of its own, from which no other thread takes: what one stage let go
  /// would stand beside what the next one takes. Takes some milliseconds.
  ///
  /// - Source: malloc_trim(3).
  static func trim() { deskbook_release_memory() }
}
