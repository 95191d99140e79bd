// What a file system cannot do, so that publishing went another way.

internal import Synchronization

/// Something that publishing would rather have had.
package enum Shortfall: String, Sendable, CaseIterable {
  /// Two names for one file: what did not change was written again.
  case links
  /// Two folders that change places in one step: for a moment there was no site.
  case exchange
  /// Locks: two builds at once were not kept apart.
  case locks
  /// Flushing: after a power cut the site may have to be built again.
  case flush
}

/// The shortfalls of one publication, noted from several tasks.
final class Shortfalls: Sendable {
  private let noted = Mutex<Set<Shortfall>>([])

  func note(_ shortfall: Shortfall) { noted.withLock { _ = $0.insert(shortfall) } }

  /// In the order of their declaration.
  var all: [Shortfall] {
    let noted = noted.withLock { $0 }
    return Shortfall.allCases.filter(noted.contains)
  }
}
