// The search indexes of a site, made on all processors.

internal import Handbook
internal import Search
internal import Site

extension Pipeline {
  /// Parts of an index for each task at work: few, as each reads its words anew, and more than one,
  /// as they take unlike times.
  private static let partsOfATask = 2

  /// The index of all pages, and those of languages as files.
  typealias MadeSearch = (whole: SearchIndex, editions: [OutputFile])

  /// The indexes of a handbook.
  func search(of handbook: Handbook) async throws(BuildProblem) -> MadeSearch {
    let whole = try await index(SiteSearch.whole(handbook), of: handbook)
    var editions: [OutputFile] = []
    for scope in SiteSearch.editions(handbook) {
      editions += try await index(scope, of: handbook).files.map(scope.file)
    }
    return (whole, editions)
  }

  private func index(
    _ scope: SiteSearch.Scope, of handbook: Handbook
  ) async throws(BuildProblem) -> SearchIndex {
    let shelf = try await shelf(scope, of: handbook)
    async let dictionary = shelf.dictionaryShards()
    let terms = shelf.termShards()
    return shelf.index(terms: terms, dictionary: await dictionary)
  }

  /// All of an index but its words; what only other shards were made from is let go.
  private func shelf(
    _ scope: SiteSearch.Scope, of handbook: Handbook
  ) async throws(BuildProblem) -> IndexShelf {
    var plan = IndexPlan(try await parts(scope, of: handbook), scope.options)
    for batches in plan.batches {
      plan.keep(
        await batches.mapConcurrently(width: settings.workers) { [plan] in plan.shards($0) })
      Memory.release()
    }
    for parts in plan.rounds(of: max(1, settings.workers)) {
      plan.keep(
        await parts.mapConcurrently(width: settings.workers) { [plan] in plan.columns(of: $0) })
      Memory.release()
    }
    return plan.shelf()
  }

  private func parts(
    _ scope: SiteSearch.Scope, of handbook: Handbook
  ) async throws(BuildProblem) -> [IndexPart] {
    let counter = ProgressCounter(.search, total: scope.pages.count, observer)
    let tasks = max(1, settings.workers)
    let count = tasks == 1 ? 1 : tasks * Self.partsOfATask
    let length = max(1, (scope.pages.count + count - 1) / count)
    let runs = stride(from: 0, to: scope.pages.count, by: length).map { start in
      scope.pages[start..<min(start + length, scope.pages.count)]
    }
    return try await runs.mapConcurrently(width: tasks) { (run) throws(BuildProblem) in
      try SiteSearch.part(of: run, scope.options, in: handbook) { () throws(BuildProblem) in
        try counter.advance()
      }
    }
  }
}
