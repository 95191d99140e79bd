// What is served at the moment, and what is wrong with the content.

package import Build
internal import Synchronization
package import Text

/// The last good site and the findings of the last run, exchanged in one step.
package final class ServedSite: Sendable {
  /// What is served from now on, until it is exchanged.
  package struct State: Sendable {
    /// The last good site; nil before there was one.
    package fileprivate(set) var site: PreviewSite?
    /// Differs from site to site, also over restarts of the server.
    package fileprivate(set) var version: String
    /// What the pages show of the last run's findings.
    package fileprivate(set) var news: JSON
  }

  /// Rings at each response.
  package let signal = ChangeSignal()
  private let state: Mutex<State>
  private let start: String
  private let number = Atomic<Int>(0)

  package init() {
    start = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    // Before the first run ends there is nothing to say.
    state = Mutex(
      State(site: nil, version: start, news: .object([("diagnostics", .array([]))])))
  }

  package var now: State { state.withLock { $0 } }

  /// Serves another site, or the one before where `site` is nil, and tells the pages.
  package func show(_ site: PreviewSite?, news: JSON) {
    let next = "\(start)-\(number.wrappingAdd(1, ordering: .relaxed).newValue)"
    state.withLock { state in
      if let site { (state.site, state.version) = (site, next) }
      state.news = news
    }
    signal.ring()
  }
}
