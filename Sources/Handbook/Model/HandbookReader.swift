// From the files of the content folder to a handbook: the one way that every command takes.

internal import Algorithms
internal import CommonMark

/// What a handbook is read with.
package struct ReadingOptions: Sendable {
  /// The day on which reviews are judged.
  package var today: CalendarDate
  package var includesDrafts: Bool

  package init(today: CalendarDate, includesDrafts: Bool = false) {
    (self.today, self.includesDrafts) = (today, includesDrafts)
  }
}

extension Handbook {
  /// Reads pages, in the order of their files; it may do so in parallel, or use again what it has
  /// read before.
  package typealias PageReader<Failure: Error> = (
    _ files: [SourceFile], _ options: PageOptions
  ) async throws(Failure) -> [Page.Reading]

  /// Reads settings, lists and pages, and ties them together.
  ///
  /// - Parameters:
  ///   - content: the files.
  ///   - options: the day, and whether drafts count.
  ///   - readPages: reads the pages, in the order of the files.
  /// - Returns: the handbook, which is not checked yet, and what was found while reading it, to
  ///   which levels and silences are not applied yet.
  /// - Throws: what `readPages` throws.
  package static func read<Failure: Error>(
    _ content: ContentFiles, _ options: ReadingOptions,
    readPages: PageReader<Failure>
  ) async throws(Failure) -> (handbook: Handbook, diagnostics: [Diagnostic]) {
    let (settings, found) = HandbookSettings.read(content.settings, today: options.today)
    let readings = try await readPages(content.pages, settings.configuration.pageOptions)
    let (handbook, more) = tied(content, options, settings, readings.map(settings.bounded))
    return (handbook, found + more)
  }

  /// The same, with the pages parsed here, one after the other.
  package static func read(
    _ content: ContentFiles, _ options: ReadingOptions
  ) -> (handbook: Handbook, diagnostics: [Diagnostic]) {
    let (settings, found) = HandbookSettings.read(content.settings, today: options.today)
    let pageOptions = settings.configuration.pageOptions
    let readings = content.pages.map { settings.bounded(Page.read($0, options: pageOptions)) }
    let (handbook, more) = tied(content, options, settings, readings)
    return (handbook, found + more)
  }

  /// Makes a handbook of pages that have been read, without drafts unless the options include
  /// them.
  private static func tied(
    _ content: ContentFiles, _ options: ReadingOptions, _ settings: HandbookSettings,
    _ readings: [Page.Reading]
  ) -> (handbook: Handbook, diagnostics: [Diagnostic]) {
    var settings = settings
    if content.diagnostics.contains(where: FileRules.isMisnamedConfiguration) {
      settings.lacksConfiguration = true
    }
    let (drafts, pages) = readings.partitioned {
      options.includesDrafts || !$0.page.front.isDraft
    }
    let handbook = Handbook(
      settings, pages: pages.map(\.page), files: content.files,
      leftOut: content.leftOut(settings.configuration),
      absent: content.absent(besides: drafts.map(\.page.path.text)),
      searchTests: content.settings[.searchTests])
    return (
      handbook,
      content.diagnostics + pages.flatMap(\.diagnostics) + handbook.searchTests.diagnostics
    )
  }
}

extension ContentFiles {
  /// Drafts, and files of which a finding says that they are left out.
  fileprivate func absent(besides drafts: [String]) -> [String: Absence] {
    var absent: [String: Absence] = [:]
    for finding in diagnostics { absent[finding.path.text] = Absence(finding) }
    for draft in drafts { absent[draft] = .draft }
    return absent
  }

  /// Files that browsers would run and that no setting names: they are not published.
  fileprivate func leftOut(_ configuration: Configuration) -> Set<String> {
    let active = diagnostics.filter { $0.rule == ActiveFile.rule }.map(\.path)
    return Set(active.filter { !configuration.trusts($0) }.map(\.text))
  }
}

/// What stands in the handbook's own files; what is absent has its defaults.
package struct HandbookSettings: Sendable {
  package var configuration = Configuration()
  package var sources: [String: Source] = [:]
  package var synonyms: [SynonymLine] = []
  /// The last review of each page that has one in `reviews.tsv`.
  package var reviews: [String: ReviewStamp] = [:]
  /// The day on which reviews are judged.
  package var today: CalendarDate
  /// Whether `handbook.yml` says nothing, because it cannot be read or has another name.
  var lacksConfiguration = false

  package init(today: CalendarDate) { self.today = today }

  /// A page, without its text where its values would make it too large.
  fileprivate func bounded(_ reading: Page.Reading) -> Page.Reading {
    let page = reading.page
    if configuration.values.isEmpty { return reading }
    guard let finding = PageSize.overfilled(page, by: configuration.values) else { return reading }
    let start = FrontMatter.read(page.file).bodyStart
    let head = SourceFile(path: page.path, bytes: Array(page.file.bytes[..<start]))
    let bare = Page.read(head, options: configuration.pageOptions)
    return (bare.page, reading.diagnostics + [finding])
  }

  /// Reads `handbook.yml`, `sources.yml`, `synonyms.txt` and `reviews.tsv`.
  package static func read(
    _ files: [ContentPath: SourceFile], today: CalendarDate
  ) -> (settings: HandbookSettings, diagnostics: [Diagnostic]) {
    var settings = HandbookSettings(today: today)
    var diagnostics: [Diagnostic] = []
    if let file = files[.configuration] {
      let (configuration, found) = ConfigurationReader.read(file)
      settings.configuration = configuration
      settings.lacksConfiguration = found.contains { YAMLRules.all.contains($0.rule) }
      diagnostics += found
    }
    if let file = files[.bibliography] {
      let (sources, found) = Bibliography.read(file)
      settings.sources = sources
      diagnostics += found
    }
    let (synonyms, onSynonyms) = Synonyms.read(files[.synonyms])
    let (reviews, onReviews) = ReviewHistory.read(files[.reviews])
    (settings.synonyms, settings.reviews) = (synonyms, reviews)
    return (settings, diagnostics + onSynonyms + onReviews)
  }
}
