// The index cut into pieces that a query can do without.

/// One shard, as the script that hands it over.
struct Shard {
  /// The first group, form or record in it.
  let first: Int
  /// The first form, of a dictionary shard.
  let firstForm: [UInt8]
  let script: [UInt8]
  private let head: Int
  private static let tail = Array(");\n".utf8)

  init(_ kind: ShardKind, _ number: Int, first: Int, firstForm: [UInt8] = [], json: [UInt8]) {
    self.first = first
    self.firstForm = firstForm
    let head = Array("__deskbook(\"\(kind.key(number))\",".utf8)
    self.head = head.count
    script = head + json + Self.tail
  }

  /// The value alone.
  var json: ArraySlice<UInt8> { script[head..<(script.count - Self.tail.count)] }
}

/// Cuts the parts of an index into shards of about a size.
struct ShardWriter {
  let terms: TermGroups
  let records: OrderedRecords

  /// Objects of forms `f`, front-coded group by group, with their numbers `c`; rarities `i`;
  /// numbers of postings `n`; and the postings: distances `p`, impacts `m`, headings `h`.
  ///
  /// A group of many records has a shard to itself: whoever looks for its neighbours need not load
  /// it, nor the other way round.
  func termShards(size: Int) -> [Shard] {
    var shards: [Shard] = []
    var part = TermPart(first: 0)
    for group in 0..<terms.count {
      let isLarge = size < Int.max && terms.frequency(group) * 2 >= IndexFormat.ownShard
      if isLarge, part.first < group {
        shards.append(part.shard(shards.count))
        part = TermPart(first: group)
      }
      part.append(group, of: terms)
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
      part.append(entry, of: terms, groups: &groups)
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

  /// Objects of pages `p` and records `s`, of so many records each.
  func sectionShards(count: Int) -> [Shard] {
    stride(from: 0, to: max(1, records.count), by: count).enumerated().map { number, first in
      var part = SectionPart(first: first)
      for number in first..<min(records.count, first + min(count, records.count)) {
        part.append(records[number])
      }
      return part.shard(number)
    }
  }
}

private struct TermPart {
  let first: Int
  private var forms: [UInt8] = []
  private var counts: [UInt8] = []
  private var rarities: [UInt8] = []
  private var frequencies: [UInt8] = []
  private var postings = PackedPostings()
  private var previous: ArraySlice<UInt8> = []

  init(first: Int) { self.first = first }

  var size: Int { forms.count + counts.count + rarities.count + frequencies.count + postings.size }

  mutating func append(_ group: Int, of terms: TermGroups) {
    for word in terms.forms[group] {
      let form = terms.buffer.vocabulary[word]
      FrontCoding.append(form, after: previous, to: &forms)
      previous = form
    }
    Base64VLQ.append(terms.forms[group].count, to: &counts)
    Base64VLQ.append(terms.rarity(group), to: &rarities)
    Base64VLQ.append(terms.frequency(group), to: &frequencies)
    terms.appendPostings(group, to: &postings)
  }

  func shard(_ number: Int) -> Shard {
    var json = JSONWriter()
    json.beginObject()
    json.member("f", forms)
    json.member("c", counts)
    json.member("i", rarities)
    json.member("n", frequencies)
    json.member("p", postings.distances)
    json.member("m", postings.impacts)
    json.member("h", postings.headings)
    json.endObject()
    return Shard(.terms, number, first: first, json: json.bytes)
  }
}

private struct DictionaryPart {
  let first: Int
  private let groups: Int
  private var firstForm: [UInt8] = []
  private var forms: [UInt8] = []
  private var references: [UInt8] = []
  private var rarities: [UInt8] = []
  private var previous: ArraySlice<UInt8> = []

  init(first: Int, groups: Int) {
    self.first = first
    self.groups = groups
  }

  var size: Int { forms.count + references.count + rarities.count }

  mutating func append(
    _ entry: (word: Int, group: Int), of terms: TermGroups, groups: inout Int
  ) {
    let form = terms.buffer.vocabulary[entry.word]
    if forms.isEmpty { firstForm = Array(form) }
    FrontCoding.append(form, after: previous, to: &forms)
    previous = form
    Base64VLQ.append(groups - entry.group, to: &references)
    if entry.group == groups { groups += 1 }
    let rarity = DictionaryRarity.of(
      terms.rarity(entry.group), isHeld: terms.frequency(entry.group) > 0)
    rarities.append(Base64VLQ.digits[rarity])
  }

  func shard(_ number: Int) -> Shard {
    var json = JSONWriter()
    json.beginObject()
    json.member("f", forms)
    json.member("g", references)
    json.key("m")
    json.number(groups)
    json.member("w", rarities)
    json.endObject()
    return Shard(.dictionary, number, first: first, firstForm: firstForm, json: json.bytes)
  }
}

private struct SectionPart {
  let first: Int
  private var pages = PageTable()
  private var rows = JSONWriter()

  init(first: Int) {
    self.first = first
    rows.beginArray()
  }

  /// Writes page, anchor, title and text, then avoid, when and review date if there are any.
  mutating func append(_ record: SearchRecord) {
    let place = pages.add(record)
    rows.beginArray()
    rows.number(place.page)
    if let anchor = place.anchor { rows.string(anchor) } else { rows.number(0) }
    if record.title == record.page { rows.number(0) } else { rows.string(record.title) }
    rows.string(Excerpt.of([UInt8](record.body.utf8)))
    let hasDate = record.reviewDue != nil
    if hasDate || !record.avoid.isEmpty || !record.when.isEmpty { rows.strings(record.avoid) }
    if hasDate || !record.when.isEmpty { rows.strings(record.when) }
    if let date = record.reviewDue { rows.string(date) }
    rows.endArray()
  }

  func shard(_ number: Int) -> Shard {
    var finished = rows
    finished.endArray()
    var json = JSONWriter()
    json.beginObject()
    json.key("p")
    pages.write(to: &json)
    json.key("s")
    json.raw(finished.bytes)
    json.endObject()
    return Shard(.sections, number, first: first, json: json.bytes)
  }
}

/// Rarities as coarse as choosing between words needs, so that a dictionary stays small.
enum DictionaryRarity {
  /// Of words that no record holds: those of synonyms.
  static let none = 63
  private static let step = 12

  /// 0 to 63.
  static func of(_ rarity: Int, isHeld: Bool) -> Int { isHeld ? min(62, rarity / step) : none }
}
