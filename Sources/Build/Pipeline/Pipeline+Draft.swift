// A run for people who write: everything is checked, and files are made when they are asked for.

internal import Cards
internal import Handbook
internal import Site

extension Pipeline {
  /// Reads and checks the handbook; writes nothing and makes no file of the site yet.
  ///
  /// - Parameter changes: what may have changed since the draft before.
  /// - Returns: what was found, and the site; none where findings forbid one. What only the finished
  ///   search index shows is left to ``DraftSite/searchFindings()``.
  /// - Throws: ``BuildProblem`` where the handbook or the theme cannot be read.
  package func draft(
    after changes: Changes = .anything
  ) async throws(BuildProblem) -> (outcome: Outcome, site: DraftSite?) {
    let memory = memory ?? BuildMemory()
    var timings = Timings()
    var (outcome, folder, _) = try await modelled(&timings, after: changes)
    let handbook = outcome.handbook
    let place = try ThemeFolder.find(
      settings.theme ?? handbook.configuration.theme, handbook: settings.folder)
    let (theme, number) = try memory.theme(place, handbook.configuration)
    timings.end(.theme)
    let stage = try CardStage(
      handbook: handbook, theme: theme, folder: place, settings: settings,
      isNeeded: !handbook.cards.isEmpty)
    outcome.cards = try await memory.lay(handbook.cards, stage)
    timings.end(.cards)
    let (revision, earlier) = (outcome.revision, memory.draft(before: outcome.revision))
    outcome.revision = nil
    let found = try await findings(in: handbook, revision, earlier)
    outcome.diagnostics = Checks.settle(
      outcome.diagnostics + found.all + outcome.cards.flatMap(\.findings), in: handbook)
    timings.end(.check)
    var site: DraftSite?
    if !outcome.isRefused {
      let before = earlier?.theme == number ? earlier?.site : nil
      site = DraftSite(
        handbook: handbook, theme: theme, version: settings.version, content: folder,
        cards: outcome.cards, stage: stage,
        after: revision.flatMap { revision in before.map { ($0, revision) } })
    }
    timings.end(.render)
    memory.keep(handbook, found, site, theme: number)
    outcome.timings = timings
    return (outcome, site)
  }

  private func findings(
    in handbook: Handbook, _ revision: Revision?, _ earlier: BuildMemory.Draft?
  ) async throws(BuildProblem) -> Findings {
    guard let revision, let earlier else { return try await findings(in: handbook) }
    return Findings(in: handbook, after: revision, earlier.findings)
  }

  /// Where a change can change the site, as far as that is known; themes of the handbook and the one
  /// that is used.
  package func watchedFolders(theme name: String?) -> [WatchedFolder] {
    var folders = [
      WatchedFolder(settings.folder, names: ["Content", "Themes", "Fonts"]),
      WatchedFolder(
        Disk.folder(of: settings.content), names: [Disk.name(of: settings.content)]),
      WatchedFolder(settings.content), WatchedFolder(Disk.join(settings.folder, "Themes")),
      WatchedFolder(Disk.join(settings.folder, "Fonts")),
    ]
    do throws(BuildProblem) {
      let theme = try ThemeFolder.find(
        settings.theme ?? name ?? "default", handbook: settings.folder)
      folders.append(WatchedFolder(theme.path))
    } catch {
      return folders  // The build says what is wrong with it.
    }
    return folders
  }
}
