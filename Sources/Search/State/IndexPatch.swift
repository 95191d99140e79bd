// The next index, made from the state of the one before and the pages that changed.

/// An index of which only the records of a few pages are read.
///
/// Its files are byte for byte those that ``SearchIndex`` makes of all records: every number that a
/// posting holds is kept exactly, and where other pages' numbers could change, there is no patch.
package struct IndexPatch: Sendable {
  private let state: IndexState
  private let options: SearchOptions
  private let layout: RecordLayout
  /// Places in reading order of pages that have changed.
  private let changed: [Int]
  /// Shards of sections that hold a record of those.
  private let shards: [Int]
  /// Places in reading order, ascending, of all pages whose records are needed: those that changed, and
  /// those that share a shard with them.
  package let pages: [Int]

  /// Of so many pages one may have changed; of more, a whole index costs less.
  private static let share = 4

  /// Nil where the state is of another index, or too much has changed.
  ///
  /// - Parameters:
  ///   - state: of the index whose shards stand in the earlier site.
  ///   - keys: of the pages as they are now; see ``IndexShelf/state(_:)``.
  ///   - options: of the index as it shall be.
  package init?(_ state: IndexState, keys: [String], _ options: SearchOptions) {
    guard state.fits(options), let changed = state.changed(keys),
      changed.count * Self.share <= keys.count
    else { return nil }
    layout = RecordLayout(state.tallies)
    shards = layout.shards(of: changed, each: IndexFormat.sectionShard)
    guard state.sections.count * IndexFormat.sectionShard >= layout.count else { return nil }
    var pages = Set(changed)
    for shard in shards {
      for place in layout.places(in: shard, each: IndexFormat.sectionShard) {
        pages.insert(place.page)
      }
    }
    self.pages = pages.sorted()
    (self.state, self.options, self.changed) = (state, options, changed)
  }

  /// The index, of which only the words are still to be cut into shards.
  ///
  /// - Parameter records: those of each page of ``pages``.
  /// - Returns: nil where an index can only be made of all records: where a page has more or fewer of
  ///   them than before, or the mean length of a field is another.
  package func shelf(_ records: [[SearchRecord]]) -> IndexShelf? {
    let known = zip(pages, records).map { KnownPage(number: $0, records: $1) }
    guard known.allSatisfy({ $0.counts == Array(state.tallies.records(of: $0.number)) }) else {
      return nil
    }
    var reader = IndexPartReader(options, notesPages: true)
    let isChanged = Set(changed)
    for page in known where isChanged.contains(page.number) { reader.read(page: page.records) }
    let part = reader.finish()
    let earlier = state.tallies.lengths
    let impact = Impact(earlier)
    guard Impact(lengths(part, after: earlier)).means == impact.means else { return nil }
    let sections = sections(known)
    guard IndexWriter.isLarge(sections.reduce(0) { $0 + $1.size }, options) else { return nil }
    return shelf(part, impact, sections)
  }

  /// The lengths of the fields of all pages.
  private func lengths(_ part: IndexPart, after earlier: FieldLengths) -> FieldLengths {
    var lengths = earlier
    for page in changed { lengths.remove(state.tallies.lengths(of: page)) }
    lengths.add(part.postings.lengths[...])
    return lengths
  }

  /// Shards that stand, and those that hold a record of a changed page.
  private func sections(_ known: [KnownPage]) -> [Shard] {
    var sections = state.sections.enumerated().map { number, shard in
      Shard(standing: shard.hash, size: shard.size, first: number * IndexFormat.sectionShard)
    }
    let rows = Dictionary(known.map { ($0.number, $0.rows) }, uniquingKeysWith: { $1 })
    var part = SectionPart()
    for number in shards {
      part.begin(first: number * IndexFormat.sectionShard)
      for place in layout.places(in: number, each: IndexFormat.sectionShard) {
        if let rows = rows[place.page] { part.append(place.number, of: rows[place.kind]) }
      }
      sections[number] = part.shard(number)
    }
    return sections
  }

  /// Nil where the state is damaged.
  private func shelf(_ part: IndexPart, _ impact: Impact, _ sections: [Shard]) -> IndexShelf? {
    let places = places(of: part)
    var isDropped = [Bool](repeating: false, count: layout.count)
    for place in places { isDropped[place.number] = true }
    guard var words = StateWords(state, without: changed), let own = part.tallies,
      let standing = PostingColumns(state, without: isDropped),
      standing.count == words.groups.count
    else { return nil }
    let merged = words.merge(part.postings.words, heldBy: own)
    let index = IndexWords(words.held, options)
    guard let groups = Self.inverse(words.groups, index.terms),
      let others = Self.inverse(merged.groups, index.terms)
    else { return nil }
    let order = RecordOrder(firsts: layout.firsts, count: layout.count)
    let columns = standing.merged(
      with: PostingColumns(part.postings, places, impact), own: groups, others: others)
    let postings = TermPostings(
      [columns], numbers: [Array(0..<index.terms.count)], index.terms, order)
    return IndexShelf(
      writer: IndexWriter(
        options: options, words: index, order: order, postings: postings, sections: nil),
      sections: sections, earlierSections: state.sectionHash, unheldEntries: index.unheldEntries,
      pages: .known(
        IndexPages(
          tallies: tallies(own, merged.ids), ids: words.ids, holders: words.holders,
          nextID: words.nextID)))
  }

  /// For each group of the index the one that has its number in `groups`, -1 for none; nil where a
  /// group has no word, or two are one.
  private static func inverse(_ groups: [Int32], _ terms: TermGroups) -> [Int32]? {
    var result = [Int32](repeating: -1, count: terms.count)
    for (group, held) in groups.enumerated() where held >= 0 {
      let number = terms.numbers[Int(held)]
      if number < 0 || result[number] >= 0 { return nil }
      result[number] = Int32(group)
    }
    return result
  }

  /// The places of the records of changed pages, ascending.
  private func places(of part: IndexPart) -> [RecordOrder.Place] {
    part.kinds.enumerated().flatMap { kind, records in
      zip(records, changed.flatMap { layout.records(of: $0, kind) }).map {
        RecordOrder.Place(record: Int($0), number: $1)
      }
    }
  }

  /// What all pages add to the index; `ids` are those of the words of `own`.
  private func tallies(_ own: PageTallies, _ ids: [Int32]) -> PageTallies {
    var tallies = PageTallies()
    var next = 0
    for (number, page) in changed.enumerated() {
      tallies.append(next..<page, of: state.tallies)
      tallies.append(number, of: own, ids)
      next = page + 1
    }
    tallies.append(next..<state.tallies.count, of: state.tallies)
    return tallies
  }
}

/// A page whose records were read again.
private struct KnownPage {
  /// Its place in reading order.
  let number: Int
  let records: [SearchRecord]

  /// How many records of each kind there are.
  var counts: [Int32] {
    var counts = SearchRecord.Kind.allCases.map { _ in Int32(0) }
    for record in records { counts[record.kind.number] += 1 }
    return counts
  }

  /// What hits show of the records of each kind.
  var rows: [RecordRows] {
    var rows = SearchRecord.Kind.allCases.map { _ in RecordRows() }
    for record in records { rows[record.kind.number].append(record) }
    for kind in rows.indices { rows[kind].endBlock() }
    return rows
  }
}
