// Whether a page is due for review, and whether it was edited since the last one.

/// Whether a page's review is due.
package enum ReviewState: String, Sendable {
  case current, overdue, never
  /// The page is to be reviewed, but names no day on which it was.
  case unreviewed
  case none = ""
}

extension Handbook {
  /// Whether a page's review is due.
  package func reviewState(of page: Page) -> ReviewState { settings.reviewState(of: page) }

  /// The stamp of a page's latest review; nil where its day is not the one in the page's `reviewed:`.
  package func stamp(of page: Page) -> ReviewStamp? { settings.stamp(of: page) }

  /// Whether a page's text is no longer what was reviewed.
  package func isEditedSinceReview(_ page: Page) -> Bool {
    settings.isEditedSinceReview(page)
  }
}

extension HandbookSettings {
  func reviewState(of page: Page) -> ReviewState {
    guard let interval = page.front.review ?? configuration.review?.every else { return .none }
    if interval == .never { return .never }
    guard let due = nextReview(of: page) else { return .unreviewed }
    return due < today ? .overdue : .current
  }

  fileprivate func stamp(of page: Page) -> ReviewStamp? {
    reviews[page.path.text].flatMap { $0.day == page.front.reviewed?.value ? $0 : nil }
  }

  func isEditedSinceReview(_ page: Page) -> Bool {
    stamp(of: page).map { $0.hash != page.textHash } ?? false
  }
}
