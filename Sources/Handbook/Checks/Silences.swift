// What the silencing comments of a page cover.

internal import Algorithms

/// The silences of one page by rule; each question costs O(log *n*).
struct Silences {
  /// Ranges that begin at or after the one before; `reach` is the furthest end so far.
  private typealias Cover = (start: Int, reach: Int)
  private var covers: [String: [Cover]] = [:]
  /// Where the first comment stands that covers findings about the whole page.
  private var pageWide: [String: Int] = [:]

  init(_ page: Page) {
    for silence in page.silences.sorted(by: { $0.covers.lowerBound < $1.covers.lowerBound }) {
      let reach = max(covers[silence.rule]?.last?.reach ?? 0, silence.covers.upperBound)
      covers[silence.rule, default: []].append((silence.covers.lowerBound, reach))
      if silence.coversPage {
        pageWide[silence.rule] = max(pageWide[silence.rule] ?? 0, silence.range.lowerBound)
      }
    }
  }

  /// Whether a finding of the page is silenced: it begins in what a comment covers, or stands before
  /// a comment at the top and so is about the page as a whole.
  func cover(_ diagnostic: Diagnostic) -> Bool {
    if let comment = pageWide[diagnostic.rule.id], diagnostic.range.upperBound <= comment {
      return true
    }
    guard let covers = covers[diagnostic.rule.id] else { return false }
    let end = covers.partitioningIndex { $0.start > diagnostic.range.lowerBound }
    return end > 0 && diagnostic.range.lowerBound < covers[end - 1].reach
  }
}
