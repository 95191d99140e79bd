// Recording a review: the day in the page, a line in the history.

package import Handbook

/// What a recorded review changes.
package struct Stamping: Sendable {
  /// The page after the review.
  package let page: [UInt8]
  /// `reviews.tsv` after the review.
  package let history: [UInt8]

  /// Records a review of a page.
  ///
  /// - Parameters:
  ///   - page: as it stands.
  ///   - day: when it was checked.
  ///   - name: who checked it; one line without tabs.
  ///   - history: `reviews.tsv`, if there is one.
  /// - Throws: ``FrontMatterEditProblem`` where the page's front matter cannot be changed.
  package init(
    _ page: Page, day: CalendarDate, name: String, history: SourceFile?
  ) throws(FrontMatterEditProblem) {
    self.page = try FrontMatterEdit(page.file).settingReviewed(day)
    let stamp = ReviewStamp(page: page.path.text, day: day, name: name, hash: page.textHash)
    var bytes = history?.bytes ?? Array((ReviewHistory.header + "\n").utf8)
    let hasReturns = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
    let lineEnd = hasReturns ? "\r\n" : "\n"
    if let last = bytes.last, last != 0x0A, last != 0x0D { bytes += lineEnd.utf8 }
    self.history = bytes + (stamp.line + lineEnd).utf8
  }
}
