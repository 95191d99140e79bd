// Work in parallel, results in order.

extension Array where Element: Sendable {
  /// The results of `transform`, in the order of the elements, with at most `width` tasks at work.
  ///
  /// Elements go out in runs, so 2,000 pages on two cores cost 16 tasks.
  ///
  /// - Parameters:
  ///   - width: the most tasks at work; with 1 or less, the caller's own task does the work.
  ///   - transform: what to do with an element; it may not block for long.
  /// - Returns: as many results as elements.
  /// - Throws: the first failure by position, not by time, so that a run fails the same way twice.
  package func mapConcurrently<Result: Sendable, Failure: Error>(
    width: Int, _ transform: @escaping @Sendable (Element) throws(Failure) -> Result
  ) async throws(Failure) -> [Result] {
    guard width > 1, count > 1 else {
      var results: [Result] = []
      results.reserveCapacity(count)
      for element in self { results.append(try transform(element)) }
      return results
    }
    let parts = await runs(width: width, transform)
    var results: [Result] = []
    results.reserveCapacity(count)
    for part in parts { for result in part.results { results.append(try result.get()) } }
    return results
  }

  private typealias Run<Output, Failure: Error> = (
    lower: Int, results: [Swift.Result<Output, Failure>]
  )

  /// The results of each run of elements, sorted by place; a run ends at its first failure.
  private func runs<Output: Sendable, Failure: Error>(
    width: Int, _ transform: @escaping @Sendable (Element) throws(Failure) -> Output
  ) async -> [Run<Output, Failure>] {
    let length = Swift.max(1, count / (width * 8))
    return await withTaskGroup(of: Run<Output, Failure>.self) { group in
      var next = 0
      func add(to group: inout TaskGroup<Run<Output, Failure>>) {
        guard next < count else { return }
        let range = next..<Swift.min(next + length, count)
        next = range.upperBound
        group.addTask { (range.lowerBound, Self.run(self[range], transform)) }
      }
      for _ in 0..<width { add(to: &group) }
      var parts: [Run<Output, Failure>] = []
      while let part = await group.next() {
        parts.append(part)
        // After a failure nothing later can matter; what is earlier is at work already.
        if case .failure? = part.results.last { next = count }
        add(to: &group)
      }
      return parts.sorted { $0.lower < $1.lower }
    }
  }

  private static func run<Output, Failure: Error>(
    _ elements: ArraySlice<Element>, _ transform: (Element) throws(Failure) -> Output
  ) -> [Swift.Result<Output, Failure>] {
    var results: [Swift.Result<Output, Failure>] = []
    results.reserveCapacity(elements.count)
    for element in elements {
      do throws(Failure) {
        results.append(.success(try transform(element)))
      } catch {
        results.append(.failure(error))
        return results
      }
    }
    return results
  }
}
