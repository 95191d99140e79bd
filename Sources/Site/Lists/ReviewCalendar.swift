// Reviews as a calendar that any calendar program can subscribe to.

package import Handbook
internal import Text

/// Writes reviews as iCalendar.
package enum ReviewCalendar {
  /// One all-day event a review, on the day it is due.
  ///
  /// - Parameters:
  ///   - pages: whose reviews; those without a due day are left out.
  ///   - handbook: the handbook of the pages.
  /// - Returns: the calendar; events have links where the handbook has an address.
  /// - Source: RFC 5545; `DTSTAMP` is the day of the last review, so that a build has no clock.
  package static func text(_ pages: some Sequence<Int>, of handbook: Handbook) -> String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Deskbook//Reviews//EN"]
    for index in pages {
      let page = handbook.pages[index]
      guard let due = handbook.nextReview(of: page), let reviewed = page.front.reviewed else {
        continue
      }
      let output = handbook.outputPath(of: index)
      lines += [
        "BEGIN:VEVENT", "UID:\(ContentHash(Array(output.utf8)).hex)@deskbook",
        "DTSTAMP:\(compact(reviewed.value))T000000Z", "DTSTART;VALUE=DATE:\(compact(due))",
        "SUMMARY:\(escaped(page.title))",
        "DESCRIPTION:\(escaped(handbook.owner(of: page) ?? ""))",
      ]
      if let url = handbook.configuration.url { lines.append("URL:\(url)\(urlPath(output))") }
      lines.append("END:VEVENT")
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap(folded).joined(separator: "\r\n") + "\r\n"
  }

  private static func compact(_ date: CalendarDate) -> String {
    date.description.filter { $0 != "-" }
  }

  /// Text values escape `\ ; ,` and line ends (RFC 5545, section 3.3.11).
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\;,".contains(character) { result += "\\" }
      result += character == "\n" ? "\\n" : String(character)
    }
  }

  /// Lines of at most 75 bytes, the next one begun with a space (RFC 5545, section 3.1).
  private static func folded(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for character in line {
      if current.utf8.count + String(character).utf8.count > 74 {
        lines.append(current)
        current = " "
      }
      current.append(character)
    }
    return lines + [current]
  }
}
