// Sets the cards of a handbook, and prints them.

package import Cards
internal import Handbook
internal import Site

/// Cards on their way to paper, with what they are set in.
package struct CardStage: Sendable {
  package let settings: CardSettings
  let workers: Int

  /// Sets with a theme's words and fonts.
  init(
    handbook: Handbook, theme: Theme, folder: ThemeFolder, settings: Settings
  ) throws(BuildProblem) {
    let strings = theme.strings
    self.settings = CardSettings(
      fonts: try FontShelf.fonts(of: folder, handbook: settings.folder),
      words: CardWords { strings[$0] }, url: handbook.configuration.url)
    workers = settings.workers
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
    return laid.flatMap(\.self)
  }

  /// The PDFs of jobs, in their order.
  package func pdfs(_ jobs: [PrintJob]) async throws(BuildProblem) -> [[UInt8]] {
    try await jobs.mapConcurrently(width: workers) { (job) throws(BuildProblem) in
      if Task.isCancelled { throw .interrupted }
      return try pdf(job)
    }
  }

  /// The PDF of one job.
  func pdf(_ job: PrintJob) throws(BuildProblem) -> [UInt8] {
    do throws(CardProblem) {
      return try CardPress.pdf(job, settings)
    } catch {
      throw .cards(error)
    }
  }

  /// The two pages that show a printer's offset.
  package func calibration(
    on paper: Paper, _ duplex: Duplex, language: String
  ) throws(BuildProblem) -> [UInt8] {
    do throws(CardProblem) {
      return try CardPress.calibration(on: paper, duplex, language: language, settings)
    } catch {
      throw .cards(error)
    }
  }
}
