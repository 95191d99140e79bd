// Files that need the site's address: the map for search engines, and the review calendar.

internal import Handbook

enum AddressFiles {
  /// `sitemap.xml` and `review.ics`; nothing where no `url:` is set.
  static func all(_ handbook: Handbook) -> [OutputFile] {
    guard let url = handbook.configuration.url else { return [] }
    return [
      OutputFile("sitemap.xml", sitemap(handbook, url)),
      OutputFile("review.ics", calendar(handbook, url)),
    ]
  }

  /// - Source: sitemaps.org protocol 0.9.
  private static func sitemap(_ handbook: Handbook, _ url: String) -> [UInt8] {
    var out = HTMLWriter()
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for index in handbook.pages.indices {
      out.markup("<url><loc>")
      out.text(url + urlPath(handbook.outputPath(of: index)))
      out.markup("</loc>")
      if let reviewed = handbook.pages[index].front.reviewed {
        out.markup("<lastmod>")
        out.text(reviewed.value.description)
        out.markup("</lastmod>")
      }
      out.markup("</url>\n")
    }
    out.markup("</urlset>\n")
    return out.bytes
  }

  /// One all-day event a review, on the day it is due.
  ///
  /// - Source: RFC 5545; `DTSTAMP` is the day of the last review, so that a build has no clock.
  private static func calendar(_ handbook: Handbook, _ url: String) -> String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Deskbook//Reviews//EN"]
    for (index, page) in handbook.pages.enumerated() {
      guard let due = handbook.nextReview(of: page), let reviewed = page.front.reviewed else {
        continue
      }
      let output = handbook.outputPath(of: index)
      lines += [
        "BEGIN:VEVENT", "UID:\(ContentHash(Array(output.utf8)).hex)@deskbook",
        "DTSTAMP:\(compact(reviewed.value))T000000Z", "DTSTART;VALUE=DATE:\(compact(due))",
        "SUMMARY:\(escaped(page.title))",
        "DESCRIPTION:\(escaped(handbook.owner(of: page) ?? ""))", "URL:\(url)\(urlPath(output))",
        "END:VEVENT",
      ]
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
