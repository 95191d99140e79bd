// The next index, made from the state of the one before and the pages that changed.

/// An index of which only the records of a few pages are read.
///
/// Its files are byte for byte those that ``SearchIndex`` makes of all records: every number that a
/// posting holds is kept exactly, and where other pages' numbers could change, there is no patch.
package struct IndexPatch: Sendable {
  private let state: IndexState
  private let options: SearchOptions
  private let changes: PageChanges
  /// Ranges of pages whose records may have other numbers: whole blocks.
  private let blocks: [Range<Int>]
  /// Places in reading order, ascending, of all pages whose records are needed: those of ``blocks``.
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
    guard state.fits(options) else { return nil }
    changes = PageChanges(from: (0..<state.tallies.count).map(state.key), to: keys)
    guard max(changes.read.count, changes.lost.count) * Self.share <= keys.count,
      IndexWriter.isLarge(state.tallies.bytes, options)
    else { return nil }
    blocks = changes.blocks(state.tallies.beginsBlock)
    pages = blocks.flatMap(\.self)
    (self.state, self.options) = (state, options)
  }

  /// The index, of which only the words are still to be cut into shards.
  ///
  /// - Parameter records: those of each page of ``pages``.
  /// - Returns: nil where an index can only be made of all records: where those of other blocks would
  ///   have other numbers, or the mean length of a field is another.
  package func shelf(_ records: [[SearchRecord]]) -> IndexShelf? {
    let records = Dictionary(zip(pages, records).map { ($0, $1) }, uniquingKeysWith: { $1 })
    var reader = IndexPartReader(options, notesPages: true)
    for page in changes.read { reader.read(page: records[page] ?? []) }
    let part = reader.finish()
    let earlier = state.tallies.lengths
    let impact = Impact(earlier)
    guard Impact(lengths(part, after: earlier)).means == impact.means,
      IndexWriter.isLarge(bytes(part), options)
    else { return nil }
    let runs = changes.runs.map { run -> RecordLayout.Run in
      switch run {
      case .kept(let pages): (state.tallies, pages)
      case .read(let page): (part.tallies, page..<page + 1)
      }
    }
    let layout = RecordLayout(runs, options.blocks)
    let rows = records.mapValues(Self.rows)
    guard rows.allSatisfy({ Self.fit($1, page: $0, layout) }), let moves = moves(in: layout)
    else { return nil }
    return shelf(part, impact, sections(layout, rows, moves.shards), layout, moves.numbers)
  }

  /// Which records have other numbers than before.
  ///
  /// - Returns: for each number of the state the one that its record has now, -1 where there is none; and
  ///   the shards of sections that hold others than before. Nil where a number outside of ``blocks`` is
  ///   another.
  private func moves(in layout: RecordLayout) -> (numbers: [Int32], shards: Set<Int>)? {
    let earlier = RecordLayout([(state.tallies, 0..<state.tallies.count)], options.blocks)
    guard state.sections.count * IndexFormat.sectionShard == earlier.count,
      earlier.firsts == layout.firsts
    else { return nil }
    var numbers = [Int32](repeating: -1, count: earlier.count)
    var shards: Set<Int> = []
    func touch(_ numbers: Range<Int>) {
      for number in numbers { shards.insert(number / IndexFormat.sectionShard) }
    }
    for kind in layout.firsts.indices {
      for page in changes.lost { touch(earlier.records(of: page, kind)) }
      for page in changes.read { touch(layout.records(of: page, kind)) }
    }
    var rest = blocks[...]
    for (page, origin) in changes.origins.enumerated() where origin >= 0 {
      while let block = rest.first, block.upperBound <= page { rest = rest.dropFirst() }
      let mayMove = rest.first?.contains(page) ?? false
      for kind in layout.firsts.indices {
        let (old, new) = (earlier.records(of: origin, kind), layout.records(of: page, kind))
        if old.isEmpty { continue }
        if old != new {
          if !mayMove { return nil }
          touch(old)
          touch(new)
        }
        for (old, new) in zip(old, new) { numbers[old] = Int32(new) }
      }
    }
    return (numbers, shards)
  }

  /// UTF-8 bytes of what hits show of all records.
  private func bytes(_ part: IndexPart) -> Int {
    changes.lost.reduce(state.tallies.bytes + part.tallies.bytes) {
      $0 - state.tallies.bytes(of: $1)
    }
  }

  /// The lengths of the fields of all pages.
  private func lengths(_ part: IndexPart, after earlier: FieldLengths) -> FieldLengths {
    var lengths = earlier
    for page in changes.lost { lengths.remove(state.tallies.lengths(of: page)) }
    lengths.add(part.postings.lengths[...])
    return lengths
  }

  /// Shards that stand, and those of `others`, which hold records of ``blocks`` alone.
  private func sections(
    _ layout: RecordLayout, _ rows: [Int: [RecordRows]], _ others: Set<Int>
  ) -> [Shard] {
    let size = IndexFormat.sectionShard
    var sections = (0..<layout.count / size).map { number in
      guard number < state.sections.count, state.sections[number].size > 0,
        !others.contains(number)
      else { return Shard.none }
      let shard = state.sections[number]
      return Shard(standing: shard.hash, size: shard.size, first: number * size)
    }
    var part = SectionPart()
    for block in blocks {
      for kind in layout.firsts.indices {
        let places = block.flatMap { page in
          layout.records(of: page, kind).enumerated().map { (page: page, record: $0, number: $1) }
            .filter { others.contains($0.number / size) }
        }
        for (shard, places) in Dictionary(grouping: places, by: { $0.number / size }) {
          part.begin(first: shard * size)
          for place in places {
            if let rows = rows[place.page] { part.append(place.record, of: rows[kind]) }
          }
          sections[shard] = part.shard(shard)
        }
      }
    }
    return sections
  }

  /// Whether there is a row for each of a page's records: else the state is damaged.
  private static func fit(_ rows: [RecordRows], page: Int, _ layout: RecordLayout) -> Bool {
    rows.indices.allSatisfy { rows[$0].count == layout.records(of: page, $0).count }
  }

  /// What hits show of the records of each kind.
  private static func rows(_ records: [SearchRecord]) -> [RecordRows] {
    var rows = SearchRecord.Kind.allCases.map { _ in RecordRows() }
    for record in records { rows[record.kind.number].append(record) }
    for kind in rows.indices { rows[kind].endBlock() }
    return rows
  }

  /// Nil where the state is damaged.
  private func shelf(
    _ part: IndexPart, _ impact: Impact, _ sections: [Shard], _ layout: RecordLayout,
    _ numbers: [Int32]
  ) -> IndexShelf? {
    guard var words = StateWords(state, without: changes.lost),
      let standing = PostingColumns(state, numbers),
      standing.count == words.groups.count
    else { return nil }
    let merged = words.merge(part.postings.words, heldBy: part.tallies)
    let index = IndexWords(words.held, options)
    guard let groups = Self.inverse(words.groups, index.terms),
      let others = Self.inverse(merged.groups, index.terms)
    else { return nil }
    let order = RecordOrder(layout)
    let columns = standing.merged(
      with: PostingColumns(part.postings, places(of: part, in: layout), impact), own: groups,
      others: others)
    let postings = TermPostings(
      [columns], numbers: [Array(0..<index.terms.count)], index.terms, order)
    return IndexShelf(
      writer: IndexWriter(
        options: options, words: index, order: order, postings: postings, sections: nil),
      sections: sections, earlierSections: state.sectionHash, unheldEntries: index.unheldEntries,
      pages: .known(
        IndexPages(
          tallies: tallies(part.tallies, merged.ids), ids: words.ids, holders: words.holders,
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

  /// The places of the records of pages that are read again, ascending.
  private func places(of part: IndexPart, in layout: RecordLayout) -> [RecordOrder.Place] {
    part.kinds.enumerated().flatMap { kind, records in
      zip(records, changes.read.flatMap { layout.records(of: $0, kind) }).map {
        RecordOrder.Place(record: Int($0), number: $1)
      }
    }
  }

  /// What all pages add to the index; `ids` are those of the words of `own`.
  private func tallies(_ own: PageTallies, _ ids: [Int32]) -> PageTallies {
    var tallies = PageTallies()
    for run in changes.runs {
      switch run {
      case .kept(let pages): tallies.append(pages, of: state.tallies)
      case .read(let page): tallies.append(page, of: own, ids)
      }
    }
    return tallies
  }
}
