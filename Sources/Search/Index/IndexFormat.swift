// Names and sizes that the writer and the readers of an index agree on.

/// What stands at the head of every index.
///
/// ``IndexSchema`` describes it in full.
package enum IndexFormat {
  /// A reader refuses any other.
  static let name = "deskbook-search/1"
  /// Everything in the root.
  static let single = "single"
  /// The root names shards, which are read when a query needs them.
  static let sharded = "sharded"
  /// The name under which the root's script hands its value over.
  static let rootKey = "index"
  /// UTF-8 bytes of JSON up to which an index is one file.
  package static let largestSingle = 256 << 10
  /// UTF-8 bytes that a shard is meant to have; one that is not cut between groups is larger.
  static let termShard = 12 << 10
  static let dictionaryShard = 6 << 10
  /// UTF-8 bytes from which a group of words has a shard to itself.
  static let ownShard = 6 << 10
  /// Records of a shard of records: few, for a search reads the shards of its best hits.
  static let sectionShard = 12
  /// Postings from which a group's impacts keep four of their six bits.
  static let coarseFrom = 100
}

/// The three sorts of shards.
enum ShardKind: String, CaseIterable, Sendable {
  /// Groups of words with their postings.
  case terms = "t"
  /// The sorted dictionary, for whole words, beginnings of words and misspelt ones.
  case dictionary = "d"
  /// Pages and records, with what a hit shows.
  case sections = "s"

  /// The name under which a shard's script hands its value over: `t/12`.
  func key(_ number: Int) -> String { "\(rawValue)/\(number)" }

  /// Shards of a folder: file systems, and the people who look into them, manage no more well.
  static let shardsOfAFolder = 1_000

  /// The path below the search folder: `t-abcdef/3/3012.js`.
  ///
  /// The hash is that of all shards of the sort, so that no reader puts shards of two builds
  /// together, and the root need not name each.
  func path(_ number: Int, hash: String) -> String {
    "\(rawValue)-\(hash)/\(number / Self.shardsOfAFolder)/\(number).js"
  }
}
