// The files of an index: a root, and shards where it is large.

internal import Text

/// Writes the root with everything in it, or with the names of shards.
struct IndexWriter: Sendable {
  let options: SearchOptions
  let stopWords: StopWords
  let synonyms: SynonymTable
  let order: RecordOrder
  let terms: TermWriter
  /// Nil where the index is too large for one file.
  let sections: SectionWriter?

  /// Shards of one sort.
  private typealias Cut = (kind: ShardKind, shards: [Shard], hash: String)

  init(
    options: SearchOptions, words: IndexWords, order: RecordOrder, postings: TermPostings,
    sections: SectionWriter?
  ) {
    stopWords = StopWords(language: options.language)
    terms = TermWriter(terms: words.terms, postings: postings)
    (self.options, synonyms) = (options, words.synonyms)
    (self.order, self.sections) = (order, sections)
  }

  /// The files of all shards, the root first.
  func files(_ shards: [ShardKind: [Shard]]) -> [SearchFile] {
    let cuts: [Cut] = ShardKind.allCases.map { kind in
      (kind, shards[kind] ?? [], Self.hash(shards[kind] ?? []))
    }
    let size = cuts.reduce(0) { $0 + $1.shards.reduce(0) { $0 + $1.size } }
    if !Self.isLarge(size, options), let single = single() { return rootFiles(single) }
    return rootFiles(root(IndexFormat.sharded, cuts))
      + cuts.flatMap { cut in
        cut.shards.enumerated().map { number, shard in
          SearchFile(name: cut.kind.path(number, hash: cut.hash), bytes: shard.script)
        }
      }
  }

  /// Whether shards of a size cannot be one file.
  ///
  /// They repeat a little, so that one file may be smaller than they are, but never by half.
  static func isLarge(_ size: Int, _ options: SearchOptions) -> Bool {
    size / 2 > options.largestSingle
  }

  /// The root with everything in it, unless it would be too large.
  private func single() -> [UInt8]? {
    guard let sections else { return nil }
    let all = Int.max
    let root = root(
      IndexFormat.single,
      [
        (.terms, terms.termShards(size: all), ""),
        (.sections, sections.shards(0..<1, each: all), ""),
      ])
    return root.count <= options.largestSingle ? root : nil
  }

  private func rootFiles(_ json: [UInt8]) -> [SearchFile] {
    [
      SearchFile(name: "index.json", bytes: json),
      SearchFile(name: "index.js", bytes: Self.script(IndexFormat.rootKey, json)),
      IndexSchema.file,
    ]
  }

  private static func script(_ key: String, _ json: [UInt8]) -> [UInt8] {
    Array("__deskbook(\"\(key)\",".utf8) + json + Array(");\n".utf8)
  }

  /// Thirty bits of a hash of all shards in letters that no file system confuses.
  static func hash(_ shards: [Shard]) -> String {
    let all = shards.flatMap { shard in
      (0..<8).map { UInt8(truncatingIfNeeded: shard.hash >> ($0 * 8)) }
    }
    var rest = StableHash.of(all, all.indices)
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
    return String(
      (0..<6).map { _ in
        defer { rest >>= 5 }
        return letters[Int(rest & 31)]
      })
  }

  private func root(_ mode: String, _ cuts: [Cut]) -> [UInt8] {
    var body = JSONWriter()
    body.member("mode", [UInt8](mode.utf8))
    body.member("lang", [UInt8](options.language.utf8))
    body.key("n")
    body.number(order.count)
    writeWeights(isSharded: mode == IndexFormat.sharded, to: &body)
    writeKinds(to: &body)
    body.member("stop", [UInt8](stopWords.words.joined(separator: " ").utf8))
    synonyms.write(to: &body)
    for cut in cuts {
      body.key(cut.kind.rawValue)
      if mode == IndexFormat.single {
        body.raw(cut.shards[0].json)
      } else {
        write(cut, to: &body)
      }
    }
    return Self.withHead(body.bytes)
  }

  private func write(_ cut: Cut, to json: inout JSONWriter) {
    json.beginObject()
    if cut.kind == .sections {
      json.key("c")
      json.number(IndexFormat.sectionShard)
    } else {
      var firsts: [UInt8] = []
      var last = 0
      for shard in cut.shards {
        Base64VLQ.append(shard.first - last, to: &firsts)
        last = shard.first
      }
      json.member("n", firsts)
    }
    if cut.kind == .dictionary {
      json.key("f")
      json.strings(cut.shards.map { String(decoding: $0.firstForm, as: UTF8.self) })
    }
    json.member("h", [UInt8](cut.hash.utf8))
    json.endObject()
  }

  private func writeWeights(isSharded: Bool, to json: inout JSONWriter) {
    var weights = RankWeights()
    // Each compared text may be a file to fetch.
    if isSharded { weights.compared = RankWeights.comparedInShards }
    json.key("k")
    json.beginArray()
    for weight in weights.values { json.number(weight) }
    json.endArray()
  }

  /// Rows of name, weight and first record: records stand kind by kind.
  private func writeKinds(to json: inout JSONWriter) {
    json.key("kinds")
    json.beginArray()
    for (kind, first) in zip(SearchRecord.Kind.allCases, order.firsts) {
      json.beginArray()
      json.string(kind.rawValue)
      json.number(RankWeights.weight(of: kind))
      json.number(first)
      json.endArray()
    }
    json.endArray()
  }

  /// Puts the head before the body, with a hash by which two builds can be told apart.
  private static func withHead(_ body: [UInt8]) -> [UInt8] {
    let hash = String(StableHash.of(body, body.indices), radix: 16)
    var head = JSONWriter()
    head.beginObject()
    head.member("format", [UInt8](IndexFormat.name.utf8))
    head.member("build", [UInt8]((String(repeating: "0", count: 16 - hash.count) + hash).utf8))
    head.member("analyzer", [UInt8](Analyzer.identifier.utf8))
    head.raw(body[...])
    head.endObject()
    return head.bytes
  }
}
