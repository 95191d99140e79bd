// Files that need the site's address: the map for search engines, and the review calendar.

internal import Handbook
internal import Text

enum AddressFiles {
  /// `sitemap.xml` and `review.ics`; nothing where no `url:` is set.
  static func all(_ handbook: Handbook) -> [FileMaker] {
    guard let url = handbook.configuration.url else { return [] }
    return [
      { OutputFile(SiteMap.addresses, sitemap(handbook, url)) },
      {
        OutputFile(
          SiteMap.reviewCalendar, ReviewCalendar.text(handbook.pages.indices, of: handbook))
      },
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
}
