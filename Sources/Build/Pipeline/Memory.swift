// What the allocator keeps back.

internal import CLinux

/// The memory of the process.
enum Memory {
  /// Gives memory that nothing uses back to the system.
  ///
  /// Each thread has a store of its own, from which no other thread takes: what one stage let go
  /// would stand beside what the next one takes. Takes some milliseconds.
  static func release() { deskbook_release_memory() }
}
