// The search indexes of a site, made on all processors.

internal import Handbook
internal import Search
internal import Site

/// The search indexes of a site, finished but not written.
struct SearchIndexes: Sendable {
  /// That of all pages.
  let whole: SearchIndex
  /// The files of all indexes, by their places in the site.
  let files: [OutputFile]
}

extension Pipeline {
  /// Parts of an index for each task: few, as each collects its words by itself, but more than
  /// one, as they do not take the same time.
  private static let partsOfATask = 2

  /// The indexes of a handbook: that of all pages, and those of languages.
  func search(of handbook: Handbook) async throws(BuildProblem) -> SearchIndexes {
    let scope = SiteSearch.whole(handbook)
    let whole = try await index(scope, of: handbook)
    var files = whole.files.map { OutputFile(scope.path($0.name), $0.bytes) }
    for scope in SiteSearch.editions(handbook) {
      let index = try await index(scope, of: handbook)
      files += index.files.map { OutputFile(scope.path($0.name), $0.bytes) }
    }
    return SearchIndexes(whole: whole, files: files)
  }

  /// One index; what its parts hold is let go as soon as it is merged.
  private func index(
    _ scope: SiteSearch.Scope, of handbook: Handbook
  ) async throws(BuildProblem) -> SearchIndex {
    var merge = IndexMerge(try await parts(scope, of: handbook), scope.options)
    for batches in merge.batches {
      merge.keep(
        await batches.mapConcurrently(width: settings.workers) { [merge] in merge.shards($0) })
    }
    Heap.trim()
    for parts in merge.rounds(of: max(1, settings.workers)) {
      merge.keep(
        await parts.mapConcurrently(width: settings.workers) { [merge] in merge.columns(of: $0) })
      Heap.trim()
    }
    let sorted = merge.sorted()
    async let dictionary = sorted.dictionaryShards()
    let terms = sorted.termShards()
    return sorted.index(terms: terms, dictionary: await dictionary)
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
