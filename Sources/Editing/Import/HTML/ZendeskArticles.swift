// Articles of a help centre as its programming interface gives them, in JSON.

internal import Handbook
internal import Text

/// Reads the articles of Zendesk Guide.
///
/// - Source: Zendesk's developer documentation, *Help Center API*, *Articles* and *Sections*.
enum ZendeskArticles {
  /// What is in an export.
  struct Reading {
    var pages: [HTMLSite.Page] = []
    var notes: [ImportNote] = []
  }

  /// Whether a source holds articles.
  static func isExport(_ source: ImportSource) -> Bool {
    documents(of: source).contains { $0.json["articles"]?.array != nil }
  }

  static func read(_ source: ImportSource) -> Reading {
    let documents = documents(of: source)
    var sections: [Int: String] = [:]
    for section in documents.flatMap({ $0.json["sections"]?.array ?? [] }) {
      if let id = section["id"]?.number, let name = section["name"]?.string {
        sections[id] = HTMLName.slug(name)
      }
    }
    var reading = Reading()
    var taken: Set<String> = []
    for (file, json) in documents {
      for (index, article) in (json["articles"]?.array ?? []).enumerated() {
        guard let body = article["body"]?.string, !body.isEmpty else {
          let title = article["title"]?.string ?? "\(index + 1)"
          reading.notes.append(
            ImportNote(file, 0, "the article \(title) has no text, so it was left out"))
          continue
        }
        let section = article["section_id"]?.number.flatMap { sections[$0] }
        var page = page(article, body, in: section)
        // Two articles of one title and no number of their own.
        let name = ImportResult.free(page.name) { taken.contains($0) }
        taken.insert(name)
        if name != page.name {
          page = HTMLSite.Page(name: name, html: page.html, media: page.media, keys: page.keys)
        }
        reading.pages.append(page)
      }
      reading.notes.append(
        ImportNote(
          file, 0, "numbers, dates, authors, places and votes of articles are not carried over"))
    }
    return reading
  }

  private static func documents(of source: ImportSource) -> [(file: String, json: JSON)] {
    source.files.keys.filter { $0.lowercased().ends(with: ".json") }.sorted().compactMap { name in
      JSON(Array((source.text(name) ?? "").utf8)).map { (name, $0) }
    }
  }

  /// An article as a page, called by its title and its number.
  private static func page(_ article: JSON, _ body: String, in section: String?) -> HTMLSite.Page {
    let title = article["title"]?.string ?? article["name"]?.string ?? ""
    let slug = HTMLName.slug(title)
    let id = article["id"]?.number.map { "_\($0)" } ?? ""
    let stem = (slug.isEmpty ? "article" : slug) + id
    let head = title.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let html = "<title>\(head)</title><div class=\"article-body\">\(body)</div>"
    var page = HTMLSite.Page(
      name: (section.map { $0 + "/" } ?? "") + stem + ".html", html: HTMLTags.prepared(html),
      media: slug.isEmpty ? "article" : slug)
    if let labels = article["label_names"]?.strings, !labels.isEmpty {
      page.keys.append(("tags", ForeignKeys.list(labels)))
    }
    if article["draft"]?.isTrue == true { page.keys.append(("draft", "true")) }
    return page
  }
}
