// What stays of the site before, for readers who have its pages open.

internal import Handbook

extension Staging {
  /// Keeps the earlier site's assets and search shards, whose names are made from their content.
  ///
  /// A reader who still has one of its pages open can go on and search. What the earlier site had
  /// itself kept in this way is dropped.
  ///
  /// - Parameters:
  ///   - own: the paths of the new site.
  ///   - width: the most files at once.
  /// - Returns: what was kept, sorted by path.
  /// - Throws: `file` where a file cannot be taken over, `interrupted`.
  func keepEarlier(
    besides own: Set<String>, width: Int
  ) async throws(BuildProblem) -> [(path: String, hash: String)] {
    guard let earlier else { return [] }
    let passed = earlier.files.filter { ContentNames.isOne($0.key) && !own.contains($0.key) }
      .sorted { $0.key < $1.key }
    let kept = try await passed.mapConcurrently(width: width) { (file) throws(BuildProblem) in
      if Task.isCancelled { throw .interrupted }
      return try keep(file.key, hash: file.value)
    }
    return zip(passed, kept).filter(\.1).map { (path: $0.0.key, hash: $0.0.value) }
  }
}
