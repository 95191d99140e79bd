// Groups of words with their postings.

internal import Text

/// A record that holds a group of words.
struct Posting: Equatable {
  var record: Int
  /// 1 to 63.
  var impact: Int
  var isHeading: Bool
}

/// A part of the groups with their postings.
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
  /// The distance of each posting's record to the one before it in its group.
  private let distances: [Int]
  private let impacts: [UInt8]
  private let headings: Set<Int>

  /// Reads the object that ``ShardWriter`` wrote; nothing where its parts do not fit together.
  init?(_ value: JSON, first: Int) {
    func numbers(_ name: String) -> [Int]? {
      value[name]?.string.flatMap { Base64VLQ.readAll([UInt8]($0.utf8)) }
    }
    guard let forms = value["f"]?.string.flatMap(FrontCoding.read), let counts = numbers("c"),
      let rarities = numbers("i"), let frequencies = numbers("n"),
      let distances = numbers("p"), let impacts = value["m"]?.string?.utf8,
      let headings = numbers("h"),
      counts.count == rarities.count, frequencies.count == rarities.count,
      rarities.allSatisfy({ $0 <= Self.largestRarity }),
      counts.allSatisfy({ (1...forms.count).contains($0) }),
      frequencies.allSatisfy({ $0 <= distances.count }), impacts.count == distances.count,
      headings.allSatisfy({ $0 <= distances.count }),
      impacts.allSatisfy({ Base64VLQ.values[Int($0)] < 64 })
    else { return nil }
    groups = first..<first + rarities.count
    self.forms = forms
    self.rarities = rarities
    self.distances = distances
    self.impacts = impacts.map { Base64VLQ.values[Int($0)] }
    self.headings = Set(Self.sums(headings).dropFirst())
    formEnds = Self.sums(counts)
    starts = Self.sums(frequencies)
    guard formEnds.last == forms.count, starts.last == distances.count else { return nil }
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
    var record = 0
    for posting in starts[place]..<starts[place + 1] {
      record += min(distances[posting], recordCount)
      guard record < recordCount else { break }
      result.append(
        Posting(
          record: record, impact: Int(impacts[posting]), isHeading: headings.contains(posting)))
    }
    return result
  }
}
