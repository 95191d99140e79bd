// The navigation of each folder, rendered once, when the first page of the folder asks for it.

internal import Handbook
internal import Synchronization

/// Navigation by folder, for as long as no page changes its name or its place.
final class NavigationCache: Sendable {
  private let handbook: Handbook
  private let editions: [EditionContext]
  private let known = Mutex<[String: Navigation]>([:])

  init(_ handbook: Handbook, _ editions: [EditionContext]) {
    self.handbook = handbook
    self.editions = editions
  }

  /// The navigation as the pages of a folder show it, be it one that only Deskbook has.
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
