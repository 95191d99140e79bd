// The search indexes of a site, made on all processors.

internal import Handbook
internal import Search
internal import Site

extension Pipeline {
  /// Parts of an index for each task at work: few, as each reads its words anew, and more than one,
  /// as they take unlike times.
  private static let partsOfATask = 2

  /// The indexes of a handbook; those that `memory` knows are made from the ones before where few pages
  /// have changed.
  func search(
    of handbook: Handbook, _ memory: SearchMemory?
  ) async throws(BuildProblem) -> MadeSearch {
    let whole = try await index(SiteSearch.whole(handbook), of: handbook, memory)
    var editions: [MadeSearch.Index] = []
    for scope in SiteSearch.editions(handbook) {
      editions.append(try await index(scope, of: handbook, memory))
    }
    return MadeSearch(whole: whole, editions: editions)
  }

  private func index(
    _ scope: SiteSearch.Scope, of handbook: Handbook, _ memory: SearchMemory?
  ) async throws(BuildProblem) -> MadeSearch.Index {
    let patched = try await patchedShelf(scope, of: handbook, memory)
    let shelf: IndexShelf
    if let patched {
      shelf = patched
    } else {
      shelf = try await self.shelf(scope, of: handbook, notesPages: memory != nil)
    }
    async let dictionary = shelf.dictionaryShards()
    let terms = shelf.termShards()
    return MadeSearch.Index(
      scope: scope, index: shelf.index(terms: terms, dictionary: await dictionary),
      shelf: memory.map { (shelf.withoutShards, $0.keys(of: scope)) },
      isPatched: patched != nil)
  }

  /// An index made from the one before; nil where it has to be made of all pages.
  private func patchedShelf(
    _ scope: SiteSearch.Scope, of handbook: Handbook, _ memory: SearchMemory?
  ) async throws(BuildProblem) -> IndexShelf? {
    guard let patch = memory?.patch(scope) else { return nil }
    let records = await patch.pages.mapConcurrently(width: settings.workers) {
      SiteSearch.records(of: scope.pages[$0], in: handbook)
    }
    return patch.shelf(records)
  }

  /// All of an index but its words; what only other shards were made from is let go.
  private func shelf(
    _ scope: SiteSearch.Scope, of handbook: Handbook, notesPages: Bool
  ) async throws(BuildProblem) -> IndexShelf {
    let parts = try await parts(scope, of: handbook, notesPages: notesPages)
    var plan = IndexPlan(parts, scope.options)
    for batches in plan.batches {
      plan.keep(
        await batches.mapConcurrently(width: settings.workers) { [plan] in plan.shards($0) })
    }
    Memory.release()
    for parts in plan.rounds(of: max(1, settings.workers)) {
      plan.keep(
        await parts.mapConcurrently(width: settings.workers) { [plan] in plan.columns(of: $0) })
      Memory.release()
    }
    return plan.shelf()
  }

  private func parts(
    _ scope: SiteSearch.Scope, of handbook: Handbook, notesPages: Bool
  ) async throws(BuildProblem) -> [IndexPart] {
    let counter = ProgressCounter(.search, total: scope.pages.count, observer)
    let tasks = max(1, settings.workers)
    let count = tasks == 1 ? 1 : tasks * Self.partsOfATask
    let length = max(1, (scope.pages.count + count - 1) / count)
    let runs = stride(from: 0, to: scope.pages.count, by: length).map { start in
      scope.pages[start..<min(start + length, scope.pages.count)]
    }
    return try await runs.mapConcurrently(width: tasks) { (run) throws(BuildProblem) in
      try SiteSearch.part(
        of: run, scope.options, notesPages: notesPages, in: handbook
      ) { () throws(BuildProblem) in try counter.advance() }
    }
  }
}
