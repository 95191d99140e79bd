// The findings on pages, to be used again while neither page nor anything it is checked against
// changes.

internal import Handbook
internal import Synchronization

/// Findings by page, for as long as the settings at the content's root and the day are the same.
final class FindingsCache: Sendable {
  private struct Entry {
    let page: Page
    let dependencies: PageCheckContext.Dependencies
    let found: [Diagnostic]
  }

  private let settings: [ContentPath: [UInt8]]
  private let today: CalendarDate
  private let entries = Mutex<[ContentPath: Entry]>([:])

  init(_ settings: [ContentPath: SourceFile], _ today: CalendarDate) {
    (self.settings, self.today) = (settings.mapValues(\.bytes), today)
  }

  /// Whether what was found still holds under these settings.
  func holds(_ settings: [ContentPath: SourceFile], _ today: CalendarDate) -> Bool {
    self.today == today && self.settings == settings.mapValues(\.bytes)
  }

  /// The findings on a page, which is checked only if it is new or what it depends on is; a page
  /// that did not change is the same object.
  func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    let known = entries.withLock { $0[page.path] }
    if let known, known.page === page, known.dependencies == context.dependencies {
      return known.found
    }
    let found = Checks.findings(on: page, in: context)
    entries.withLock {
      $0[page.path] = Entry(page: page, dependencies: context.dependencies, found: found)
    }
    return found
  }
}
