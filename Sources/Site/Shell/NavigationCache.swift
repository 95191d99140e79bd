// The navigation of each folder, rendered once, when the first page of the folder asks for it.

internal import Handbook
internal import Synchronization

/// The navigation of one handbook, by folder.
final class NavigationCache: Sendable {
  private let handbook: Handbook
  private let editions: [EditionContext]
  private let known = Mutex<[String: Navigation]>([:])

  init(_ handbook: Handbook, _ editions: [EditionContext]) {
    self.handbook = handbook
    self.editions = editions
  }

  /// The navigation as the pages of a folder show it; the folder may be one without pages of
  /// editors.
  func of(_ folder: String) -> Navigation {
    if let known = known.withLock({ $0[folder] }) { return known }
    // Outside the lock: two pages may both render it, and neither waits for another folder's.
    let made = Navigation(
      folder: folder, handbook: handbook,
      strings: editions[handbook.edition(at: folder)].strings)
    known.withLock { $0[folder] = made }
    return made
  }
}
