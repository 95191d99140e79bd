// Groups of words with their postings.

/// A record that holds a group of words.
struct Posting: Equatable {
  var record: Int
  /// 1 to 63.
  var impact: Int
  var isHeading: Bool
}

/// A part of the groups; postings stay packed until they are asked for.
struct TermShard {
  /// More than any number of records gives; keeps the products of a damaged index small.
  private static let largestRarity = 4096
  /// The numbers of its groups.
  let groups: Range<Int>
  /// 64 times the inverse document frequency of each group.
  let rarities: [Int]
  let forms: FormList
  /// The end of each group's forms.
  private let formEnds: [Int]
  private let starts: [Int]
  private let postings: [UInt8]

  /// Reads the object that ``ShardWriter`` wrote; nothing where its parts do not fit together.
  init?(_ value: JSONValue, first: Int) {
    func numbers(_ name: String) -> [Int]? {
      value[name]?.string.flatMap { Base64VLQ.readAll([UInt8]($0.utf8)) }
    }
    guard let forms = value["f"]?.string.flatMap(FrontCoding.read), let counts = numbers("c"),
      let rarities = numbers("i"), let lengths = numbers("l"), let postings = value["p"]?.string,
      counts.count == rarities.count, lengths.count == rarities.count,
      rarities.allSatisfy({ $0 <= Self.largestRarity }),
      counts.allSatisfy({ (1...forms.count).contains($0) }),
      lengths.allSatisfy({ $0 <= postings.utf8.count })
    else { return nil }
    groups = first..<first + rarities.count
    self.forms = forms
    self.rarities = rarities
    self.postings = [UInt8](postings.utf8)
    formEnds = Self.sums(counts)
    starts = Self.sums(lengths)
    guard formEnds.last == forms.count, starts.last == self.postings.count else { return nil }
  }

  private static func sums(_ numbers: [Int]) -> [Int] {
    var sums = [0]
    for number in numbers { sums.append((sums.last ?? 0) + number) }
    return sums
  }

  /// The forms of the group at a place.
  func forms(_ place: Int) -> Range<Int> { formEnds[place]..<formEnds[place + 1] }

  /// Whether any record holds the group at a place.
  func isHeld(_ place: Int) -> Bool { starts[place] < starts[place + 1] }

  /// The postings of the group at a place, records ascending; a damaged rest is left out.
  func postings(_ place: Int, recordCount: Int) -> [Posting] {
    var result: [Posting] = []
    var index = starts[place]
    var record = 0
    while index < starts[place + 1], let number = Base64VLQ.read(postings, at: &index) {
      record += number >> 1
      guard index < postings.count, record < recordCount else { break }
      let impact = Base64VLQ.values[Int(postings[index])]
      index += 1
      guard impact < 64 else { break }
      result.append(Posting(record: record, impact: Int(impact), isHeading: number & 1 == 1))
    }
    return result
  }
}
