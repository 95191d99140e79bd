// The root of an index: what every query needs.

internal import Text
internal import Algorithms

/// The decoded root.
struct IndexRoot {
  /// A row of `kinds`.
  struct Kind {
    var kind: SearchRecord.Kind
    /// The preference for it, in sixty-fourths.
    var weight: Int
    /// Its first record; records stand kind by kind.
    var first: Int
  }

  let isEnglish: Bool
  let weights: RankWeights
  let kinds: [Kind]
  /// Records in all.
  let count: Int
  let stopWords: StopWords
  let synonyms: SynonymLookup
  let tables: [ShardKind: ShardTable]

  /// - Throws: ``SearchReader/Problem``, naming the first part that cannot be used.
  init(_ json: JSON) throws(SearchReader.Problem) {
    guard let weights = json["k"]?.numbers.flatMap(RankWeights.init(values:)) else {
      throw .damaged(part: "k")
    }
    guard let count = json["n"]?.number, (0...100_000_000).contains(count) else {
      throw .damaged(part: "n")
    }
    guard let kinds = Self.kinds(json["kinds"], count: count) else { throw .damaged(part: "kinds") }
    guard let language = json["lang"]?.string else { throw .damaged(part: "lang") }
    guard let stop = json["stop"]?.string else { throw .damaged(part: "stop") }
    guard let synonyms = json["syn"].flatMap(SynonymLookup.init) else {
      throw .damaged(part: "syn")
    }
    (self.weights, self.kinds, self.count, self.synonyms) = (weights, kinds, count, synonyms)
    isEnglish = language.lowercased() == "en" || language.lowercased().hasPrefix("en-")
    stopWords = StopWords(words: stop.split(separator: " ").map(String.init))
    var tables: [ShardKind: ShardTable] = [:]
    if json["mode"]?.string == IndexFormat.sharded {
      for kind in ShardKind.allCases {
        guard let table = json[kind.rawValue].flatMap({ ShardTable($0, kind, records: count) })
        else {
          throw .damaged(part: kind.rawValue)
        }
        tables[kind] = table
      }
    }
    self.tables = tables
  }

  private static func kinds(_ value: JSON?, count: Int) -> [Kind]? {
    guard let rows = value?.array else { return nil }
    var kinds: [Kind] = []
    for row in rows {
      guard let cells = row.array, cells.count == 3, let weight = cells[1].number,
        (0...1000).contains(weight), let first = cells[2].number,
        ((kinds.last?.first ?? 0)...count).contains(first),
        let kind = cells[0].string.flatMap(SearchRecord.Kind.init(rawValue:))
      else { return nil }
      kinds.append(Kind(kind: kind, weight: weight, first: first))
    }
    return kinds.first?.first == 0 ? kinds : nil
  }

  /// The kind of a record.
  func kind(of record: Int) -> Kind { kinds.last { $0.first <= record } ?? kinds[0] }

  /// The records of a kind.
  func records(of kind: SearchRecord.Kind) -> Range<Int> {
    guard let place = kinds.firstIndex(where: { $0.kind == kind }) else { return 0..<0 }
    return kinds[place].first..<(place + 1 < kinds.count ? kinds[place + 1].first : count)
  }
}

/// What the root says of the shards of a sort.
struct ShardTable {
  /// The first group, form or record of each, ascending.
  let firsts: [Int]
  /// The first form of each dictionary shard.
  let forms: [[UInt16]]
  /// Six letters that the name of their folder ends in.
  let hash: String

  init?(_ value: JSON, _ kind: ShardKind, records: Int) {
    guard let hash = value["h"]?.string, hash.utf8.count == 6,
      hash.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }),
      let firsts = kind == .sections
        ? Self.firsts(every: value["c"], below: records) : Self.firsts(value["n"])
    else { return nil }
    forms = kind == .dictionary ? (value["f"]?.strings ?? []).map { Array($0.utf16) } : []
    if kind == .dictionary, forms.count != firsts.count { return nil }
    self.firsts = firsts
    self.hash = hash
  }

  private static func firsts(_ value: JSON?) -> [Int]? {
    guard let steps = value?.string.flatMap({ Base64VLQ.readAll([UInt8]($0.utf8)) }),
      steps.first == 0
    else { return nil }
    var firsts: [Int] = []
    for step in steps { firsts.append((firsts.last ?? 0) + min(step, 1 << 40)) }
    return firsts
  }

  private static func firsts(every value: JSON?, below count: Int) -> [Int]? {
    guard let size = value?.number, size > 0 else { return nil }
    return Array(stride(from: 0, to: max(1, count), by: size))
  }

  /// The shard that holds a group or a record.
  func shard(of number: Int) -> Int { max(0, firsts.partitioningIndex { $0 > number } - 1) }

  /// The shards that may hold forms with a beginning.
  func shards(prefix: [UInt16]) -> ClosedRange<Int> {
    // The last that begins no later than the prefix, and the end of those that begin no later than
    // the last form with it.
    let first = forms.partitioningIndex { prefix.lexicographicallyPrecedes($0) } - 1
    let last = forms.partitioningIndex {
      prefix.lexicographicallyPrecedes($0) && !$0.starts(with: prefix)
    }
    return max(0, first)...max(0, first, last - 1)
  }
}
