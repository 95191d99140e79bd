// What a run is asked to do, every choice made.

package import Handbook

/// The settings of one run.
package struct Settings: Sendable {
  /// The folder of the handbook, which may have themes of its own.
  package var folder: String
  package var content: String
  package var output: String
  /// The theme; nil for the one that `handbook.yml` names.
  package var theme: String?
  /// Whether warnings fail.
  package var isStrict: Bool
  package var includesDrafts: Bool
  /// The day on which reviews are judged.
  package var today: CalendarDate
  /// Most tasks at work.
  package var workers: Int
  /// The most processor time for reading a page.
  package var pageBudget = Limits.pageTime
  /// Whether compressed copies are written beside the site's files.
  package var precompresses = false
  /// Whether builds remember what they made, in a ``BuildRecordFile``.
  package var remembers = false
  /// Written into the site.
  package var version: String

  package init(
    folder: String, content: String? = nil, output: String? = nil, theme: String? = nil,
    isStrict: Bool = false, includesDrafts: Bool = false, today: CalendarDate, workers: Int,
    version: String = Version.current
  ) {
    self.folder = folder
    self.content = content ?? Disk.join(folder, "Content")
    self.output = output ?? Disk.join(folder, "Output")
    self.theme = theme
    self.isStrict = isStrict
    self.includesDrafts = includesDrafts
    self.today = today
    self.workers = workers
    self.version = version
  }
}
