// Sets the cards of a handbook, and prints them.

package import Cards
internal import Handbook
internal import Site
internal import Text

/// Cards on their way to paper, with what they are set in.
package struct CardRenderer: Sendable {
  package let settings: CardSettings
  let workers: Int
  private let version: String

  /// Sets with a theme's words and fonts; `isNeeded` says whether anything is to be set, as a theme
  /// for a handbook without cards needs no fonts.
  init(
    handbook: Handbook, theme: Theme, folder: ThemeFolder, settings: Settings, isNeeded: Bool
  ) throws(BuildProblem) {
    let strings = theme.strings
    self.settings = CardSettings(
      fonts: isNeeded
        ? try FontFiles.fonts(
          of: folder, read: theme.fontFiles, handbook: settings.folder) : [],
      words: CardWords { strings[$0] }, url: handbook.configuration.url)
    workers = settings.workers
    version = settings.version
  }

  /// Every card, set, in the order of the handbook.
  func lay(_ cards: [Card]) async throws(BuildProblem) -> [LaidCard] {
    let length = max(1, (cards.count + workers - 1) / workers)
    let runs = stride(from: 0, to: cards.count, by: length).map {
      cards[$0..<min($0 + length, cards.count)]
    }
    let laid = try await runs.mapConcurrently(width: workers) { (run) throws(BuildProblem) in
      if Task.isCancelled { throw .interrupted }
      do throws(CardProblem) {
        return try CardSetter.lay(run, settings)
      } catch {
        throw .cards(error)
      }
    }
    try checkFonts()
    return laid.flatMap(\.self)
  }

  /// The PDFs of jobs, in their order.
  package func pdfs(_ jobs: [PrintJob]) async throws(BuildProblem) -> [[UInt8]] {
    try await print(jobs) { $1 }
  }

  /// What each job's PDF depends on, in their order.
  func fingerprints(_ jobs: [PrintJob]) throws(BuildProblem) -> [String] {
    if jobs.isEmpty { return [] }
    var fonts = ""
    for font in settings.fonts { fonts += ContentHash(try Disk.read(font)).hex }
    return jobs.map { Fingerprint($0, settings, fonts: fonts, version: version).hex }
  }

  /// Prints jobs and does something with each PDF as soon as it is there; the results in the order of
  /// the jobs.
  func print<Result: Sendable>(
    _ jobs: [PrintJob],
    _ done: @escaping @Sendable (Int, [UInt8]) throws(BuildProblem) -> Result
  ) async throws(BuildProblem) -> [Result] {
    let printed = try await runs(jobs).mapConcurrently(width: workers) {
      (run) throws(BuildProblem) -> [Result] in
      let press: CardPDFWriter
      do throws(CardProblem) { press = try CardPDFWriter(settings) } catch { throw .cards(error) }
      var results: [Result] = []
      for index in run {
        if Task.isCancelled { throw .interrupted }
        let pdf: [UInt8]
        do throws(CardProblem) { pdf = try press.pdf(jobs[index]) } catch { throw .cards(error) }
        results.append(try done(index, pdf))
      }
      return results
    }
    try checkFonts()
    return printed.flatMap(\.self)
  }

  /// Jobs that share a press: so many that opening its fonts counts for little, so few that every
  /// worker gets some.
  ///
  /// A document takes as long as two or three of its cards.
  private func runs(_ jobs: [PrintJob]) -> [Range<Int>] {
    let efforts = jobs.map { $0.cards.count + 3 }
    let most = min(512, (efforts.reduce(0, +) + workers - 1) / workers)
    var runs: [Range<Int>] = []
    var (start, effort) = (0, 0)
    for (index, more) in efforts.enumerated() {
      effort += more
      if effort < most, index + 1 < efforts.count { continue }
      runs.append(start..<index + 1)
      (start, effort) = (index + 1, 0)
    }
    return runs
  }

  /// Pango sets in other letters, and says nothing, where a font went meanwhile.
  private func checkFonts() throws(BuildProblem) {
    for font in settings.fonts where try Disk.facts(font) == nil {
      throw .file(FileFailure(.read, font, code: FileFailure.gone))
    }
  }

  /// The two pages that show a printer's offset.
  package func calibration(
    on paper: Paper, _ duplex: Duplex, language: String
  ) throws(BuildProblem) -> [UInt8] {
    do throws(CardProblem) {
      return try CardPDFWriter.calibration(on: paper, duplex, language: language, settings)
    } catch {
      throw .cards(error)
    }
  }
}
