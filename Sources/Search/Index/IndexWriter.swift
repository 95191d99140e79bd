// The index as one JSON document.

/// Writes ``IndexFormat/singleMode``: head, weights, synonyms, terms, pages and records.
struct IndexWriter {
  private let records: [SearchRecord]
  private let terms: PackedTerms

  init(records: [SearchRecord], terms: PackedTerms) {
    self.records = records
    self.terms = terms
  }

  mutating func write(
    _ options: SearchOptions, _ stopWords: StopWords, _ synonyms: SynonymTable
  ) -> [UInt8] {
    var body = JSONWriter()
    body.key("lang")
    body.string(options.language)
    body.key("n")
    body.number(records.count)
    write(RankWeights(), to: &body)
    body.key("stop")
    body.string(stopWords.words.joined(separator: " "))
    write(synonyms, to: &body)
    writeTerms(to: &body)
    writeSections(to: &body)
    return finish(body.bytes)
  }

  /// Puts the head before the body, with a hash by which two builds can be told apart.
  private func finish(_ body: [UInt8]) -> [UInt8] {
    let hash = String(FNV.hash(body, 0..<body.count), radix: 16)
    var head = JSONWriter()
    head.beginObject()
    head.key("format")
    head.string(IndexFormat.name)
    head.key("build")
    head.string(String(repeating: "0", count: 16 - hash.count) + hash)
    head.key("analyzer")
    head.string(Analyzer.identifier)
    head.key("mode")
    head.string(IndexFormat.singleMode)
    head.raw(body)
    head.endObject()
    return head.bytes
  }

  private func write(_ weights: RankWeights, to json: inout JSONWriter) {
    json.key("k")
    json.beginArray()
    for weight in weights.values { json.number(weight) }
    json.endArray()
    json.key("kinds")
    json.beginArray()
    for kind in SearchRecord.Kind.allCases {
      json.beginArray()
      json.string(kind.rawValue)
      json.number(RankWeights.weight(of: kind))
      json.endArray()
    }
    json.endArray()
  }

  private func write(_ synonyms: SynonymTable, to json: inout JSONWriter) {
    json.key("syn")
    json.beginArray()
    for group in synonyms.groups {
      if group.isTwoWay {
        json.strings(group.from.map { $0.joined(separator: " ") })
        continue
      }
      json.beginObject()
      json.key("from")
      json.strings(group.from.map { $0.joined(separator: " ") })
      json.key("to")
      json.strings(group.to.map { $0.joined(separator: " ") })
      json.endObject()
    }
    json.endArray()
  }

  private func writeTerms(to json: inout JSONWriter) {
    json.key("t")
    json.beginObject()
    json.key("f")
    json.string(terms.forms)
    json.key("i")
    json.string(terms.rarities)
    json.key("l")
    json.string(terms.lengths)
    json.key("p")
    json.string(terms.postings)
    json.endObject()
  }

  private func writeSections(to json: inout JSONWriter) {
    var pages = PageTable()
    let places = records.map { pages.add($0) }
    json.key("s")
    json.beginObject()
    json.key("p")
    pages.write(to: &json)
    json.key("s")
    json.beginArray()
    for (record, place) in zip(records, places) { write(record, at: place, to: &json) }
    json.endArray()
    json.endObject()
  }

  /// Writes page, anchor, kind, title and text, then avoid, when and review date if there are any.
  private func write(
    _ record: SearchRecord, at place: PageTable.Place, to json: inout JSONWriter
  ) {
    json.beginArray()
    json.number(place.page)
    if let anchor = place.anchor { json.string(anchor) } else { json.number(0) }
    json.number(SearchRecord.Kind.allCases.firstIndex(of: record.kind) ?? 0)
    if record.title == record.page { json.number(0) } else { json.string(record.title) }
    json.string(Excerpt.of([UInt8](record.body.utf8)))
    let hasDate = record.reviewDue != nil
    if hasDate || !record.avoid.isEmpty || !record.when.isEmpty { json.strings(record.avoid) }
    if hasDate || !record.when.isEmpty { json.strings(record.when) }
    if let date = record.reviewDue { json.string(date) }
    json.endArray()
  }
}
