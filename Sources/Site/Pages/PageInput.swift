// All that the file of one page shows of the handbook around it.

internal import Handbook
internal import Text

/// What a page is rendered from besides its own text, the settings and the theme.
struct PageInput: Sendable {
  /// What its text shows.
  let text: TextInput
  let ways: PageWays
  /// Whether the text is no longer what was reviewed.
  let isEdited: Bool
  /// Names this build, on a home page that tells what is new.
  let build: String?
  /// HTML before and after the text: the strip of a model, what a folder holds.
  let before: [UInt8]
  let after: [UInt8]
  /// Which style sheet and script the page has, where they are not those of its kind.
  let kind: String?
}

extension SiteRenderer {
  /// Gathers what the file of a page shows of others.
  func input(of index: Int) -> PageInput {
    let page = handbook.pages[index]
    let output = handbook.outputPath(of: index)
    let edition = handbook.edition(at: page.path.folder)
    let shared = editions[edition]
    let isHome = output == shared.edition.prefix + "index.html"
    let root = RenderContext.root(of: output)
    func url(_ path: String) -> String { urlPath(path, from: page.path.folder) }
    func home() -> [UInt8] {
      HomePage.html(
        handbook, edition: edition,
        changes: (shared.strings["changes-title"], root + shared.site.lists.changes), url: url)
    }
    return PageInput(
      text: TextInput(
        output: output, links: addresses.links(of: index),
        card: handbook.card(of: page), goals: goals(of: index), isHome: isHome),
      ways: ways(of: index, root: root, url),
      isEdited: handbook.isEditedSinceReview(page), build: isHome ? pageList.homeBuild : nil,
      before: isHome ? home() : [], after: listed(index, root: root),
      kind: isHome ? "home" : output == CardList.path(0) ? "cards" : nil)
  }

  /// What paper says behind each choice of a script, where nobody can click.
  func goals(of index: Int) -> [Int: String] {
    let page = handbook.pages[index]
    guard case .script(let script) = page.structure else { return [:] }
    var goals: [Int: String] = [:]
    for (resolution, link) in zip(handbook.resolutions[index], page.links)
    where script.isChoice(link: link.node) {
      guard case .page(let target, let anchor) = resolution else { continue }
      let step =
        target == index ? anchor.flatMap { script.index(of: page.spelling(ofAnchor: $0)) } : nil
      goals[link.node] =
        step.map { "\($0 + 1) \(script.steps[$0].heading.text)" } ?? handbook.pages[target].title
    }
    return goals
  }

  /// What a folder's own page lists after its text: children that the text does not link to.
  private func listed(_ index: Int, root: String) -> [UInt8] {
    let page = handbook.pages[index]
    guard handbook.folders.isIndex(index, at: page.path) else { return [] }
    if page.path.folder == CardList.folder {
      return cardPages.all(part: 0, of: handbook.siteMap.cards)
    }
    let shared = editionContext(at: page.path.folder)
    guard page.path.folder != shared.edition.folder,
      let folder = handbook.folders.folders[page.path.folder]
    else { return [] }
    var linked: Set<Int> = []
    for case .page(let target, _) in handbook.resolutions[index] { linked.insert(target) }
    let lists = ListPages(handbook: handbook, strings: shared.strings)
    return lists.section(folder, leavingOut: linked, root: root)
      + lists.books(of: folder.path, root: root)
  }
}
