// The dictionary and the postings, read from their packed form.

/// One record that holds a word.
struct Posting: Equatable {
  var record: Int
  /// 1 to 63.
  var impact: Int
  var isHeading: Bool
}

/// Words with their rarity and postings; postings stay packed until they are asked for.
struct TermTable: Sendable {
  /// More than any number of records gives; keeps the products of a damaged index small.
  private static let largestRarity = 4096
  let forms: FormList
  /// Whether words are looked for in all their inflections, see ``EnglishStem``.
  let isEnglish: Bool
  /// 64 times the inverse document frequency of each form.
  let rarities: [Int]
  private let starts: [Int]
  private let postings: [UInt8]
  private let recordCount: Int

  /// Reads the object that ``IndexWriter`` wrote; nothing where its parts do not fit together.
  init?(_ value: JSONValue, language: String, recordCount: Int) {
    guard let packed = value["f"]?.string, let forms = FrontCoding.read(packed),
      let rarities = value["i"]?.string.flatMap({ Base64VLQ.readAll([UInt8]($0.utf8)) }),
      let lengths = value["l"]?.string.flatMap({ Base64VLQ.readAll([UInt8]($0.utf8)) }),
      let postings = value["p"]?.string
    else { return nil }
    guard rarities.count == forms.count, lengths.count == forms.count,
      rarities.allSatisfy({ $0 <= Self.largestRarity }),
      lengths.allSatisfy({ $0 <= postings.utf8.count })
    else { return nil }
    self.forms = forms
    let language = language.lowercased()
    isEnglish = language == "en" || language.hasPrefix("en-")
    self.rarities = rarities
    self.postings = [UInt8](postings.utf8)
    self.recordCount = recordCount
    var starts = [0]
    for length in lengths { starts.append((starts.last ?? 0) + length) }
    guard starts.last == self.postings.count else { return nil }
    self.starts = starts
  }

  /// The postings of a form, records ascending; a damaged rest is left out.
  func postings(_ form: Int) -> [Posting] {
    var result: [Posting] = []
    var index = starts[form]
    var record = 0
    while index < starts[form + 1], let number = Base64VLQ.read(postings, at: &index) {
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
