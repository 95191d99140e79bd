// Dictionaries of pairs whose keys may repeat.

extension Dictionary {
  /// The pairs; of those with the same key, the first.
  @inlinable
  package init(firstWins pairs: some Sequence<(Key, Value)>) {
    self.init(pairs, uniquingKeysWith: { first, _ in first })
  }
}
