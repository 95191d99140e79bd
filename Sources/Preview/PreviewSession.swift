// Save, check, show: the loop of a preview.

package import Build
internal import Handbook
package import Text

/// Rebuilds what is served whenever something has changed.
package struct PreviewSession: Sendable {
  /// What came of one run.
  package enum Event: Sendable {
    /// A new site is served, or, where the outcome is refused, still the one before.
    case checked(Outcome, time: Duration, isLate: Bool)
    /// The run could not be done; the site before stands.
    case stopped(BuildProblem)
  }

  /// How long a burst of changes must pause before it shows, and the most that is waited for it.
  private static let quiet = Duration.milliseconds(5)
  private static let patience = Duration.milliseconds(250)
  /// How long a failed run waits for the rest of a half-written file, and how often in a row.
  private static let secondThought = Duration.milliseconds(90)
  private static let secondThoughts = 5
  /// How long nothing may change before the search index is made for its findings alone: a large one
  /// takes seconds, in which the next save would wait.
  private static func idle(_ pages: Int) -> Duration { .milliseconds(700 + pages) }

  private let pipeline: Pipeline
  private let served: ServedSite
  private let isPolling: Bool
  private let news: @Sendable (Event) -> JSON
  private let report: @Sendable (Event) -> Void

  /// - Parameters:
  ///   - settings: the handbook.
  ///   - served: where sites are shown.
  ///   - isPolling: whether to look for changes now and then in any case.
  ///   - news: what pages show of an event.
  ///   - report: hears of each event, after pages can see it.
  package init(
    _ settings: Settings, served: ServedSite, isPolling: Bool,
    news: @escaping @Sendable (Event) -> JSON, report: @escaping @Sendable (Event) -> Void
  ) {
    pipeline = Pipeline(settings, session: SessionCache())
    self.served = served
    self.isPolling = isPolling
    self.news = news
    self.report = report
  }

  /// Builds, and again after each change, until the task is cancelled.
  package func run() async {
    var theme: String?
    var watch = Watches.begin(pipeline.watchedFolders(theme: theme), isPolling: isPolling)
    var late: Task<Void, Never>?
    var failures = 0
    var start = ContinuousClock.now
    var changes = Changes.anything
    while !Task.isCancelled {
      let (seen, noticed) = (watch.signal.count, ContinuousClock.now)
      // Watched first, then read: what changes in between is seen as a change.
      if !watch.follow(pipeline.watchedFolders(theme: theme)) {
        watch = Watches.begin(pipeline.watchedFolders(theme: theme), isPolling: true)
        continue
      }
      changes = changes.and(watch.changes())
      let (event, site) = await attempt(changes)
      // A run that read the content knows all that was changed until then.
      if case .checked = event { changes = .files([]) } else { changes = .anything }
      if case .checked(let outcome, _, _) = event {
        let named = outcome.handbook.configuration.theme
        if named != theme {
          theme = named
          if !watch.follow(pipeline.watchedFolders(theme: theme)) { continue }
        }
      }
      // The run goes on beside the wait for the end of a burst.
      await settle(watch.signal, seen, until: noticed + Self.quiet)
      if watch.signal.count != seen, .now < start + Self.patience { continue }
      failures = site == nil ? failures + 1 : 0
      if site == nil, failures <= Self.secondThoughts, !watch.isSlow {
        await watch.signal.wait(past: seen, atMost: Self.secondThought)
        if watch.signal.count != seen { continue }
      }
      if Task.isCancelled { break }
      served.show(site, news: news(event))
      report(event)
      late = site.map { site in Task { await searchFindings(of: site, event) } }
      await watch.signal.wait(past: seen)
      late?.cancel()
      start = .now
    }
    late?.cancel()
  }

  private func attempt(_ changes: Changes) async -> (event: Event, site: PreviewSite?) {
    let start = ContinuousClock.now
    do throws(BuildProblem) {
      let (outcome, site) = try await pipeline.draft(after: changes)
      return (.checked(outcome, time: ContinuousClock.now - start, isLate: false), site)
    } catch {
      return (.stopped(error), nil)
    }
  }

  /// Waits for a moment, or until there is another change.
  private func settle(_ signal: ChangeSignal, _ seen: Int, until end: ContinuousClock.Instant) async
  {
    let rest = end - .now
    if rest > .zero { await signal.wait(past: seen, atMost: rest) }
  }

  /// Adds what only the search index shows, once nobody writes.
  private func searchFindings(of site: PreviewSite, _ event: Event) async {
    guard case .checked(var outcome, let time, _) = event else { return }
    do { try await Task.sleep(for: Self.idle(outcome.handbook.pages.count)) } catch { return }
    let known = outcome.diagnostics
    outcome.add(await site.searchFindings())
    if Task.isCancelled || outcome.diagnostics == known { return }
    let event = Event.checked(outcome, time: time, isLate: true)
    served.show(nil, news: news(event))
    report(event)
  }
}
