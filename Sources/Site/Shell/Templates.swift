// A theme's templates, with those holes filled in once that are the same on every page.

internal import Handbook
internal import Mustache
internal import Synchronization

/// Renders pages with a theme's templates.
///
/// Of the hundred holes of a page most hold words of the interface and addresses of assets. Filled in
/// once for each edition and each way back to the root they become text, and a page costs about half.
final class Templates: Sendable {
  /// By the name of the template.
  private let texts: [String: String]
  private let whole: MustacheLibrary
  private let prepared = Mutex<[Place: MustacheLibrary]>([:])

  /// What the fixed holes depend on.
  private struct Place: Hashable {
    let edition: String
    let root: String
  }

  /// Holes that only the site, its words and the way to the root fill.
  private static let fixed: Set<String> = [
    "root", "siteTitle", "brandName", "logo", "organization", "generator", "styles", "earlyScript",
    "siteScript", "laterScript", "searchScript", "homeURL", "azURL", "changesURL", "phrasesURL",
    "cardsURL", "escalationURL", "reviewsURL",
  ]

  /// - Parameters:
  ///   - texts: the templates by name, checked.
  ///   - whole: the same, parsed.
  init(_ texts: [String: String], whole: MustacheLibrary) {
    self.texts = texts
    self.whole = whole
  }

  /// The same templates with no hole filled in yet, for a site of another title or other assets.
  func forAnotherSite() -> Templates { Templates(texts, whole: whole) }

  /// The HTML of a page.
  func render(_ page: FilledPage) -> String {
    library(for: page).render(page, withTemplate: "page") ?? ""
  }

  /// The templates for a page's edition and depth.
  private func library(for page: FilledPage) -> MustacheLibrary {
    let place = Place(edition: page.site.edition.prefix, root: page.root)
    if let known = prepared.withLock({ $0[place] }) { return known }
    let library = prepare(page) ?? whole
    prepared.withLock { $0[place] = library }
    return library
  }

  /// All templates with their fixed holes filled; nil where what fills one would be read as a hole.
  private func prepare(_ page: FilledPage) -> MustacheLibrary? {
    var library = MustacheLibrary()
    for (name, text) in texts {
      guard let filled = fill(text, from: page) else { return nil }
      do { try library.register(filled, named: name) } catch { return nil }
    }
    return library
  }

  private func fill(_ template: String, from page: FilledPage) -> String? {
    var result = ""
    var rest = template[...]
    while let match = rest.firstMatch(of: /(\{\{\{?)([a-zA-Z][a-zA-Z0-9.-]*)\}\}/) {
      result += rest[..<match.range.lowerBound]
      if match.output.1.count == 2, let value = value(of: String(match.output.2), from: page) {
        if value.contains("{{") { return nil }
        result += value
      } else {
        result += match.output.0
      }
      rest = rest[match.range.upperBound...]
    }
    return result + rest
  }

  /// What fills a hole on every page, escaped; nil where pages differ.
  private func value(of name: String, from page: FilledPage) -> String? {
    let isFixed = name.hasPrefix("strings.") || name.hasPrefix("file.")
    guard isFixed || Self.fixed.contains(name) else { return nil }
    // Mustache itself looks it up and escapes it.
    do { return try MustacheTemplate(string: "{{\(name)}}").render(page) } catch { return nil }
  }
}
