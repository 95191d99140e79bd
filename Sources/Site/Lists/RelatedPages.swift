// Pages that share tags.

internal import Handbook

/// Finds, for a page, the pages that share its rarer tags.
struct RelatedPages: Sendable {
  private let pagesByTag: [String: [Int]]
  /// Tags on more pages than this say little and would cost much.
  private static let commonTag = 60
  private static let most = 5

  init(_ handbook: Handbook) {
    var pagesByTag: [String: [Int]] = [:]
    for (index, page) in handbook.pages.enumerated() where page.kind != .card {
      for tag in Set(page.front.tags.map { $0.lowercased() }) {
        pagesByTag[tag, default: []].append(index)
      }
    }
    self.pagesByTag = pagesByTag
  }

  /// At most five pages, best first; ties in page order.
  func pages(for index: Int, in handbook: Handbook) -> [Int] {
    var scores: [Int: Double] = [:]
    for tag in Set(handbook.pages[index].front.tags.map({ $0.lowercased() })).sorted() {
      guard let pages = pagesByTag[tag], pages.count <= Self.commonTag else { continue }
      for other in pages where other != index {
        scores[other, default: 0] += 1 / Double(pages.count)
      }
    }
    return scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most).map(\.key)
  }
}
