// A theme's templates, and what they make of each shape of page.

internal import Mustache
internal import Synchronization

/// Renders pages with a theme's templates.
final class Templates: Sendable {
  private let library: MustacheLibrary
  /// Nil for shapes of which the templates make more than a plan can say.
  private let plans = Mutex<[PageShape: PagePlan?]>([:])
  /// A handbook has some dozens; more would cost more than they save.
  private static let mostPlans = 1000

  /// Takes the parsed templates, among them `page`.
  init(_ library: MustacheLibrary) { self.library = library }

  /// The same templates without what they made of another site's pages.
  func forAnotherSite() -> Templates { Templates(library) }

  /// The HTML of a page.
  func render(_ page: FilledPage) -> [UInt8] {
    plan(for: page)?.fill(page) ?? Array(plain(page).utf8)
  }

  /// The HTML of a page as mustache alone makes it.
  func plain(_ page: FilledPage) -> String { library.render(page, withTemplate: "page") ?? "" }

  private func plan(for page: FilledPage) -> PagePlan? {
    let shape = PageShape(page)
    let (known, isFull) = plans.withLock { ($0[shape], $0.count >= Self.mostPlans) }
    if let known { return known }
    if isFull { return nil }
    // Outside the lock: two pages may both look for it, and neither waits for another shape's.
    let plan = PagePlan(page, plain)
    plans.withLock { $0[shape] = .some(plan) }
    return plan
  }
}
