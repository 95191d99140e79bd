// Front matter of folders of Markdown.

internal import Handbook

/// Keys at the top of pages of these tools.
enum FolderKeys {
  private static let places = ["order", "sidebar_position", "sidebar.order", "nav_order"]
  private static let lists = ["heard", "synonyms"]
  private static let texts = ["owner", "language"]

  static func of(
    _ page: inout ForeignPage, title: String?, _ format: ImportFormat
  ) -> [(String, String)] {
    var known = Set(lists + ["aliases", "redirect_from", "permalink"]).filter {
      page[$0]?.texts.isEmpty == false
    }
    known.formUnion(texts.filter { page[$0]?.text != nil })
    known.formUnion(["draft", "published"].filter { ["true", "false"].contains(page[$0]?.text) })
    let ordering = places.first { page[$0]?.text.flatMap(Double.init) != nil }
    if let ordering { known.insert(ordering) }
    var keys = ForeignKeys.common(&page, title: title, knowing: known)
    if let place = ordering.flatMap({ page[$0]?.text }) { keys.append(("order", place)) }
    if page["draft"]?.text == "true" || page["published"]?.text == "false" {
      keys.append(("draft", "true"))
    }
    for key in texts {
      if let text = page[key]?.text, !text.isEmpty { keys.append((key, YAMLText.scalar(text))) }
    }
    // In Obsidian an alias is another name, elsewhere an address of old.
    let names = format == .obsidian ? page["aliases"]?.texts ?? [] : []
    for key in lists {
      let texts = (page[key]?.texts ?? []) + (key == "synonyms" ? names : [])
      if !texts.isEmpty { keys.append((key, ForeignKeys.list(texts))) }
    }
    let old =
      (format == .obsidian ? [] : page["aliases"]?.texts ?? [])
      + ["redirect_from", "permalink"].flatMap { page[$0]?.texts ?? [] }
    if !old.isEmpty { keys.append(("aliases", ForeignKeys.list(old))) }
    return keys
  }
}
