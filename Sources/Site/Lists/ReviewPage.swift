// The page of all reviews: who has to check what, and by when.

internal import Handbook

/// Writes the inside of the page of reviews.
struct ReviewPage {
  let handbook: Handbook
  let strings: Strings
  /// A day in the words of the theme's language.
  let words: (CalendarDate) -> String

  /// A table an owner, in the order of their names; the reviews of each by the day they are due.
  func html() -> [UInt8] {
    let rows = handbook.pages.indices.filter { index in
      switch handbook.reviewState(of: handbook.pages[index]) {
      case .current, .overdue, .unreviewed: true
      case .never, .none: false
      }
    }
    let groups = Dictionary(grouping: rows) { handbook.owner(of: handbook.pages[$0]) ?? "" }
    var out = HTMLWriter()
    for owner in groups.keys.sorted(by: { ($0.lowercased(), $0) < ($1.lowercased(), $1) }) {
      out.markup("<section class=\"reviews\"><h2>")
      out.text(owner.isEmpty ? strings["review-nobody"] : owner)
      out.markup("</h2>\n")
      table(sorted(groups[owner] ?? []), &out)
      out.markup("</section>\n")
    }
    return out.bytes
  }

  /// What was never reviewed comes first.
  private func sorted(_ rows: [Int]) -> [Int] {
    rows.map { index in
      let page = handbook.pages[index]
      return (due: handbook.nextReview(of: page)?.description ?? "", path: page.path.text, index)
    }.sorted { ($0.due, $0.path) < ($1.due, $1.path) }.map(\.2)
  }

  private func table(_ rows: [Int], _ out: inout HTMLWriter) {
    out.markup("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
    out.text(strings["table"])
    out.markup("\"><table><thead><tr>")
    for key in ["next-review", "review-page", "reviewed"] {
      out.markup("<th scope=\"col\">")
      out.text(strings[key])
      out.markup("</th>")
    }
    out.markup("</tr></thead>\n<tbody>\n")
    for index in rows { row(index, &out) }
    out.markup("</tbody></table></div>\n")
  }

  private func row(_ index: Int, _ out: inout HTMLWriter) {
    let page = handbook.pages[index]
    out.markup("<tr><td>")
    if let due = handbook.nextReview(of: page) {
      time(due, &out)
      out.markup(" <span class=\"overdue\" data-next-review=\"")
      out.text(due.description)
      out.markup("\" hidden>")
      out.text(strings["review-overdue"])
      out.markup("</span>")
    } else {
      out.text(strings["review-never-done"])
    }
    out.markup("</td><td><a href=\"")
    out.text(urlPath(handbook.outputPath(of: index)))
    out.markup("\">")
    out.text(page.title)
    out.markup("</a>")
    if page.kind != .guide {
      out.markup(" <span class=\"kind\">")
      out.text(strings["kind-" + page.kind.rawValue])
      out.markup("</span>")
    }
    out.markup("</td><td>")
    if let reviewed = page.front.reviewed { time(reviewed.value, &out) }
    if let stamp = handbook.stamp(of: page) {
      out.markup(", ")
      out.text(stamp.name)
    }
    if handbook.isEditedSinceReview(page) {
      out.markup(" <span class=\"edited\">")
      out.text(strings["edited-after-review"])
      out.markup("</span>")
    }
    out.markup("</td></tr>\n")
  }

  private func time(_ day: CalendarDate, _ out: inout HTMLWriter) {
    out.markup("<time datetime=\"")
    out.text(day.description)
    out.markup("\">")
    out.text(words(day))
    out.markup("</time>")
  }
}

extension SiteRenderer {
  /// The page of reviews; nothing where no page is to be reviewed.
  func reviews() -> [FileMaker] {
    guard handbook.hasReviews else { return [] }
    return [
      {
        let voice = voice(at: "")
        let page = ReviewPage(handbook: handbook, strings: voice.strings, words: voice.words)
        return plain(
          "reviews", voice.strings["reviews-title"], page.html(), to: Handbook.reviewsPage)
      }
    ]
  }
}
