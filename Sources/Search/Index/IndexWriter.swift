// The files of an index: a root, and shards where it is large.

/// Writes the root with everything in it, or with the names of shards.
struct IndexWriter {
  let options: SearchOptions
  let stopWords: StopWords
  let synonyms: SynonymTable
  let shards: ShardWriter

  /// The files, the root first.
  func files() -> [SearchFile] {
    let parts: [(ShardKind, [Shard])] = [
      (.terms, shards.termShards(size: IndexFormat.termShard)),
      (.dictionary, shards.dictionaryShards(size: IndexFormat.dictionaryShard)),
      (.sections, shards.sectionShards(count: IndexFormat.sectionShard)),
    ]
    let size = parts.reduce(0) { $0 + $1.1.reduce(0) { $0 + $1.script.count } }
    // Shards repeat a little, so one file may be smaller than they are, but never by half.
    if size / 2 <= options.largestSingle, let single = single() { return rootFiles(single) }
    return rootFiles(root(IndexFormat.sharded, parts))
      + parts.flatMap { kind, shards in
        let hash = Self.hash(shards)
        return shards.enumerated().map { number, shard in
          SearchFile(name: kind.path(number, hash: hash), bytes: shard.script)
        }
      }
  }

  /// The root with everything in it, unless it would be too large.
  private func single() -> [UInt8]? {
    let all = Int.max
    let root = root(
      IndexFormat.single,
      [(.terms, shards.termShards(size: all)), (.sections, shards.sectionShards(count: all))])
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
  private static func hash(_ shards: [Shard]) -> String {
    let all = shards.flatMap { shard in
      let hash = FNV.hash(shard.script, shard.script.indices)
      return (0..<8).map { UInt8(truncatingIfNeeded: hash >> ($0 * 8)) }
    }
    var rest = FNV.hash(all, all.indices)
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
    return String(
      (0..<6).map { _ in
        defer { rest >>= 5 }
        return letters[Int(rest & 31)]
      })
  }

  private func root(_ mode: String, _ parts: [(ShardKind, [Shard])]) -> [UInt8] {
    var body = JSONWriter()
    body.member("mode", [UInt8](mode.utf8))
    body.member("lang", [UInt8](options.language.utf8))
    body.key("n")
    body.number(shards.records.count)
    writeWeights(isSharded: mode == IndexFormat.sharded, to: &body)
    writeKinds(to: &body)
    body.member("stop", [UInt8](stopWords.words.joined(separator: " ").utf8))
    synonyms.write(to: &body)
    for (kind, shards) in parts {
      body.key(kind.rawValue)
      if mode == IndexFormat.single {
        body.raw(Array(shards[0].json))
      } else {
        write(shards, kind, to: &body)
      }
    }
    return Self.withHead(body.bytes)
  }

  private func write(_ shards: [Shard], _ kind: ShardKind, to json: inout JSONWriter) {
    json.beginObject()
    if kind == .sections {
      json.key("c")
      json.number(IndexFormat.sectionShard)
    } else {
      var firsts: [UInt8] = []
      var last = 0
      for shard in shards {
        Base64VLQ.append(shard.first - last, to: &firsts)
        last = shard.first
      }
      json.member("n", firsts)
    }
    if kind == .dictionary {
      json.key("f")
      json.strings(shards.map { String(decoding: $0.firstForm, as: UTF8.self) })
    }
    json.member("h", [UInt8](Self.hash(shards).utf8))
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
    for (kind, first) in zip(SearchRecord.Kind.allCases, shards.records.firsts) {
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
    let hash = String(FNV.hash(body, body.indices), radix: 16)
    var head = JSONWriter()
    head.beginObject()
    head.member("format", [UInt8](IndexFormat.name.utf8))
    head.member("build", [UInt8]((String(repeating: "0", count: 16 - hash.count) + hash).utf8))
    head.member("analyzer", [UInt8](Analyzer.identifier.utf8))
    head.raw(body)
    head.endObject()
    return head.bytes
  }
}
