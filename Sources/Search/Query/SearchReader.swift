// Asks a finished index.

/// An index as published, ready for queries.
///
/// It reads the bytes that the browser reads and ranks as the browser does.
package struct SearchReader: Sendable {
  /// Why an index cannot be used.
  package enum Problem: Error, Equatable {
    case notJSON
    /// The format that the file names, empty if it names none.
    case unknownFormat(String)
    /// The analyzer that the file was made with: its words are not ours.
    case unknownAnalyzer(String)
    case damaged(part: String)
  }

  private let tables: IndexTables

  /// Decodes an index.
  ///
  /// - Parameter json: the bytes of `index.json`.
  /// - Throws: ``Problem``, whose cases say what is wrong with the bytes.
  package init(json: [UInt8]) throws(Problem) {
    guard let value = JSONValue(json) else { throw .notJSON }
    let format = value["format"]?.string ?? ""
    let mode = value["mode"]?.string ?? ""
    guard format == IndexFormat.name, mode == IndexFormat.singleMode else {
      throw .unknownFormat(format == IndexFormat.name ? "\(format) \(mode)" : format)
    }
    let analyzer = value["analyzer"]?.string ?? ""
    guard analyzer == Analyzer.identifier else { throw .unknownAnalyzer(analyzer) }
    tables = try IndexTables(value)
  }

  /// The best hits, best first.
  ///
  /// A word that no record holds does not empty the list: records are ranked by how much of the
  /// query they cover.
  ///
  /// - Parameters:
  ///   - text: what someone typed; its last word may be the beginning of one.
  ///   - kind: only records of this kind, or all.
  ///   - limit: the most hits to give.
  /// - Returns: hits by score, then in the order of the records; few of one page in a row.
  package func query(
    _ text: String, kind: SearchRecord.Kind? = nil, limit: Int = 10
  ) -> [SearchHit] {
    ranked(text, kind: kind, limit: limit).map { hit($0) }
  }

  /// The numbers and scores of the best records, which the conformance test compares.
  func ranked(_ text: String, kind: SearchRecord.Kind?, limit: Int) -> [RankedRecord] {
    var ranker = Ranker(QueryPlan(text, tables), tables)
    return ranker.rank(kind: kind, limit: limit)
  }

  private func hit(_ ranked: RankedRecord) -> SearchHit {
    let record = tables.records[ranked.record]
    let page = tables.pages[record.page]
    return SearchHit(
      url: record.anchor.map { "\(page.url)#\($0)" } ?? page.url, title: record.title,
      page: page.title, crumbs: page.crumbs, kind: record.kind, text: record.text,
      avoid: record.avoid, when: record.when, reviewDue: record.reviewDue, score: ranked.score)
  }
}
