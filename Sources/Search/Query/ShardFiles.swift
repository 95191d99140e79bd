// The parts of an index, decoded when a query needs them.

internal import Text

/// An index whose parts are read on demand and kept.
final class ShardFiles {
  let root: IndexRoot
  /// Reads a file below the search folder; nothing if it cannot be read.
  private let read: (String) -> [UInt8]?
  private var terms: [Int: TermShard] = [:]
  private var dictionaries: [Int: DictionaryShard] = [:]
  private var sections: [Int: SectionShard] = [:]
  /// The first part that could not be read.
  private(set) var problem: SearchReader.Problem?

  init(
    _ json: JSON, read: @escaping (String) -> [UInt8]?
  ) throws(SearchReader.Problem) {
    root = try IndexRoot(json)
    self.read = read
    guard root.tables.isEmpty else { return }
    guard let shard = json["t"].flatMap({ TermShard($0, first: 0) }) else {
      throw .damaged(part: "t")
    }
    guard let records = json["s"].flatMap(SectionShard.init), records.count == root.count else {
      throw .damaged(part: "s")
    }
    terms[0] = shard
    dictionaries[0] = DictionaryShard(shard)
    sections[0] = records
  }

  /// The shard with the forms and postings of a group, and the group's place in it.
  func term(_ group: Int) -> (shard: TermShard, place: Int)? {
    let number = root.tables[.terms]?.shard(of: group) ?? 0
    let shard =
      terms[number] ?? load(.terms, number) { TermShard($0, first: first(.terms, number)) }
    terms[number] = shard
    guard let shard, shard.groups.contains(group) else { return nil }
    return (shard, group - shard.groups.lowerBound)
  }

  /// The shard of a group's postings, by which completions are kept to a few files.
  func termShard(of group: Int) -> Int { root.tables[.terms]?.shard(of: group) ?? 0 }

  /// The dictionary's shards that may hold forms with a beginning, in order.
  func dictionaries(prefix: [UInt16]) -> [DictionaryShard] {
    (root.tables[.dictionary]?.shards(prefix: prefix) ?? 0...0).compactMap { dictionary($0) }
  }

  /// The dictionary's shard that holds a form, if any does.
  func dictionary(holding form: [UInt16]) -> DictionaryShard? {
    dictionary(root.tables[.dictionary]?.shards(prefix: form).lowerBound ?? 0)
  }

  private func dictionary(_ number: Int) -> DictionaryShard? {
    let shard = dictionaries[number] ?? load(.dictionary, number) { DictionaryShard($0) }
    dictionaries[number] = shard
    return shard
  }

  /// A record; `nil` where its shard is damaged.
  func record(_ number: Int) -> StoredRecord? {
    let place = root.tables[.sections]?.shard(of: number) ?? 0
    let shard = sections[place] ?? load(.sections, place) { SectionShard($0) }
    sections[place] = shard
    return shard?[number - first(.sections, place)]
  }

  private func first(_ kind: ShardKind, _ number: Int) -> Int {
    root.tables[kind]?.firsts[number] ?? 0
  }

  private func load<Part>(
    _ kind: ShardKind, _ number: Int, _ decode: (JSON) -> Part?
  ) -> Part? {
    guard let table = root.tables[kind] else { return nil }
    let path = kind.path(number, hash: table.hash)
    let part = read(path).flatMap { bytes in
      SearchReader.value(of: bytes, key: kind.key(number)).flatMap(decode)
    }
    if part == nil, problem == nil { problem = .damaged(part: path) }
    return part
  }
}
