// The pages of a whole index, and which words they hold.

/// What an index must know of its pages so that one can be taken out.
struct IndexPages: Sendable {
  /// Where it comes from.
  enum Source: Sendable {
    /// Nobody noted the pages.
    case unknown
    /// The pages of each part, with the number in the vocabulary of each of its words.
    case parts([PageTallies], words: [[Int32]])
    case known(IndexPages)
  }

  /// All pages in reading order; their words by ``ids``.
  let tallies: PageTallies
  /// Of each word of the vocabulary the number by which tallies know it: it stays when others go.
  let ids: [Int32]
  /// Of each word how many pages hold it.
  let holders: [Int32]
  /// The next word that is new has this one.
  let nextID: Int
}

extension IndexPages.Source {
  /// The pages of all parts put together; nil where they are unknown.
  var pages: IndexPages? {
    switch self {
    case .unknown: nil
    case .parts(let parts, let words): IndexPages(parts, words)
    case .known(let pages): pages
    }
  }
}

extension IndexPages {
  fileprivate init(_ parts: [PageTallies], _ words: [[Int32]]) {
    var tallies = PageTallies()
    let count = (words.compactMap { $0.max() }.max() ?? -1) + 1
    var holders = [Int32](repeating: 0, count: Int(count))
    for (part, words) in zip(parts, words) {
      for page in 0..<part.count {
        tallies.append(page, of: part, words)
        part.forEachWord(of: page) { holders[Int(words[$0])] += 1 }
      }
    }
    self.init(
      tallies: tallies, ids: (0..<count).map(\.self), holders: holders, nextID: Int(count))
  }
}
