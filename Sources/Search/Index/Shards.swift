// The index cut into pieces that a query can do without.

internal import Text

/// One shard, as the script that hands it over.
package struct Shard: Sendable {
  /// The first group, form or record in it.
  let first: Int
  /// The first form, of a dictionary shard.
  let firstForm: [UInt8]
  let script: [UInt8]
  /// UTF-8 bytes of the script.
  let size: Int
  let hash: UInt64
  private let head: Int
  private static let tail = Array(");\n".utf8)

  /// A shard of about `size` bytes, whose value `write` gives.
  init(
    _ kind: ShardKind, _ number: Int, first: Int, firstForm: [UInt8] = [], size: Int,
    _ write: (inout JSONWriter) -> Void
  ) {
    self.first = first
    self.firstForm = firstForm
    let head = Array("__deskbook(\"\(kind.key(number))\",".utf8)
    self.head = head.count
    var json = JSONWriter(after: head)
    json.reserve(size)
    write(&json)
    json.end(Self.tail)
    script = json.bytes
    self.size = json.bytes.count
    hash = StableHash.of(json.bytes, json.bytes.indices)
  }

  /// The value alone.
  var json: ArraySlice<UInt8> { script[head..<(size - Self.tail.count)] }
}

/// Cuts the words of an index into shards of about a size.
struct TermWriter: Sendable {
  let terms: TermGroups
  let postings: TermPostings

  /// Objects of forms `f`, front-coded group by group, with their numbers `c`; rarities `i`;
  /// numbers of postings `n`; and the postings: distances `p`, impacts `m`, headings `h`.
  ///
  /// A group of many records has a shard to itself: whoever looks for its neighbours need not load
  /// it, nor the other way round.
  func termShards(size: Int) -> [Shard] {
    var shards: [Shard] = []
    var part = TermPart(first: 0)
    for group in 0..<terms.count {
      let isLarge = size < Int.max && postings.frequencies[group] * 2 >= IndexFormat.ownShard
      if isLarge, part.first < group {
        shards.append(part.shard(shards.count))
        part = TermPart(first: group)
      }
      part.append(group, of: terms, postings)
      if isLarge || part.size >= size {
        shards.append(part.shard(shards.count))
        part = TermPart(first: group + 1)
      }
    }
    if part.first < terms.count || shards.isEmpty { shards.append(part.shard(shards.count)) }
    return shards
  }

  /// Objects of forms `f`; groups `g`, where 0 is the next new one and *k* is *k* before that;
  /// new groups before the shard `m`; and rarities `w`, see ``DictionaryRarity``.
  func dictionaryShards(size: Int) -> [Shard] {
    var shards: [Shard] = []
    var part = DictionaryPart(first: 0, groups: 0)
    var groups = 0
    for (number, entry) in terms.dictionary.enumerated() {
      part.append(entry, of: terms, postings, groups: &groups)
      if part.size >= size {
        shards.append(part.shard(shards.count))
        part = DictionaryPart(first: number + 1, groups: groups)
      }
    }
    if part.first < terms.dictionary.count || shards.isEmpty {
      shards.append(part.shard(shards.count))
    }
    return shards
  }
}

/// Cuts what hits show into shards of so many records each.
struct SectionWriter: Sendable {
  let order: RecordOrder
  /// The records of each run; none of those that were let go.
  private(set) var rows: [RecordRows?]

  init(_ order: RecordOrder, _ parts: [IndexPart]) {
    self.order = order
    rows = order.runs.map { parts[$0.part].rows[$0.kind] }
  }

  /// How many shards of so many records each there are.
  func shardCount(each count: Int) -> Int { max(1, (order.count + count - 1) / count) }

  /// The numbers of shards of so many records, run by run: each shard with the run of its last one.
  func shardsByRun(each count: Int) -> [Range<Int>] {
    if order.runs.isEmpty { return [0..<1] }
    var next = 0
    return order.runs.indices.map { run in
      let isLast = run == order.runs.count - 1
      let last = isLast ? shardCount(each: count) : order.runs[run].numbers.upperBound / count
      defer { next = last }
      return next..<last
    }
  }

  /// Lets go of what stands before a record.
  mutating func drop(before record: Int) {
    for (index, run) in order.runs.enumerated() where run.numbers.lowerBound < record {
      if run.numbers.upperBound <= record {
        rows[index] = nil
      } else {
        rows[index]?.drop(before: record - run.numbers.lowerBound)
      }
    }
  }

  /// Objects of pages `p` and records `s`, of so many records each: those of some numbers.
  func shards(_ numbers: Range<Int>, each count: Int) -> [Shard] {
    var part = SectionPart()
    var run = order.run(at: numbers.lowerBound * count)
    return numbers.map { number in
      let end = min(order.count, (number + 1) * count)
      var next = number * count
      part.begin(first: next)
      while next < end {
        let (first, last) = (order.runs[run].numbers.lowerBound, order.runs[run].numbers.upperBound)
        // Once a run: a copy counts the owners of all its arrays, which other processors count too.
        if let rows = rows[run] {
          for record in next..<min(last, end) { part.append(record - first, of: rows) }
        }
        next = min(last, end)
        if next == last { run += 1 }
      }
      return part.shard(number)
    }
  }
}
