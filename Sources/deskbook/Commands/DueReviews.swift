// The reviews that are due, as rows.

internal import Build
internal import Handbook
internal import Text

/// Pages whose review is due.
struct DueReviews {
  /// Why a page is listed.
  enum Reason: String {
    case overdue, due, edited
    case unreviewed = "never reviewed"
  }

  struct Row {
    let index: Int
    let page: Page
    let owner: String?
    let due: CalendarDate?
    let reason: Reason
  }

  /// The longest due first, then what was never reviewed, then what was edited since.
  let rows: [Row]
  private let today: CalendarDate

  init(in handbook: Handbook, within days: Int, owner: String?) {
    today = handbook.today
    let horizon = handbook.today.daysSince1970 + days
    rows = handbook.pages.enumerated().compactMap { index, page -> Row? in
      let name = handbook.owner(of: page)
      if let owner, name?.lowercased() != owner.lowercased() { return nil }
      let due = handbook.nextReview(of: page)
      let isNear = due.map { $0.daysSince1970 <= horizon } ?? false
      let reason: Reason? =
        switch handbook.reviewState(of: page) {
        case .overdue: .overdue
        case .unreviewed: .unreviewed
        case .current where isNear: .due
        case .current, .never, .none: handbook.isEditedSinceReview(page) ? .edited : nil
        }
      return reason.map { Row(index: index, page: page, owner: name, due: due, reason: $0) }
    }.sorted { ($0.key, $0.page.path) < ($1.key, $1.page.path) }
  }

  /// `3 pages: 1 overdue, 2 due soon`.
  var summary: String {
    if rows.isEmpty { return "no review is due" }
    let parts = [
      (Reason.overdue, "overdue"), (.due, "due soon"), (.unreviewed, "never reviewed"),
      (.edited, "edited after review"),
    ].compactMap { reason, words in
      let count = rows.count { $0.reason == reason }
      return count == 0 ? nil : "\(Wording.grouped(count)) \(words)"
    }
    return "\(Wording.count(rows.count, "page")): \(parts.joined(separator: ", "))"
  }

  var table: String {
    if rows.isEmpty { return "" }
    let cells = rows.map { row in
      [
        row.due?.description ?? "", words(row), row.page.path.text, row.page.title,
        row.owner ?? "",
      ]
    }
    return Table([["due", "state", "page", "title", "owner"]] + cells).text
  }

  private func words(_ row: Row) -> String {
    guard let due = row.due, row.reason != .edited else {
      return row.reason == .edited ? "edited after review" : row.reason.rawValue
    }
    let days = due.daysSince1970 - today.daysSince1970
    if days == 0 { return "due today" }
    return days < 0
      ? "\(Wording.count(-days, "day")) overdue" : "due in \(Wording.count(days, "day"))"
  }

  var csv: String {
    let cells = rows.map { row in
      [
        row.page.path.text, row.page.title, row.owner ?? "",
        row.page.front.reviewed?.value.description ?? "", row.due?.description ?? "",
        row.reason.rawValue,
      ]
    }
    return CSVText.of([["page", "title", "owner", "reviewed", "due", "state"]] + cells)
  }

  var json: String {
    JSON.array(
      rows.map { row in
        .object([
          ("page", .string(row.page.path.text)), ("title", .string(row.page.title)),
          ("owner", JSON(row.owner)),
          ("reviewed", JSON(row.page.front.reviewed?.value.description)),
          ("due", JSON(row.due?.description)), ("state", .string(row.reason.rawValue)),
        ])
      }
    ).text
  }
}

extension DueReviews.Row {
  /// What has no day comes after all days.
  fileprivate var key: String {
    switch reason {
    case .overdue, .due: due?.description ?? ""
    case .unreviewed: "~1"
    case .edited: "~2"
    }
  }
}
