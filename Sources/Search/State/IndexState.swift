// What an index leaves behind, so that the next one can be made from it and the pages that changed.

/// The state of a finished index of many shards, as it is kept in a file.
///
/// Whoever keeps the bytes answers for them: they are to be those that ``IndexShelf/state(_:)`` gave, of
/// the index whose shards stand in the earlier site. Damage that gets past that costs a wrong index,
/// never a crash.
package struct IndexState: Sendable {
  /// Bytes of a page's key.
  package static let keyLength = 32
  /// The first bytes of every state; another version reads nothing of it.
  static let format = [UInt8]("deskbook search state 2\n".utf8)

  let bytes: [UInt8]
  private let options: Range<Int>
  private let keys: Range<Int>
  /// The hash of all shards of sections.
  let sectionHash: String
  /// Of each shard of sections the hash and the size.
  let sections: [(hash: UInt64, size: Int)]
  let tallies: PageTallies
  /// The places of ``StateWords`` and ``StatePostings``.
  let words: Range<Int>
  let postings: Range<Int>

  /// Reads the head of a state; nil where it is of another version or damaged.
  package init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.format) else { return nil }
    var reader = PackedReader(bytes, Self.format.count..<bytes.count)
    options = reader.run()
    keys = reader.run()
    sectionHash = String(decoding: bytes[reader.run()], as: UTF8.self)
    let count = reader.number()
    sections = reader.numbers(min(count, bytes.count)).map { size in
      var hash: UInt64 = 0
      for byte in bytes[reader.run(8)].reversed() { hash = hash << 8 | UInt64(byte) }
      return (hash, size)
    }
    guard let tallies = PageTallies(bytes, &reader) else { return nil }
    words = reader.run()
    postings = reader.index..<bytes.count
    guard !reader.isDamaged, keys.count == tallies.count * Self.keyLength,
      sections.allSatisfy({ $0.size <= Int(Int32.max) })
    else { return nil }
    (self.bytes, self.tallies) = (bytes, tallies)
  }

  /// Whether an index with these options has the state's words and weights.
  func fits(_ options: SearchOptions) -> Bool {
    bytes[self.options].elementsEqual(Self.text(of: options))
  }

  /// The key of a page, by its place in reading order.
  func key(_ page: Int) -> String {
    let start = keys.lowerBound + page * Self.keyLength
    return String(decoding: bytes[start..<start + Self.keyLength], as: UTF8.self)
  }

  /// All that the words of a text and the order of an index depend on besides the records.
  static func text(of options: SearchOptions) -> [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    json.string(Analyzer.identifier)
    json.string(options.language)
    for number in [options.largestSingle, options.blocks.pages, options.blocks.room] {
      json.number(number)
    }
    for group in options.synonyms {
      switch group {
      case .twoWay(let entries): json.strings(entries)
      case .oneWay(let from, let to):
        json.beginArray()
        json.strings(from)
        json.strings(to)
        json.endArray()
      }
    }
    json.endArray()
    return json.bytes
  }
}
