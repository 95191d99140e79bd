// reviews.html: who has to check what, and by when.

internal import Handbook
internal import Text

/// Writes the insides of the pages of reviews.
struct ReviewPage: Sendable {
  let handbook: Handbook
  let strings: Strings
  /// A day in the words of the theme's language.
  let words: @Sendable (CalendarDate) -> String

  /// Reviews of one owner, all or those that a part holds.
  private struct Group {
    let owner: String
    var rows: [Int]
  }

  /// The reviews in parts: sorted by the owner's name, then by the day they are due, with pages
  /// that were never reviewed before all others.
  private func parts() -> [[Group]] {
    let rows = handbook.siteMap.reviewedPages.map { index in
      let page = handbook.pages[index]
      let owner = handbook.owner(of: page) ?? ""
      return (
        key: owner.lowercased(), owner: owner.isEmpty ? strings["review-nobody"] : owner,
        due: handbook.nextReview(of: page)?.description ?? "", path: page.path.text, page: index
      )
    }.sorted { ($0.key, $0.owner, $0.due, $0.path) < ($1.key, $1.owner, $1.due, $1.path) }
    let size = PartedList.rowsOfAPart
    let starts = stride(from: 0, to: rows.count, by: size)
    return starts.map { start in
      var groups: [Group] = []
      for row in rows[start..<min(start + size, rows.count)] {
        if groups.last?.owner != row.owner { groups.append(Group(owner: row.owner, rows: [])) }
        groups[groups.count - 1].rows.append(row.page)
      }
      return groups
    }
  }

  /// The insides of all parts, each to be made when it is asked for.
  func pages() -> [@Sendable () -> [UInt8]] {
    let parts = parts()
    let owners = parts.count < 2 ? [] : owners(parts)
    return parts.indices.map { part in { page(part, of: parts, owners) } }
  }

  /// One part, with links to where the reviews of each of `owners` begin.
  private func page(
    _ part: Int, of parts: [[Group]], _ owners: [(name: String, part: Int)]
  ) -> [UInt8] {
    let lists = ListPages(handbook: handbook, strings: strings)
    var out = HTMLWriter()
    if !owners.isEmpty {
      lists.beginnings(
        owners, .reviews, anchor: "owner", label: strings["reviews-title"], from: part, &out)
    }
    for group in parts[part] {
      out.markup("<section class=\"reviews\"><h2")
      if let number = owners.firstIndex(where: { $0.name == group.owner }) {
        out.markup(" id=\"owner-")
        out.number(number + 1)
        out.markup("\"")
      }
      out.markup(">")
      out.text(group.owner)
      out.markup("</h2>\n")
      table(group.rows, &out)
      out.markup("</section>\n")
    }
    lists.ways(
      .reviews, label: strings["list-more"], from: part, count: parts.count, &out
    ) { number, out in
      lists.numbered(number, of: parts.count, &out)
    }
    return out.bytes
  }

  /// Everybody who has reviews, with the part in which theirs begin.
  private func owners(_ parts: [[Group]]) -> [(name: String, part: Int)] {
    var owners: [(name: String, part: Int)] = []
    for (part, groups) in parts.enumerated() {
      for group in groups where owners.last?.name != group.owner {
        owners.append((group.owner, part))
      }
    }
    return owners
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
  /// The pages of reviews; none where no page is to be reviewed.
  func reviews() -> [FileMaker] {
    guard !handbook.siteMap.reviewedPages.isEmpty else { return [] }
    let shared = editionContext(at: "")
    let parts = ReviewPage(handbook: handbook, strings: shared.strings, words: shared.words)
      .pages()
    return parts.enumerated().map { part, body in
      {
        file(
          GeneratedPage(
            kind: "reviews", title: shared.strings["reviews-title"], body: body(),
            output: PartedList.reviews.page(part),
            part: ListPart(number: part, count: parts.count)))
      }
    }
  }
}
