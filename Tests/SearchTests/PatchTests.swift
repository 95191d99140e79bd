// An index made from the one before is the one that all records make.

import Testing

@testable import Search

struct PatchTests {
  /// An index with all that the next one needs.
  private struct Made {
    let files: [SearchFile]
    let index: SearchIndex
    let state: [UInt8]
  }

  private static func key(_ records: [SearchRecord]) -> String {
    let text = [UInt8](String(describing: records).utf8)
    let hash = String(StableHash.of(text, text.indices), radix: 16)
    return String(repeating: "0", count: IndexState.keyLength - hash.count) + hash
  }

  /// Pages read in parts of a length.
  private static func full(
    _ pages: [[SearchRecord]], _ options: SearchOptions, length: Int = 4
  ) throws -> Made {
    let parts = stride(from: 0, to: pages.count, by: length).map { start in
      var reader = IndexPartReader(options, notesPages: true)
      for page in pages[start..<min(start + length, pages.count)] { reader.read(page: page) }
      return reader.finish()
    }
    var plan = IndexPlan(parts, options)
    for batches in plan.batches { plan.keep(batches.map(plan.shards)) }
    for parts in plan.rounds(of: 1) { plan.keep(parts.map(plan.columns)) }
    let shelf = plan.shelf()
    let index = shelf.index(terms: shelf.termShards(), dictionary: shelf.dictionaryShards())
    let state = try #require(shelf.state(pages.map(key)))
    return Made(files: index.files, index: index, state: state)
  }

  /// Nil where there is no patch; shards that stand are taken from the files before.
  private static func patched(
    _ pages: [[SearchRecord]], _ options: SearchOptions, after earlier: Made
  ) throws -> Made? {
    let keys = pages.map(key)
    let state = try #require(IndexState(earlier.state))
    guard let patch = IndexPatch(state, keys: keys, options),
      let shelf = patch.shelf(patch.pages.map { pages[$0] })
    else { return nil }
    let index = shelf.index(terms: shelf.termShards(), dictionary: shelf.dictionaryShards())
    let standing = try index.standing.map { file in
      let bytes = try #require(earlier.files.first { $0.name == file.earlier }).bytes
      #expect(bytes.count == file.size)
      return SearchFile(name: file.name, bytes: bytes)
    }
    return Made(
      files: index.files + standing, index: index, state: try #require(shelf.state(keys)))
  }

  private static func byName(_ made: Made) -> [String: [UInt8]] {
    Dictionary(made.files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { $1 })
  }

  private static func expectSame(_ patched: Made, _ full: Made, _ step: Int) {
    #expect(patched.files.count == full.files.count, "step \(step)")
    let (one, other) = (byName(patched), byName(full))
    let different = Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
    #expect(different.isEmpty, "step \(step)")
    #expect(patched.index.unheldEntries == full.index.unheldEntries, "step \(step)")
    #expect(patched.index.size == full.index.size, "step \(step)")
  }

  @Test(arguments: 0..<6)
  func givesTheFilesOfAllRecordsAfterAnySequenceOfChanges(seed: Int) throws {
    var writer = RandomPages(seed: UInt64(seed))
    // Of several pages each, with numbers to spare that are used up now and then.
    let blocks = RecordBlocks(pages: 5, room: 2 * IndexFormat.sectionShard)
    var options = SearchOptions(
      language: "en", synonyms: writer.synonyms(), largestSingle: 0, blocks: blocks)
    var pages = (0..<30).map { _ in writer.page() }
    var made = try Self.full(pages, options)
    var (taken, moved, stood) = (0, 0, 0)
    for step in 0..<40 {
      let counts = pages.map(\.count)
      writer.change(&pages)
      if writer.isOneIn(15) { options.synonyms = writer.synonyms() }
      let full = try Self.full(pages, options, length: writer.number(in: 1...30))
      guard let patched = try Self.patched(pages, options, after: made) else {
        made = full
        continue
      }
      Self.expectSame(patched, full, step)
      taken += 1
      if counts != pages.map(\.count) { moved += 1 }
      stood += patched.index.standing.count
      made = patched
    }
    #expect(taken > 12 && moved > 3 && stood > 50, "\(taken), \(moved), \(stood)")
  }

  @Test func makesNoPatchWhereOtherPagesCouldChange() throws {
    var writer = RandomPages(seed: 3)
    let options = SearchOptions(language: "en", largestSingle: 0)
    let pages = (0..<20).map { _ in writer.page() }
    let made = try Self.full(pages, options)
    #expect(try Self.patched(pages, options, after: made) != nil)
    var longer = pages
    longer[4][0].body += Array(repeating: [UInt8](" many more words".utf8), count: 900).joined()
    #expect(try Self.patched(longer, options, after: made) == nil)
    #expect(try Self.patched(pages.reversed(), options, after: made) == nil)
    for other in [
      SearchOptions(language: "de", largestSingle: 0), SearchOptions(largestSingle: 1),
      SearchOptions(synonyms: [.twoWay(["wait", "delay"])], largestSingle: 0),
    ] { #expect(try Self.patched(pages, other, after: made) == nil) }
  }

  @Test func keepsNothingOfAnIndexOfOneFile() {
    var reader = IndexPartReader(SmallHandbook.options, notesPages: true)
    reader.read(page: SmallHandbook.records)
    #expect(Self.shelf(reader.finish(), SmallHandbook.options).state(["key"]) == nil)
    var options = SmallHandbook.options
    options.largestSingle = 0
    var plain = IndexPartReader(options)
    plain.read(page: SmallHandbook.records)
    #expect(Self.shelf(plain.finish(), options).state(["key"]) == nil, "nobody noted the pages")
  }

  private static func shelf(_ part: IndexPart, _ options: SearchOptions) -> IndexShelf {
    var plan = IndexPlan([part], options)
    for batches in plan.batches { plan.keep(batches.map(plan.shards)) }
    for parts in plan.rounds(of: 1) { plan.keep(parts.map(plan.columns)) }
    return plan.shelf()
  }

  @Test func survivesDamage() throws {
    var writer = RandomPages(seed: 8)
    let options = SearchOptions(language: "en", largestSingle: 0)
    var pages = (0..<12).map { _ in writer.page() }
    let made = try Self.full(pages, options)
    #expect(IndexState([]) == nil)
    #expect(IndexState([UInt8](made.state.prefix(made.state.count / 4))) == nil)
    let title = pages[2][0].title
    pages[2][0].title = pages[3][0].title
    pages[3][0].title = title
    let keys = pages.map(Self.key)
    var wrong = 0
    for _ in 0..<1500 {
      var damaged = made.state
      if writer.isOneIn(3) { damaged.removeLast(writer.number(in: 1...damaged.count)) }
      for _ in 0..<writer.number(in: 1...3) where !damaged.isEmpty {
        let place = writer.number(in: IndexState.format.count...made.state.count - 1)
        if place < damaged.count { damaged[place] = UInt8(writer.number(in: 0...255)) }
      }
      guard let state = IndexState(damaged) else { continue }
      guard let patch = IndexPatch(state, keys: keys, options) else { continue }
      guard let shelf = patch.shelf(patch.pages.map { pages[$0] }) else { continue }
      #expect(shelf.state(keys) != nil)
      _ = shelf.index(terms: shelf.termShards(), dictionary: shelf.dictionaryShards())
      wrong += 1
    }
    #expect(wrong > 50, "no damage got far")
  }
}
