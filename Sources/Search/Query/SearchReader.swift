// Asks a finished index.

internal import Text

/// An index as published, ready for queries.
///
/// It reads the bytes that the browser reads and ranks as the browser does.
package struct SearchReader {
  /// Why an index cannot be used.
  package enum Problem: Error, Equatable {
    case notJSON
    /// The format that the file names, empty if it names none.
    case unknownFormat(String)
    /// The analyzer that the file was made with: its words are not ours.
    case unknownAnalyzer(String)
    case damaged(part: String)
  }

  let index: ShardFiles

  /// Decodes the root of an index.
  ///
  /// - Parameters:
  ///   - root: the bytes of `index.json`.
  ///   - read: gives the bytes of a shard, by its path below the search folder.
  /// - Throws: ``Problem``, whose cases say what is wrong with the bytes.
  package init(
    root: [UInt8], read: @escaping (String) -> [UInt8]? = { _ in nil }
  ) throws(Problem) {
    guard let value = JSON(root) else { throw .notJSON }
    let format = value["format"]?.string ?? ""
    let mode = value["mode"]?.string ?? ""
    guard format == IndexFormat.name, [IndexFormat.single, IndexFormat.sharded].contains(mode)
    else { throw .unknownFormat(format == IndexFormat.name ? "\(format) \(mode)" : format) }
    let analyzer = value["analyzer"]?.string ?? ""
    guard analyzer == Analyzer.identifier else { throw .unknownAnalyzer(analyzer) }
    index = try ShardFiles(value, read: read)
  }

  /// Reads finished files, the root first among those of its folder.
  package init(files: [SearchFile]) throws(Problem) {
    let bytes = Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
    try self.init(root: bytes["index.json"] ?? []) { bytes[$0] }
  }

  /// The value that a script hands over under a key.
  static func value(of script: [UInt8], key: String) -> JSON? {
    let head = Array("__deskbook(\"\(key)\",".utf8)
    let tail = Array(");\n".utf8)
    guard script.count > head.count + tail.count, script.starts(with: head),
      script.suffix(tail.count).elementsEqual(tail)
    else { return nil }
    return JSON(Array(script[head.count..<(script.count - tail.count)]))
  }

  /// The best hits, best first.
  ///
  /// A word that no record holds does not empty the list: records are ranked by how much of the
  /// query they cover.
  ///
  /// - Parameters:
  ///   - text: what someone typed; its last word may be the beginning of one. `phrase:` and the
  ///     other kinds and `tag:` filter.
  ///   - kind: only records of this kind, or what the text says.
  ///   - limit: the most hits to give.
  /// - Returns: hits by score, then in the order of the records; few of one page in a row.
  /// - Throws: ``Problem/damaged(part:)`` if a shard that the query needs cannot be read.
  package func query(
    _ text: String, kind: SearchRecord.Kind? = nil, limit: Int = 10
  ) throws(Problem) -> [SearchHit] {
    let hits = ranked(text, kind: kind, limit: limit).compactMap { hit($0) }
    if let problem = index.problem { throw problem }
    return hits
  }

  /// The words of a query that are looked at.
  package static let longestQuery = QueryPlan.longest

  /// Whether all of a query is looked at: no more words, none of them longer than an index keeps.
  package func takesAll(of text: String) -> Bool {
    var analyzer = Analyzer(stopWords: index.root.stopWords)
    analyzer.read([UInt8](text.utf8))
    let tokens = analyzer.tokens
    let words = (0..<tokens.count).count { tokens.roles[$0] != .joined }
    return words <= Self.longestQuery
      && text.unicodeScalars.count <= Self.longestQuery * TokenBuffer.maximumLength
  }

  /// Words of the handbook that look like those of a query that found nothing, at most five.
  package func closest(to text: String) -> [String] {
    let plan = QueryPlan(QueryFilter(text).text, index)
    let unknown = plan.words.first { $0.group == nil && $0.alternatives.isEmpty }
    return unknown.map { index.closest(to: $0.text, count: 5) } ?? []
  }

  /// The numbers and scores of the best records, which the conformance test compares.
  func ranked(_ text: String, kind: SearchRecord.Kind?, limit: Int) -> [RankedRecord] {
    let filter = QueryFilter(text)
    let allowed = AllowedRecords(kind: kind ?? filter.kind, tags: filter.tags, index)
    let plan = QueryPlan(filter.text, index)
    if plan.words.isEmpty {
      return allowed.first(limit).map { RankedRecord(record: $0, score: 0) }
    }
    var ranker = Ranker(plan, index, allowed)
    return ranker.rank(limit: limit)
  }

  private func hit(_ ranked: RankedRecord) -> SearchHit? {
    guard let record = index.record(ranked.record) else { return nil }
    return SearchHit(
      url: record.anchor.map { "\(record.page.url)#\($0)" } ?? record.page.url,
      title: record.title, page: record.page.title, crumbs: record.page.crumbs,
      kind: index.root.kind(of: ranked.record).kind, text: record.text, avoid: record.avoid,
      when: record.when, reviewDue: record.reviewDue, score: ranked.score)
  }
}
