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
    var bytes: [UInt8] = []
    for byte in text.utf8 where byte != 0x0D {
      if "\\;,".utf8.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      if byte == 0x0A { bytes += "\\n".utf8 } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Lines of at most 75 bytes, the next one begun with a space (RFC 5545, section 3.1).
  private static func folded(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for scalar in line.unicodeScalars {
      if current.utf8.count + scalar.utf8.count > 74 {
        lines.append(current)
        current = " "
      }
      current.unicodeScalars.append(scalar)
    }
    return lines + [current]
  }
}
