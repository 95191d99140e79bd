// What the checks of one page ask of the handbook around it: all of it, so that findings hold for as long as
// page and context are the same.

internal import Text

/// The context that a page is checked in.
package struct PageCheckContext: Sendable {
  package let settings: HandbookSettings
  /// All that differs from page to page.
  package let dependencies: Dependencies

  /// What a page's findings depend on besides its file and the settings.
  package struct Dependencies: Equatable, Sendable {
    /// In the order of ``Page/links``.
    let links: [CheckedLink]
    /// What is meant as a link and is none.
    let looseLinks: [LooseLink.Written]
    /// Whether the text is no longer what was reviewed.
    let isEdited: Bool
  }

  var configuration: Configuration { settings.configuration }
  var links: [CheckedLink] { dependencies.links }

  /// The context of a page of a handbook.
  package init(of index: Int, in handbook: Handbook) {
    let page = handbook.pages[index]
    settings = handbook.settings
    var resolver = LinkChecker(page: page, handbook: handbook)
    dependencies = Dependencies(
      links: handbook.resolutions[index].map { resolver.check($0) },
      looseLinks: LooseLink.written(on: page) { handbook.leadsSomewhere($0, from: page) },
      isEdited: handbook.isEditedSinceReview(page))
  }
}

/// What a link leads to, as far as checks want to know.
enum CheckedLink: Equatable, Sendable {
  case fine
  /// Another site, a mail address, a telephone number.
  case external
  case page(path: String, isScript: Bool, wrong: WrongAnchor?)
  case folder
  case outside
  case refused(scheme: String)
  /// Nothing stands there.
  case missing(String, nearest: Likely?)
  /// What stands there is not published.
  case absent(String, Absence)

  /// The file that a missing one certainly means.
  var sure: String? { if case .missing(_, let nearest) = self { nearest?.sure } else { nil } }
}

/// The part of a link after `#` that names nothing on the page it leads to.
struct WrongAnchor: Equatable, Sendable {
  let name: String
  let nearest: Likely?
}

/// Judges the links of one page, and looks for what the wrong ones may mean.
private struct LinkChecker {
  let page: Page
  let handbook: Handbook
  private var helps: [String: Likely?] = [:]
  private var anchors: [Int: Set<String>] = [:]
  private var suggesters: [Int: Suggester] = [:]

  init(page: Page, handbook: Handbook) { (self.page, self.handbook) = (page, handbook) }

  mutating func check(_ resolution: LinkResolution) -> CheckedLink {
    switch resolution {
    case .external: return .external
    case .file, .generated: return .fine
    case .folder: return .folder
    case .outside: return .outside
    case .refused(let scheme): return .refused(scheme: scheme)
    case .missing(let target) where handbook.leftOut.contains(target): return .fine
    case .missing(let target):
      let absence = handbook.absent[target] ?? Absence(path: target)
      return absence.map { .absent(target, $0) } ?? .missing(target, nearest: nearest(to: target))
    case .page(let target, let anchor):
      return .page(
        path: handbook.pages[target].path.text, isScript: handbook.pages[target].kind == .script,
        wrong: anchor.flatMap { wrong($0, on: target) })
    }
  }

  /// The relative path to the file that a wrong one most likely means.
  private mutating func nearest(to target: String) -> Likely? {
    if let help = helps[target] { return help }
    // A page with more wrong targets has another trouble than spelling.
    guard helps.count < Suggester.most else { return nil }
    let help = handbook.paths.nearest(to: target, from: page.path)
      .map { Likely(name: LinkTarget.path(from: page.path, to: $0.name), isSure: $0.isSure) }
    helps.updateValue(help, forKey: target)
    return help
  }

  private mutating func wrong(_ anchor: String, on target: Int) -> WrongAnchor? {
    let other = handbook.pages[target]
    let known = anchors[target] ?? Set(other.anchors)
    anchors[target] = known
    guard anchor != "top", !known.contains(anchor), !isFootnote(anchor),
      !handbook.listsCard(at: anchor, onPage: target)
    else { return nil }
    let nearest = suggesters[target, default: Suggester(other.anchors.sorted())]
      .likely(anchor)
    return WrongAnchor(name: anchor, nearest: nearest)
  }

  /// Whether an anchor is one that footnotes get: `fn-1`, `fnref-1`, `fnref-1-2`.
  private func isFootnote(_ anchor: String) -> Bool {
    anchor.begins(with: "fn-") || anchor.begins(with: "fnref-")
  }
}

extension Handbook {
  /// Whether a page or a file of the handbook stands at a path.
  fileprivate func leadsSomewhere(_ path: String, from page: Page) -> Bool {
    switch resolve(path, from: page) {
    case .page, .file, .generated: true
    case .external, .folder, .refused, .outside, .missing: false
    }
  }

  /// Whether an anchor is that of a card on the page of all cards.
  fileprivate func listsCard(at anchor: String, onPage index: Int) -> Bool {
    outputPath(of: index) == CardList.path(0) && cards.contains { $0.anchor == anchor }
  }
}
