// Two states of a handbook that differ in the text of a few pages: what else holds need not be found
// again.

/// A handbook that follows another with the same files, names, order and settings.
package struct Revision: Sendable {
  package let earlier: Handbook
  /// The pages that were read anew, ascending, with what they are now.
  package let changed: [(index: Int, page: Page)]

  /// Compares the pages of two states; settings and the day must be the same.
  ///
  /// Nil where more has changed than what stands in pages: a file, a title, an order.
  ///
  /// - Parameters:
  ///   - earlier: the state before.
  ///   - pages: sorted by path; those that did not change are the same objects.
  ///   - files: all others that are copied, sorted.
  ///   - drafts: drafts that are left out.
  package init?(of earlier: Handbook, pages: [Page], files: [ContentPath], drafts: Set<String>) {
    guard pages.count == earlier.pages.count, files == earlier.files, drafts == earlier.drafts
    else { return nil }
    var changed: [(index: Int, page: Page)] = []
    for (index, page) in pages.enumerated() where page !== earlier.pages[index] {
      if !page.hasPlace(of: earlier.pages[index]) { return nil }
      changed.append((index, page))
    }
    self.earlier = earlier
    self.changed = changed
  }

  /// Each changed page as it was and as it is.
  package var pairs: [(index: Int, old: Page, new: Page)] {
    changed.map { ($0.index, earlier.pages[$0.index], $0.page) }
  }

  /// Whether something that pages have is the same on each of them as it was.
  package func keeps(_ isSame: (_ old: Page, _ new: Page) -> Bool) -> Bool {
    pairs.allSatisfy { isSame($0.old, $0.new) }
  }

  /// Values by page, made again where the page has changed.
  package func updating<Value>(_ values: [Value], _ make: (Page) -> Value) -> [Value] {
    var values = values
    for (index, page) in changed { values[index] = make(page) }
    return values
  }
}

extension Page {
  /// Whether this page stands where another did, under the same name, in all that lists pages.
  fileprivate func hasPlace(of other: Page) -> Bool {
    path == other.path && title == other.title && kind == other.kind
      && front.order == other.front.order && front.review == other.front.review
  }
}
