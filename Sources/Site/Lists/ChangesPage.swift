// changes.html: pages by the day on which somebody last looked at them; a script adds what is new
// since the reader's last visit.

internal import Handbook

extension ListPages {
  /// The most pages that are listed: nobody reads further, and the page would only grow heavy.
  private static let mostChanges = 150

  /// The latest reviews, newest first, by day.
  func changes(root: String, words: (CalendarDate) -> String) -> [UInt8] {
    var out = HTMLWriter()
    // The script's answer comes a moment later: what is most often found keeps its room.
    out.markup("<div class=\"news js-only\"><h2>")
    out.text(strings["changes-news"])
    out.markup("</h2><p class=\"waiting\">")
    out.text(strings["changes-none-new"])
    out.markup("</p></div>\n")
    typealias Review = (day: String, date: CalendarDate, index: Int)
    let all = handbook.pages.enumerated().compactMap { index, page -> Review? in
      guard handbook.lists(index, in: edition) else { return nil }
      return page.front.reviewed.map { ($0.value.description, $0.value, index) }
    }
    let reviewed = all.sorted { ($1.day, $0.index) < ($0.day, $1.index) }.prefix(Self.mostChanges)
    var rest = reviewed
    while let first = rest.first {
      let day = rest.prefix { $0.day == first.day }
      out.markup("<section><h2>")
      out.text(strings["changes-reviewed"].filled(["date": words(first.date)]))
      out.markup("</h2>\n")
      out.html(list(day.map(\.index), root: root, tellsChanges: true))
      out.markup("</section>\n")
      rest = rest.dropFirst(day.count)
    }
    if reviewed.isEmpty {
      out.markup("<p>")
      out.text(strings["changes-none"])
      out.markup("</p>\n")
    }
    return out.bytes
  }
}

extension String {
  /// The text with `{name}` filled in.
  func filled(_ values: [String: String]) -> String {
    var result = ""
    var rest = utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      result += Substring(rest[..<open])
      let name = String(Substring(rest[rest.index(after: open)..<close]))
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + Substring(rest)
  }
}
