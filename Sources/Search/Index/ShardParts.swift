// Shards while they are filled, one type for each sort.

struct TermPart {
  let first: Int
  private var forms: [UInt8] = []
  private var counts: [UInt8] = []
  private var rarities: [UInt8] = []
  private var frequencies: [UInt8] = []
  private var postings = PackedPostings()
  private var previous: ArraySlice<UInt8> = []

  init(first: Int) { self.first = first }

  var size: Int { forms.count + counts.count + rarities.count + frequencies.count + postings.size }

  mutating func append(_ group: Int, of terms: TermGroups, _ all: TermPostings) {
    for word in terms.forms[group] {
      let form = terms.vocabulary[word]
      FrontCoding.append(form, after: previous, to: &forms)
      previous = form
    }
    Base64VLQ.append(terms.forms[group].count, to: &counts)
    Base64VLQ.append(all.rarities[group], to: &rarities)
    Base64VLQ.append(all.frequencies[group], to: &frequencies)
    all.append(group, to: &postings)
  }

  func shard(_ number: Int) -> Shard {
    Shard(.terms, number, first: first, size: size + 64) { json in
      json.beginObject()
      json.member("f", forms)
      json.member("c", digits: counts)
      json.member("i", digits: rarities)
      json.member("n", digits: frequencies)
      json.member("p", digits: postings.distances)
      json.member("m", digits: postings.impacts)
      json.member("h", digits: postings.headings)
      json.endObject()
    }
  }
}

struct DictionaryPart {
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
    _ entry: (word: Int, group: Int), of terms: TermGroups, _ all: TermPostings, groups: inout Int
  ) {
    let form = terms.vocabulary[entry.word]
    if forms.isEmpty { firstForm = Array(form) }
    FrontCoding.append(form, after: previous, to: &forms)
    previous = form
    Base64VLQ.append(groups - entry.group, to: &references)
    if entry.group == groups { groups += 1 }
    let rarity = DictionaryRarity.of(
      all.rarities[entry.group], isHeld: all.frequencies[entry.group] > 0)
    rarities.append(Base64VLQ.digit(rarity))
  }

  func shard(_ number: Int) -> Shard {
    Shard(.dictionary, number, first: first, firstForm: firstForm, size: size + 64) { json in
      json.beginObject()
      json.member("f", forms)
      json.member("g", digits: references)
      json.key("m")
      json.number(groups)
      json.member("w", digits: rarities)
      json.endObject()
    }
  }
}

/// One shard after the other: what each is written in would leave holes between them.
struct SectionPart {
  private(set) var first = 0
  private var pages = PageTable()
  private var rows = JSONWriter()
  private var table = JSONWriter()

  /// Begins the next shard.
  mutating func begin(first: Int) {
    self.first = first
    pages = PageTable()
    rows.clear()
    rows.beginPiece()
    rows.beginArray()
  }

  /// Writes the row of a record behind the number of its page.
  mutating func append(_ record: Int, of all: RecordRows) {
    rows.beginArray()
    rows.number(pages.number(of: all.page(record)))
    rows.raw(all.row(record))
    rows.endArray()
  }

  mutating func shard(_ number: Int) -> Shard {
    rows.endArray()
    table.clear()
    table.beginPiece()
    pages.write(to: &table)
    let size = table.bytes.count + rows.bytes.count + 16
    return Shard(.sections, number, first: first, size: size) { json in
      json.beginObject()
      json.key("p")
      json.raw(table.bytes[...])
      json.key("s")
      json.raw(rows.bytes[...])
      json.endObject()
    }
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
