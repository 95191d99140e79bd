// The dictionary and its postings as four strings.

/// Words and postings in the packed form of the index file.
///
/// A posting is the distance to the record before it, doubled, plus one if the word stands in the
/// heading, as a ``Base64VLQ`` number; then its impact as one base64 digit.
struct PackedTerms {
  /// The forms, see ``FrontCoding``.
  private(set) var forms: [UInt8] = []
  /// The rarity of each form.
  private(set) var rarities: [UInt8] = []
  /// The bytes of each form's postings.
  private(set) var lengths: [UInt8] = []
  private(set) var postings: [UInt8] = []

  init(_ buffer: PostingBuffer) {
    let columns = Columns(buffer)
    var previous = buffer.vocabulary.bytes[0..<0]
    for word in buffer.vocabulary.sorted() {
      let form = buffer.vocabulary[word]
      FrontCoding.append(form, after: previous, to: &forms)
      previous = form
      let range = columns.range(word)
      let rarity = Impact.rarity(of: range.count, among: buffer.ends.count)
      Base64VLQ.append(rarity, to: &rarities)
      let start = postings.count
      append(range, of: columns)
      Base64VLQ.append(postings.count - start, to: &lengths)
    }
  }

  private mutating func append(_ range: Range<Int>, of columns: Columns) {
    var last = 0
    for posting in range {
      let record = Int(columns.records[posting])
      let mark = columns.marks[posting]
      Base64VLQ.append((record - last) * 2 + Int(mark >> 6), to: &postings)
      postings.append(Base64VLQ.digits[Int(mark & 63)])
      last = record
    }
  }
}

/// The postings of a buffer put in order of words, by counting.
private struct Columns {
  /// The record of each posting, ascending within a word.
  private(set) var records: [Int32]
  /// The impact of each posting, plus 64 if the word stands in the heading.
  private(set) var marks: [UInt8]
  private var ends: [Int]

  init(_ buffer: PostingBuffer) {
    let words = buffer.words
    ends = [Int](repeating: 0, count: buffer.vocabulary.count)
    records = [Int32](repeating: 0, count: words.count)
    marks = [UInt8](repeating: 0, count: words.count)
    for word in words { ends[Int(word)] += 1 }
    var next = 0
    for word in ends.indices { (ends[word], next) = (next, next + ends[word]) }
    let impact = Impact(buffer)
    let headings = SearchField.allCases.filter(\.isHeading)
      .reduce(UInt64(0)) { $0 | 0xFF << UInt64($1.rawValue * 8) }
    var posting = 0
    for (record, end) in buffer.ends.enumerated() {
      while posting < end {
        let counts = buffer.counts[posting]
        let value = impact.value(counts, buffer.lengths, record: record)
        let place = ends[Int(words[posting])]
        ends[Int(words[posting])] += 1
        records[place] = Int32(record)
        marks[place] = UInt8(value) | (counts & headings == 0 ? 0 : 64)
        posting += 1
      }
    }
  }

  func range(_ word: Int) -> Range<Int> { (word == 0 ? 0 : ends[word - 1])..<ends[word] }
}
